import type { Cell, Edition, Issuance, Proactive } from '../../form.ts'
import { isNumberCell } from '../../rules/cell-number.ts'
import type { PageCell, PageRow, PageTable } from '../page.ts'
import { cellsUnder, type Doubts, rowText } from './places.ts'
import { plainWords } from './wording.ts'

type Column = 'issued' | 'repealed' | 'inForce' | 'decided' | 'amount' | 'name' | 'elsewhere'

const columns: readonly (readonly [RegExp, Column, Edition | 'both'])[] = [
  [/^本年制发件?数量?$/, 'issued', '2021'],
  [/^本年废止件?数量?$/, 'repealed', '2021'],
  [/^现行有效件?数量?$/, 'inForce', '2021'],
  [/^本年处理决定数量$/, 'decided', '2021'],
  [/^本年收费金额(?:单位万元|万元)?$/, 'amount', '2021'],
  [/^本年新制作数量$/, 'issued', '2019'],
  [/^处理决定数量$/, 'decided', '2019'],
  [
    /^(?:本年新公开数量|对外公开总数量|上一年项目数量|本年增减|采购项目数量|采购总金额)$/,
    'elsewhere',
    '2019',
  ],
  [/^信息内容$/, 'name', 'both'],
]

const rows: readonly (readonly [RegExp, keyof Proactive | 'elsewhere'])[] = [
  [/^(?:行政|政府)?规章$/, 'regulations'],
  [/^(?:行政)?规范性文件$/, 'normativeDocuments'],
  [/^行政许可$/, 'licensing'],
  [/^行政处罚$/, 'penalties'],
  [/^行政强制$/, 'coercion'],
  [/^行政事业性收费$/, 'feesWan'],
  [/^(?:其他对外管理服务事项|政府集中采购)$/, 'elsewhere'],
]

function columnNamed(text: string): Column | undefined {
  const plain = plainWords(text)
  return columns.find(([words]) => words.test(plain))?.[1]
}

/** Is this one of the labels of table 2, of a row or a column? */
export function proactiveLabel(text: string): 'row' | 'column' | 'item' | undefined {
  const plain = plainWords(text)
  if (/^第二十条第[一二三四五六七八九十]+项$/.test(plain)) return 'item'
  if (rows.some(([words]) => words.test(plain))) return 'row'
  return columnNamed(text) === undefined ? undefined : 'column'
}

/** The edition that the headings of table 2 belong to, where they tell. */
export function editionOf(table: PageTable): Edition | undefined {
  for (const cell of table.rows.flat()) {
    const plain = plainWords(cell.text)
    const found = columns.find(([words]) => words.test(plain))?.[2]
    if (found !== undefined && found !== 'both') return found
  }
  return undefined
}

interface Found {
  readonly column: Column
  readonly text: string
  readonly header: string
}

/** Table 2 主动公开政府信息情况; a cell that the edition of 2019 does not ask for stays blank. */
export function readProactive(table: PageTable, doubts: Doubts): Proactive {
  const found = new Map<keyof Proactive, readonly Found[]>()
  let header: PageRow = []
  for (const row of table.rows) {
    if (row.some(cell => columnNamed(cell.text) !== undefined)) {
      header = row
      continue
    }
    const labelAt = row.findIndex(cell => proactiveLabel(cell.text) === 'row')
    const name = rows.find(([words]) => words.test(plainWords(row[labelAt]?.text ?? '')))?.[1]
    if (name === 'elsewhere') continue
    if (name === undefined) doubtRow(row, doubts)
    else if (found.has(name))
      doubts.add(
        'form.duplicate-row',
        [pathOf(name)],
        `“${row[labelAt]?.text.trim()}”一行出现了两次，只采用了第一次。`,
        rowText(row),
      )
    else found.set(name, valuesOf(row.slice(labelAt), header, { name, placed: table.placed, doubts }))
  }
  return proactiveOf(found, doubts)
}

function doubtRow(row: PageRow, doubts: Doubts): void {
  const numbers = row.filter(cell => cell.text.trim() !== '' && isNumberCell(cell.text))
  if (numbers.length > 0)
    doubts.add(
      'form.unknown-row',
      [],
      `主动公开情况表中有一行名称无法识别，其数字没有采用，请核对。`,
      rowText(row),
    )
}

function pathOf(name: keyof Proactive): string {
  return `proactive.${name}`
}

interface Where {
  readonly name: keyof Proactive
  readonly placed: boolean
  readonly doubts: Doubts
}

function valuesOf(row: PageRow, header: PageRow, { name, placed, doubts }: Where): readonly Found[] {
  const start = header.findIndex(cell => columnNamed(cell.text) === 'name')
  const heads = header.slice(start + 1).filter(cell => cell.text.trim() !== '')
  const values = trimmed(row.slice(1))
  const headings = heads.map(cell => ({ name: columnNamed(cell.text), column: cell.column }))
  const texts = cellsUnder(row.slice(1), headings, placed) ?? cellsUnder(values, headings, placed)
  if (texts === undefined || headings.length === 0) {
    const message = `“${row[0]?.text.trim()}”一行的格数与表头不符，无法判断各数字属于哪一栏。`
    doubts.add('form.unreadable-cell', [pathOf(name)], message, rowText(row))
    return []
  }
  return headings.flatMap(({ name: column }, place) =>
    column === undefined ? [] : [{ column, text: texts[place] ?? '', header: heads[place]?.text ?? '' }],
  )
}

function trimmed(cells: readonly PageCell[]): readonly PageCell[] {
  const last = cells.findLastIndex(cell => cell.text.trim() !== '')
  return cells.slice(0, last + 1)
}

const labels = {
  regulations: '规章',
  normativeDocuments: '行政规范性文件',
  licensing: '行政许可',
  penalties: '行政处罚',
  coercion: '行政强制',
  feesWan: '行政事业性收费',
} as const satisfies Record<keyof Proactive, string>

function proactiveOf(found: ReadonlyMap<keyof Proactive, readonly Found[]>, doubts: Doubts): Proactive {
  const cell = (name: keyof Proactive, column: Column, path: string): Cell => {
    const one = found.get(name)?.find(value => value.column === column)
    if (one === undefined) return null
    const label =
      column === 'decided' || column === 'amount' ? labels[name] : `${labels[name]}·${one.header.trim()}`
    return doubts.cell(one.text, path, label, column === 'amount' ? 'wan' : 'count')
  }
  const issuance = (name: 'regulations' | 'normativeDocuments'): Issuance => ({
    issued: cell(name, 'issued', `${pathOf(name)}.issued`),
    repealed: cell(name, 'repealed', `${pathOf(name)}.repealed`),
    inForce: cell(name, 'inForce', `${pathOf(name)}.inForce`),
  })
  for (const name of Object.keys(labels) as (keyof Proactive)[])
    if (!found.has(name))
      doubts.add('form.missing-row', [pathOf(name)], `主动公开情况表中没有找到“${labels[name]}”一行。`)
  return {
    regulations: issuance('regulations'),
    normativeDocuments: issuance('normativeDocuments'),
    licensing: cell('licensing', 'decided', pathOf('licensing')),
    penalties: cell('penalties', 'decided', pathOf('penalties')),
    coercion: cell('coercion', 'decided', pathOf('coercion')),
    feesWan: cell('feesWan', 'amount', pathOf('feesWan')),
  }
}
