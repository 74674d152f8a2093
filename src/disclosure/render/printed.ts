import { type Day, inChinese } from '../../statute/day.ts'
import { type Block, blocksOf } from './blocks.ts'

/** A public item as it goes onto paper. */
export interface PrintedItem {
  readonly title: string
  readonly agency: string
  /** 发文字号; empty where it has none. */
  readonly number: string
  /** The lines of the head: what, and its value. */
  readonly head: readonly (readonly [label: string, value: string])[]
  readonly blocks: readonly Block[]
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
      return block.kind === 'heading' ? ['', block.text] : [`　　${block.text}`]
    }),
    ...(attachments.length === 0 ? [] : ['', ...attachments.map((name, at) => `附件${at + 1}：${name}`)]),
    ...['', agency, day, '', ...head.map(([label, value]) => `${label}：${value}`), `网址：${address}`],
  ]
  return `\uFEFF${lines.join('\r\n')}\r\n`
}
