import { type Day, inChinese } from '../../statute/day.ts'
import { type Block, blocksOf } from './blocks.ts'

/** A chart of bars: its question, and each bar with its number in words; `worth` sets the length. */
export interface BarsBlock {
  readonly kind: 'bars'
  readonly text: string
  readonly bars: readonly { readonly name: string; readonly worth: number; readonly text: string }[]
}

/** How long a bar is, 0 to `units`, against the longest of its chart; one that is not nought is seen. */
export function barLength(worth: number, { bars }: BarsBlock, units: number): number {
  const longest = Math.max(...bars.map(bar => bar.worth))
  return worth <= 0 ? 0 : Math.max(1, Math.round((worth / longest) * units))
}

/** A public item as it goes onto paper. */
export interface PrintedItem {
  readonly title: string
  readonly agency: string
  /** 发文字号; empty where it has none. */
  readonly number: string
  /** The lines of the head: what, and its value. */
  readonly head: readonly (readonly [label: string, value: string])[]
  readonly blocks: readonly (Block | BarsBlock)[]
  readonly attachments: readonly string[]
  readonly day: string
  readonly address: string
}

/** The files in which a reader may take an item along. */
export const printedFormats = ['docx', 'pdf', 'txt'] as const
export type PrintedFormat = (typeof printedFormats)[number]
export const printedLabel = {
  docx: 'Word 文档',
  pdf: 'PDF 文件',
  txt: '纯文本',
} as const satisfies Record<PrintedFormat, string>

/** Puts an item into the form that is printed. */
export function printedItem(
  said: Omit<PrintedItem, 'blocks' | 'day'> & { readonly body: string; readonly madeOn: Day | null },
): PrintedItem {
  const { body, madeOn, ...rest } = said
  return { ...rest, blocks: blocksOf(body), day: madeOn === null ? '' : inChinese(madeOn) }
}

/** The item as plain text. */
export function itemText({
  title,
  number,
  head,
  blocks,
  attachments,
  agency,
  day,
  address,
}: PrintedItem): string {
  const lines = [
    ...[title, ...(number === '' ? [] : [number]), ''],
    ...blocks.flatMap(block => {
      if (block.kind === 'table') return block.rows.map(row => row.join('\t'))
      if (block.kind === 'bars')
        return [block.text, ...block.bars.map(({ name, text }) => `${name}\t${text}`)]
      return block.kind === 'heading' ? ['', block.text] : [`　　${block.text}`]
    }),
    ...(attachments.length === 0 ? [] : ['', ...attachments.map((name, at) => `附件${at + 1}：${name}`)]),
    ...['', agency, day, '', ...head.map(([label, value]) => `${label}：${value}`), `网址：${address}`],
  ]
  return `\uFEFF${lines.join('\r\n')}\r\n`
}
