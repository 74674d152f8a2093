import {
  type ApplicantColumn,
  type Applications,
  applicantColumns,
  type FormRow,
  type Row,
} from '../../form.ts'
import { isNumberCell } from '../../rules/cell-number.ts'
import type { PageCell, PageRow, PageTable } from '../page.ts'
import { cellsUnder, type Doubts, type Heading, inOnePiece, rowText } from './places.ts'
import { columnNamed, isRowGroup, rowNamed } from './wording.ts'

const organisations = ['business', 'research', 'charity', 'legalService', 'other'] as const

/** Table 3 收到和处理政府信息公开申请情况, by the labels of its rows and columns. */
export function readApplications(table: PageTable, doubts: Doubts): Applications {
  const rows: Partial<Record<FormRow, Row>> = {}
  let headings: readonly Heading<ApplicantColumn>[] | undefined
  let header: PageCell[] = []
  let untotalled = false
  for (const row of table.rows) {
    const labelAt = row.findLastIndex(cell => rowNamed(cell.text) !== undefined)
    if (isHeader(row, labelAt)) {
      if (header.length < 200) header.push(...row)
      headings = headingsOf(header, table.placed) ?? headings
      untotalled = headings?.every(({ name }) => name !== 'total') ?? false
      continue
    }
    const name = rowNamed(row[labelAt]?.text ?? '')
    if (name !== undefined) readRow({ row, labelAt, name, headings, placed: table.placed }, rows, doubts)
    else doubtRow(row, doubts)
    header = []
  }
  if (untotalled)
    doubts.add('form.missing-row', ['applications'], '申请情况表中没有找到“总计”一栏，该栏各格空白。')
  return rows
}

function isHeader(row: PageRow, labelAt: number): boolean {
  if (row.some(cell => columnNamed(cell.text) === 'organisations' || columnNamed(cell.text) === 'business'))
    return true
  if (row.some(cell => /申请人情况|勾稽关系/.test(cell.text))) return true
  return labelAt < 0 && row.some(cell => columnNamed(cell.text) !== undefined)
}

function headingsOf(
  cells: readonly PageCell[],
  placed: boolean,
): readonly Heading<ApplicantColumn>[] | undefined {
  const named = cells.flatMap(cell => {
    const name = columnNamed(cell.text)
    return name === undefined ? [] : [{ name, column: cell.column }]
  })
  const leaves = named.flatMap(({ name, column }) => (name === 'organisations' ? [] : [{ name, column }]))
  const first = applicantColumns.map(name => leaves.find(leaf => leaf.name === name))
  const found = first.flatMap(leaf => (leaf === undefined ? [] : [leaf]))
  const whole = found.length === applicantColumns.length
  const untotalled = found.length === applicantColumns.length - 1 && first.at(-1) === undefined
  if (!whole && !untotalled) return undefined
  const inOrder = found.toSorted((a, b) => a.column - b.column)
  const ordered = placed && inOnePiece(found) && new Set(found.map(leaf => leaf.column)).size === found.length
  return ordered && standTogether(inOrder) ? inOrder : inReadingOrder(named, found)
}

/** The five kinds of organisation stand side by side; where they do not, the spans of the heading are wrong. */
function standTogether(headings: readonly Heading<ApplicantColumn>[]): boolean {
  const places = organisations.map(one => headings.findIndex(({ name }) => name === one))
  return Math.max(...places) - Math.min(...places) === organisations.length - 1
}

/** A merged heading 法人或其他组织 stands for its five columns, which follow in the next row. */
function inReadingOrder(
  named: readonly Heading<ApplicantColumn | 'organisations'>[],
  found: readonly Heading<ApplicantColumn>[],
): readonly Heading<ApplicantColumn>[] {
  if (!named.some(({ name }) => name === 'organisations')) return found
  const under = found.filter(({ name }) => organisations.some(one => one === name))
  const inOrder = named.filter(({ name }) => under.some(leaf => leaf.name === name))
  const order = named.flatMap(({ name, column }) =>
    name === 'organisations' ? inOrder : under.some(leaf => leaf.name === name) ? [] : [{ name, column }],
  )
  return order.flatMap(({ name }) => (name === 'organisations' ? [] : [{ name, column: -1 }]))
}

interface RowAt {
  readonly row: PageRow
  readonly labelAt: number
  readonly name: FormRow
  readonly headings: readonly Heading<ApplicantColumn>[] | undefined
  readonly placed: boolean
}

const nothing: Row = [null, null, null, null, null, null, null]

function readRow(at: RowAt, rows: Partial<Record<FormRow, Row>>, doubts: Doubts): void {
  const { row, labelAt, name, headings, placed } = at
  const label = row[labelAt]?.text.trim() ?? name
  const after = row.slice(labelAt + 1)
  const paths = applicantColumns.map((_, place) => `applications.${name}[${place}]`)
  const texts = headings === undefined ? undefined : cellsUnder(after, headings, placed)
  if (texts === undefined && isRowGroup(label) && after.every(cell => cell.text.trim() === '')) return
  if (rows[name] !== undefined) {
    doubts.add(
      'form.duplicate-row',
      paths,
      `“${label}”一行出现了两次，只采用了第一次出现的数字，请核对。`,
      rowText(row),
    )
    return
  }
  rows[name] = nothing
  if (headings === undefined || texts === undefined) {
    const why = headings === undefined ? '没有找到申请人各栏的表头' : '格数与表头不符'
    doubts.add(
      'form.unreadable-cell',
      paths,
      `“${label}”一行${why}，无法判断各数字属于哪一栏。`,
      rowText(row),
    )
    return
  }
  const cell = (column: ApplicantColumn, place: number) => {
    const from = headings.findIndex(heading => heading.name === column)
    return doubts.cell(texts[from] ?? '', `applications.${name}[${place}]`, label)
  }
  const [a, b, c, d, e, f, g] = applicantColumns.map(cell)
  rows[name] = [a ?? null, b ?? null, c ?? null, d ?? null, e ?? null, f ?? null, g ?? null]
}

function doubtRow(row: PageRow, doubts: Doubts): void {
  const label = row.findLast(cell => cell.text.trim() !== '' && !isNumberCell(cell.text))?.text.trim() ?? ''
  const numbers = row.filter(cell => cell.text.trim() !== '' && isNumberCell(cell.text))
  if (numbers.length === 0) return
  const said = label === '' ? '有一行没有名称' : `“${label}”不是表中应有的行`
  doubts.add('form.unknown-row', [], `申请情况表中${said}，其数字没有采用，请核对。`, rowText(row))
}
