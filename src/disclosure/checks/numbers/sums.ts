import type { ItemFinding } from '../finding.ts'
import { cellNumber, decimalsOf, written } from './amount.ts'
import type { Block, TableRow } from './blocks.ts'

const total = /^(?:合\s*计|总\s*计|总\s*数|合计数|总和)[:：]?$/
const partial = /^(?:小\s*计|分\s*计|其中.*)[:：]?$/
const notSummed =
  /率|比|%|％|单价|标准|序号|年度|年份|编号|编码|代码|电话|日期|时间|增长|同比|名次|排名|平均|人均|面积比/

type Table = Extract<Block, { kind: 'table' }>

/** Rows that say 合计 and do not hold the sum of the rows that they stand for. */
export function sumFindings(blocks: readonly Block[]): readonly ItemFinding[] {
  const tables = blocks.filter(block => block.kind === 'table')
  return tables.flatMap((table, at) => inTable(table, tables.length > 1 ? `第 ${at + 1} 个表格` : '表格'))
}

/** The row of a table that says 合计, where there is exactly one. */
export function totalRow({ rows }: Table): TableRow | undefined {
  const all = rows.filter(isTotal)
  return all.length === 1 ? all[0] : undefined
}

function isTotal({ cells }: TableRow): boolean {
  return cells.slice(0, 3).some(cell => total.test(cell.trim()))
}

/** The head row: the first that has no number under a name. */
export function headOf({ rows }: Table): TableRow | undefined {
  return rows.find(({ head }) => head) ?? rows[0]
}

function inTable(table: Table, name: string): readonly ItemFinding[] {
  const sum = totalRow(table)
  const head = headOf(table)
  if (sum === undefined || head === undefined || head === sum) return []
  const rest = table.rows.filter(row => row !== sum && row !== head && !row.head && !isTotal(row))
  const rows = rest.filter(({ cells }) => !cells.slice(0, 3).some(cell => partial.test(cell.trim())))
  if (rows.length < 2) return []
  return sum.cells.flatMap((said, column) => {
    const title = headings(table, column)
    const repeated = column > 0 && sum.cells[column - 1] === said && headings(table, column - 1) === title
    if (repeated || said.trim() === '' || notSummed.test(title) || cellNumber(said) === undefined) return []
    if (!/\d/.test(said)) return []
    return wrongSum(
      rows.map(({ cells }) => cells[column] ?? ''),
      said,
      `${name}“${title}”列`,
    )
  })
}

function headings({ rows }: Table, column: number): string {
  const heads = rows.filter(({ head }) => head)
  const all = (heads.length > 0 ? heads : rows.slice(0, 1)).map(({ cells }) => cells[column] ?? '')
  return [...new Set(all)].join('')
}

function wrongSum(cells: readonly string[], said: string, where: string): readonly ItemFinding[] {
  const numbers = cells.map(cellNumber)
  if (numbers.some(number => number === undefined) || !cells.some(cell => /\d/.test(cell))) return []
  const decimals = Math.max(0, ...cells.map(decimalsOf), decimalsOf(said))
  const sum = numbers.reduce<number>((all, number) => all + (number ?? 0), 0)
  const tolerance = decimals === 0 ? 0.001 : (10 ** -decimals / 2) * (cells.length + 1) * 1.001
  if (Math.abs(sum - (cellNumber(said) ?? 0)) <= tolerance) return []
  const proposal = written(sum, decimals)
  return [
    {
      ...{ rule: 'numbers.sum', severity: 'mild', field: 'body', proposal },
      message: `${where}合计写为 ${said.trim()}，各行相加为 ${proposal}，请核对。`,
    },
  ]
}
