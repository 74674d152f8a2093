import { proseNumber, proseValue } from '../../../statute/prose-number.ts'
import type { ItemFinding } from '../finding.ts'
import { cellNumber } from './amount.ts'
import type { Block } from './blocks.ts'
import { headOf, totalRow } from './sums.ts'

const units = '项|条|件|家|个|名|户|类|处|批|宗|起|份'
const saidCount = new RegExp(`(?:共计?|合计|总计|以下|下列|如下|包括)(?:有|为)?${proseNumber}(?:${units})`)
const numbered = [
  /^\s*[一二三四五六七八九十]{1,3}、/,
  /^\s*[（(][一二三四五六七八九十]{1,3}[）)]/,
  /^\s*\d{1,2}[.．、](?!\d)/,
  /^\s*[（(]\d{1,2}[）)]/,
]

/** 共5项 before a list or table of another number. */
export function countFindings(
  blocks: readonly Block[],
  rowCount: number | undefined,
): readonly ItemFinding[] {
  return blocks.flatMap((block, at) => {
    if (block.kind !== 'text') return []
    const found = saidCount.exec(block.text)
    const said = proseValue(found?.[1] ?? '')
    if (found === null || said === undefined) return []
    const counted =
      countAfter(blocks, at) ?? (rowCount !== undefined && blocks.length <= 5 ? rowCount : undefined)
    if (counted === undefined || counted < 2 || counted === said) return []
    const place = { start: block.start + found.index, text: found[0] }
    return [
      {
        ...({ rule: 'numbers.count', severity: 'mild', field: 'body', at: place } as const),
        message: `正文写“${found[0]}”，其后列出 ${counted} 项，请核对。`,
        proposal: found[0].replace(found[1] ?? '', String(counted)),
      },
    ]
  })
}

/** How many stand in the list or table right after this piece; undefined where none does. */
function countAfter(blocks: readonly Block[], at: number): number | undefined {
  const next = blocks[at + 1]
  if (next === undefined) return undefined
  if (next.kind === 'table') return rowsIn(next)
  const rest = blocks.slice(at + 1)
  if (next.item) return run(rest, block => block.kind === 'text' && block.item)
  const kind = numbered.find(pattern => pattern.test(next.text))
  if (kind === undefined) return undefined
  const coarser = numbered.slice(0, numbered.indexOf(kind))
  let count = 0
  for (const block of rest) {
    if (block.kind === 'table') return undefined
    if (coarser.some(pattern => pattern.test(block.text))) break
    if (kind.test(block.text)) count++
  }
  return count
}

function run(blocks: readonly Block[], test: (block: Block) => boolean): number {
  const end = blocks.findIndex(block => !test(block))
  return end < 0 ? blocks.length : end
}

/** The rows that count: not the head, not the sum; by their running number where they have one. */
function rowsIn(table: Extract<Block, { kind: 'table' }>): number {
  const head = headOf(table)
  const sum = totalRow(table)
  const rows = table.rows.filter(
    row => row !== head && row !== sum && !row.head && row.cells.some(cell => cell !== ''),
  )
  const running = rows.map(({ cells }) => cellNumber(cells[0] ?? ''))
  const isRunning =
    /序号|编号/.test(head?.cells[0] ?? '') && running.every(number => number !== undefined && number > 0)
  return isRunning ? Math.max(...running.map(number => number ?? 0)) : rows.length
}
