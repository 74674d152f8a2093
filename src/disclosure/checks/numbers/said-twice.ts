import type { ItemFinding } from '../finding.ts'
import type { FieldText } from '../plain.ts'
import { cellNumber, inYuan, written } from './amount.ts'
import type { Block } from './blocks.ts'
import { headOf, totalRow } from './sums.ts'

const quantity =
  /((?:项目|计划|预算|工程|资金|补助|补贴|罚款|中标|成交|合同)?总(?:投资额?|金额|额|建筑面积|面积|预算|收入|支出|户数|人数|人口|规模|里程|长度))(?:约?为|约|达到?|共计?|是|[:：])?\s*(\d[\d,]*(?:\.\d+)?)\s*(亿元|万元|元|万平方米|平方米|亩|公顷|户|人|公里|米)/g
const money =
  /(?:合计|总计|共计|总额|总金额|总投资额?)(?:约?为|金额|资金|[:：])?\s*(\d[\d,]*(?:\.\d+)?)\s*(亿元|万元|元)/g

interface Said {
  readonly field: FieldText
  readonly start: number
  readonly text: string
  readonly value: number
}

const scale: Readonly<Record<string, number>> = {
  ...{ 万元: 10_000, 亿元: 100_000_000, 万平方米: 10_000, 公顷: 15, 公里: 1_000 },
}

/** A whole that is said twice with two numbers, in title, summary, body and the fields of the form. */
export function saidTwice(texts: readonly FieldText[]): readonly ItemFinding[] {
  const all = texts.flatMap(field =>
    [...field.text.matchAll(quantity)].map(
      ({ 0: text, 1: label = '', 2: number = '', 3: unit = '', index }) => {
        const value = Number(number.replaceAll(',', '')) * (scale[unit] ?? 1)
        return { key: `${label} ${kindOf(unit)}`, said: { field, start: index, text, value } }
      },
    ),
  )
  return [...Map.groupBy(all, ({ key }) => key).values()].flatMap(group => {
    const [first, ...others] = group.map(({ said }) => said)
    const other = first === undefined ? undefined : others.find(({ value }) => !isNear(value, first.value))
    if (first === undefined || other === undefined) return []
    return [differing(first, other)]
  })
}

function kindOf(unit: string): string {
  return /元/.test(unit)
    ? '元'
    : /平方米/.test(unit)
      ? '面积'
      : /亩|公顷/.test(unit)
        ? '亩'
        : /米|里/.test(unit)
          ? '长'
          : unit
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * 0.0005
}

function differing(first: Said, other: Said): ItemFinding {
  return {
    ...{ rule: 'numbers.twice', severity: 'mild', field: other.field.field },
    at: { start: other.start, text: other.text },
    message: `${first.field.label}写“${first.text}”，${other.field.label}写“${other.text}”，两处不一致，请核对。`,
  }
}

/** 共计500万元 in the text where the one amount that the table sums is another. */
export function textAgainstTable(text: FieldText, blocks: readonly Block[]): readonly ItemFinding[] {
  const tables = blocks.filter(block => block.kind === 'table')
  const [table] = tables
  const said = [...text.text.matchAll(money)]
  const [one] = said
  if (tables.length !== 1 || table === undefined || said.length !== 1 || one === undefined) return []
  const around = blocks.flatMap(block => (block.kind === 'text' ? [block.text] : [])).join('\n')
  const sum = summedMoney(table, around)
  const value = inYuan(Number((one[1] ?? '').replaceAll(',', '')), one[2] ?? '')
  if (sum === undefined || value === undefined || isNear(sum.yuan, value)) return []
  return [
    {
      ...{ rule: 'numbers.table', severity: 'mild', field: text.field },
      at: { start: one.index, text: one[0] },
      message: `${text.label}写“${one[0]}”，表格合计为 ${written(sum.number, 4)}${sum.unit}，请核对。`,
    },
  ]
}

function summedMoney(table: Extract<Block, { kind: 'table' }>, around: string) {
  const row = totalRow(table)
  const head = headOf(table)
  if (row === undefined || head === undefined) return undefined
  const general = /单位[:：]\s*(亿元|万元|千元|元)/.exec(`${table.caption}\n${around}`)?.[1]
  const amounts = row.cells.flatMap((cell, column) => {
    const title = head.cells[column] ?? ''
    const own = /[（(](亿元|万元|千元|元)[）)]/.exec(title)?.[1]
    const unit = own ?? (/金额|投资|资金|预算|经费|费用|支出|收入/.test(title) ? general : undefined)
    const number = cellNumber(cell)
    return unit === undefined || number === undefined || !/\d/.test(cell) ? [] : [{ number, unit }]
  })
  const [only] = amounts
  if (amounts.length !== 1 || only === undefined) return undefined
  const yuan = inYuan(only.number, only.unit)
  return yuan === undefined ? undefined : { ...only, yuan }
}
