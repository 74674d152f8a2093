import { plainText, unescaped } from '../plain.ts'

/** A piece of a body in its order: words of a paragraph, an item of a list, or a table as a grid of texts. */
export type Block =
  | { readonly kind: 'text'; readonly text: string; readonly start: number; readonly item: boolean }
  | { readonly kind: 'table'; readonly caption: string; readonly rows: readonly TableRow[] }

/** A row of a table; merged cells stand in each place that they cover. `head` says that all its cells are heads. */
export interface TableRow {
  readonly cells: readonly string[]
  readonly head: boolean
}

const words = (markup: string) => unescaped(markup.replace(/<[^>]*>/g, ''))
/** Places are counted as in the plain text of the whole. */
const plainLength = (markup: string) => plainText(markup).length

/** The pieces of a clean body; tables within tables are read as words of their cell. */
export function blocksOf(body: string): readonly Block[] {
  const blocks: Block[] = []
  let start = 0
  for (const part of splitTables(body)) {
    if (part.startsWith('<table>')) blocks.push(tableOf(part))
    else {
      let at = start
      for (const piece of part.split(/(?<=<\/(?:p|h[2-4]|li|blockquote|figcaption)>|<(?:br|hr)\s*\/?>)/)) {
        const text = words(piece)
        if (text.trim() !== '') blocks.push({ kind: 'text', text, start: at, item: /<li[ >]/.test(piece) })
        at += plainLength(piece)
      }
    }
    start += plainLength(part)
  }
  return blocks
}

/** The body cut before and after each outer table. */
function splitTables(body: string): string[] {
  const parts: string[] = []
  let [depth, from] = [0, 0]
  for (const { 0: tag, index } of body.matchAll(/<\/?table>/g)) {
    if (tag === '<table>') {
      if (depth === 0) {
        parts.push(body.slice(from, index))
        from = index
      }
      depth++
    } else if (--depth === 0) {
      parts.push(body.slice(from, index + tag.length))
      from = index + tag.length
    }
  }
  return [...parts, body.slice(from)].filter(part => part !== '')
}

function tableOf(markup: string): Block {
  const caption = words(/<caption>(.*?)<\/caption>/s.exec(markup)?.[1] ?? '').trim()
  const grid: string[][] = []
  const heads = [...markup.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = ''], at) => {
    const cells = [...row.matchAll(/<(td|th)([^>]*)>(.*?)<\/\1>/gs)]
    for (const [, , attributes = '', inner = ''] of cells)
      place(grid, at, { attributes, text: words(inner).trim() })
    return cells.length > 0 && cells.every(([, tag]) => tag === 'th')
  })
  const rows = heads.map((head, at) => ({ head, cells: Array.from(grid[at] ?? [], cell => cell ?? '') }))
  return { kind: 'table', caption, rows }
}

/** Puts a cell into each place of the grid that it covers. */
function place(
  grid: string[][],
  at: number,
  cell: { readonly attributes: string; readonly text: string },
): void {
  const span = (name: string) =>
    Math.min(200, Number(new RegExp(`${name}="(\\d+)"`).exec(cell.attributes)?.[1] ?? 1))
  let column = 0
  while (grid[at]?.[column] !== undefined) column++
  for (let down = 0; down < span('rowspan'); down++) {
    const line = grid[at + down] ?? []
    grid[at + down] = line
    for (let across = 0; across < span('colspan'); across++) line[column + across] = cell.text
  }
}
