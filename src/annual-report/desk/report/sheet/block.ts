import type { CellPath } from '../../../form.ts'
import { between, from, type Grid } from './grid.ts'
import { cellText, type Sheet, typed } from './sheet.ts'

/** The cells that are chosen: from the first to the last. */
export interface Chosen {
  readonly first: CellPath
  readonly last: CellPath
}

/** What pasting gives: the sheet, how many cells were filled, and what found no place. */
export interface Pasted {
  readonly sheet: Sheet
  readonly filled: number
  /** The words beyond the edge of the table, which are told and not dropped in silence. */
  readonly outside: readonly string[]
}

/** The rows and cells of a block as a spreadsheet copies it: tabs, lines, and quotes around what holds either. */
export function blockOf(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /"((?:[^"]|"")*)"(?=\t|\r?\n|$)|[^\t\r\n]*/y
  const plain = text.replace(/\r?\n$/, '')
  for (let at = 0; at <= plain.length; ) {
    cell.lastIndex = at
    const found = cell.exec(plain)
    rows.at(-1)?.push((found?.[1]?.replaceAll('""', '"') ?? found?.[0] ?? '').trim())
    at += found?.[0].length ?? 0
    const end = /^(\t|\r?\n|\r)/.exec(plain.slice(at, at + 2))?.[0]
    if (end === undefined) break
    if (end !== '\t') rows.push([])
    at += end.length
  }
  return rows
}

/** Lays a block on the sheet from the first chosen cell on; a single value fills all that are chosen. */
export function pasted(sheet: Sheet, grid: Grid, { first, last }: Chosen, block: string[][]): Pasted {
  const [[only = ''] = []] = block
  const single = block.length === 1 && block[0]?.length === 1
  if (single) {
    const paths = between(grid, first, last).flat()
    return {
      ...{ filled: paths.length, outside: [] },
      sheet: paths.reduce((now, path) => typed(now, path, only), sheet),
    }
  }
  const places = from(grid, topLeft(grid, first, last))
  const outside: string[] = []
  let now = sheet
  let filled = 0
  for (const [row, words] of block.entries()) {
    for (const [column, text] of words.entries()) {
      const path = places[row]?.[column]
      if (path !== undefined) {
        now = typed(now, path, text)
        filled++
      } else if (text !== '') outside.push(text)
    }
  }
  return { sheet: now, filled, outside }
}

function topLeft(grid: Grid, first: CellPath, last: CellPath): CellPath {
  return between(grid, first, last)[0]?.[0] ?? first
}

/** The chosen cells as a spreadsheet takes them. */
export function copied(sheet: Sheet, grid: Grid, { first, last }: Chosen): string {
  return between(grid, first, last)
    .map(row => row.map(path => cellText(sheet, path)).join('\t'))
    .join('\n')
}

/** The sheet with the chosen cells blank. */
export function cleared(sheet: Sheet, grid: Grid, { first, last }: Chosen): Sheet {
  return between(grid, first, last)
    .flat()
    .reduce((now, path) => typed(now, path, ''), sheet)
}
