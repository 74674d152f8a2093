import { type Remedies, type RemedyGroup, remedyColumns, remedyGroups } from '../../form.ts'
import { isNumberCell } from '../../rules/cell-number.ts'
import type { PageCell, PageRow, PageTable } from '../page.ts'
import { cellsUnder, type Doubts, type Heading, inOnePiece, rowText } from './places.ts'
import { remedyGroupNamed, remedyNamed } from './wording.ts'

type Place = `${keyof Remedies}.${keyof RemedyGroup}`

/** How each cell of table 4 is called in a message. */
const groupLabels = {
  reconsideration: '行政复议',
  litigationDirect: '未经复议直接起诉',
  litigationAfterReconsideration: '复议后起诉',
} as const satisfies Record<keyof Remedies, string>
const columnLabels = {
  upheld: '结果维持',
  corrected: '结果纠正',
  other: '其他结果',
  pending: '尚未审结',
  total: '总计',
} as const satisfies Record<keyof RemedyGroup, string>

/** Table 4 行政复议、行政诉讼, by the headings of its groups and columns. */
export function readRemedies(table: PageTable, doubts: Doubts): Remedies {
  const isData = (row: PageRow) =>
    row.some(
      cell => cell.text.trim() !== '' && remedyNamed(cell.text) === undefined && isNumberCell(cell.text),
    )
  const header = table.rows.filter(row => row.some(cell => isHeading(cell)))
  const data = table.rows.filter(row => !header.includes(row) && isData(row))
  const rest = table.rows.filter(row => !header.includes(row) && !data.includes(row) && row.length >= 10)
  const row = data[0] ?? rest[0]
  const headings = headingsOf(header.flat(), table.placed)
  const texts =
    row === undefined || headings === undefined ? undefined : cellsUnder(row, headings, table.placed)
  for (const more of data.slice(1))
    doubts.add(
      'form.duplicate-row',
      ['remedies'],
      '行政复议、行政诉讼表有不止一行数字，只采用了第一行。',
      rowText(more),
    )
  const cells = new Map<Place, string>()
  if (headings === undefined || texts === undefined)
    doubts.add('form.unreadable-cell', allPlaces(), unreadableBecause(headings, row), row && rowText(row))
  else for (const [at, { name }] of headings.entries()) cells.set(name, texts[at] ?? '')
  const group = (name: keyof Remedies): RemedyGroup => {
    const cell = (column: keyof RemedyGroup) =>
      doubts.cell(
        cells.get(`${name}.${column}`) ?? '',
        `remedies.${name}.${column}`,
        `${groupLabels[name]}·${columnLabels[column]}`,
      )
    return {
      upheld: cell('upheld'),
      corrected: cell('corrected'),
      other: cell('other'),
      pending: cell('pending'),
      total: cell('total'),
    }
  }
  return {
    reconsideration: group('reconsideration'),
    litigationDirect: group('litigationDirect'),
    litigationAfterReconsideration: group('litigationAfterReconsideration'),
  }
}

function isHeading(cell: PageCell): boolean {
  return remedyNamed(cell.text) !== undefined || remedyGroupNamed(cell.text) !== undefined
}

function unreadableBecause(
  headings: readonly Heading<Place>[] | undefined,
  row: PageRow | undefined,
): string {
  if (headings === undefined) return '行政复议、行政诉讼表的表头不完整，无法判断各数字属于哪一栏。'
  return row === undefined
    ? '行政复议、行政诉讼表没有数字行。'
    : '行政复议、行政诉讼表数字行的格数与表头不符，无法判断各数字属于哪一栏。'
}

function allPlaces(): readonly string[] {
  return remedyGroups.flatMap(group => remedyColumns.map(column => `remedies.${group}.${column}`))
}

/** The fifteen columns from left to right, each in the group whose heading stands over it. */
function headingsOf(cells: readonly PageCell[], placed: boolean): readonly Heading<Place>[] | undefined {
  const found = (placed && inOnePiece(cells) ? byColumn(cells) : undefined) ?? byOrder(cells)
  const whole = found?.length === 15 && new Set(found.map(({ name }) => name)).size === 15
  return whole ? found : undefined
}

function byColumn(cells: readonly PageCell[]): readonly Heading<Place>[] | undefined {
  const groups = cells
    .flatMap(cell => {
      const name = remedyGroupNamed(cell.text)
      return name === undefined || name === 'litigation' ? [] : [{ name, column: cell.column }]
    })
    .toSorted((a, b) => a.column - b.column)
  const leaves = leavesOf(cells).toSorted((a, b) => a.column - b.column)
  const found = leaves.flatMap(({ name, column }) => {
    const group = groups.findLast(one => one.column <= column)
    return group === undefined ? [] : [{ name: `${group.name}.${name}` as const, column }]
  })
  return new Set(found.map(({ name }) => name)).size === 15 ? found : undefined
}

/** Without columns: the k-th 结果维持 … 总计 belong to the k-th group named. */
function byOrder(cells: readonly PageCell[]): readonly Heading<Place>[] | undefined {
  const named = cells.flatMap(cell => {
    const name = remedyGroupNamed(cell.text)
    return name === undefined || name === 'litigation' ? [] : [name]
  })
  const groups = [...new Set(named)]
  if (groups[0] !== 'reconsideration' || groups.length !== 3) return undefined
  return leavesOf(cells).flatMap(({ name }, at) => {
    const group = groups[Math.floor(at / 5)]
    return group === undefined ? [] : [{ name: `${group}.${name}` as const, column: -1 }]
  })
}

function leavesOf(cells: readonly PageCell[]): Heading<keyof RemedyGroup>[] {
  return cells.flatMap(cell => {
    const name = remedyNamed(cell.text)
    return name === undefined ? [] : [{ name, column: cell.column }]
  })
}
