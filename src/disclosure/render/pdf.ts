import { join } from 'node:path'
import { breakable, drawable } from '../../platform/printing/glyphs.ts'
import { typeset } from '../../platform/printing/typeset.ts'
import { type BarsBlock, barLength, type PrintedItem } from './printed.ts'

/** The item as a PDF on A4, set by Typst from `item.typ`. */
export function itemPdf({ title, number, blocks, attachments, ...rest }: PrintedItem): Uint8Array {
  const parts = blocks.map(block =>
    block.kind === 'bars'
      ? { ...block, text: pieces(block.text), bars: barsOf(block) }
      : block.kind === 'table'
        ? {
            kind: block.kind,
            columns: Math.max(...block.rows.map(row => row.length)),
            cells: cellsOf(block.rows),
          }
        : { ...block, text: pieces(block.text) },
  )
  const item = {
    ...{ title: pieces(title), number: pieces(number), parts, agency: pieces(rest.agency), day: rest.day },
    ...{ attachments: attachments.map((name, at) => pieces(`附件${at + 1}：${name}`)) },
    address: pieces(`来源：${rest.address}`),
  }
  return typeset(join(import.meta.dirname, 'item.typ'), { item })
}

/** The bars of a chart in percent of the longest. */
function barsOf(block: BarsBlock) {
  return block.bars.map(({ name, worth, text }) => ({
    ...{ name: pieces(name), text: pieces(text), length: barLength(worth, block, 100) },
  }))
}

/** Every row as wide as the widest. */
function cellsOf(rows: readonly (readonly string[])[]): string[][] {
  const widest = Math.max(...rows.map(row => row.length))
  return rows.flatMap(row => Array.from({ length: widest }, (_, at) => pieces(row[at] ?? '')))
}

function pieces(words: string): string[] {
  return breakable(drawable(words))
}
