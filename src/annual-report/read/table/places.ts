import type { Finding, RuleName } from '../../finding.ts'
import type { Cell, CellPath } from '../../form.ts'
import { cellNumber } from '../../rules/cell-number.ts'
import type { PageCell, PageRow, PageTable } from '../page.ts'

/** Collects what could not be read, with its place and text. */
export class Doubts {
  readonly findings: Finding[] = []

  /** One finding; `where` may be empty where no cell of the form is concerned. */
  add(rule: RuleName, where: readonly CellPath[], message: string, text?: string): void {
    const severity = rule === 'form.missing-section' || rule === 'form.unknown-row' ? 'warning' : 'error'
    const shown = text === undefined ? {} : { text: text.slice(0, 200) }
    if (this.findings.length < 500)
      this.findings.push({ rule, severity, where, expected: null, actual: null, message, ...shown })
  }

  /** The number of a cell; what is not a number becomes a finding and stays blank. */
  cell(text: string, path: CellPath, label: string, unit: 'count' | 'wan' = 'count'): Cell {
    const read = cellNumber(text, unit)
    if (read.kind === 'number') return read.value
    if (read.kind === 'blank') return null
    const shown = text.trim().replace(/\s+/g, ' ')
    if (read.kind === 'impossible')
      this.add('form.impossible-number', [path], `“${label}”写作“${shown}”，不是可能的数量，请核对。`, shown)
    else this.add('form.unreadable-cell', [path], `“${label}”写作“${shown}”，无法读成数字，请核对。`, shown)
    return null
  }
}

/** A heading of a column and the place where it stands. */
export interface Heading<Name> {
  readonly name: Name
  readonly column: number
}

/**
 * The cells that stand under the headings, in their order. Where a row has exactly as many cells as
 * there are headings the order decides; otherwise each heading takes the cell in its own column and
 * everything between must be blank. Undefined where neither holds.
 */
export function cellsUnder<Name>(
  cells: readonly PageCell[],
  headings: readonly Heading<Name>[],
  placed: boolean,
): readonly string[] | undefined {
  const byColumn = placed ? inColumns(cells, headings) : undefined
  if (byColumn !== undefined) return byColumn
  const kept = cells.length > headings.length ? withoutTail(cells, headings.length) : cells
  return kept.length === headings.length ? kept.map(cell => cell.text) : undefined
}

function inColumns<Name>(
  cells: readonly PageCell[],
  headings: readonly Heading<Name>[],
): readonly string[] | undefined {
  const found = headings.map(({ column }) => cells.find(cell => cell.column === column))
  if (new Set(headings.map(heading => heading.column)).size < headings.length) return undefined
  const rest = cells.filter(cell => !found.includes(cell))
  if (rest.some(cell => cell.text.trim() !== '')) return undefined
  const texts = found.flatMap(cell => (cell === undefined ? [] : [cell.text]))
  return texts.length === headings.length ? texts : undefined
}

function withoutTail(cells: readonly PageCell[], count: number): readonly PageCell[] {
  return cells.slice(count).every(cell => cell.text.trim() === '') ? cells.slice(0, count) : cells
}

/** The row's words joined, for showing where something could not be read. */
export function rowText(row: PageRow): string {
  return row
    .map(cell => cell.text.trim())
    .filter(text => text !== '')
    .join(' ')
}

/** Columns of different pieces lie this far apart, so that they are never taken for the same. */
const apart = 10_000

/** Do these cells stand in one piece of a table, so that their columns can be compared? */
export function inOnePiece(cells: readonly { readonly column: number }[]): boolean {
  return new Set(cells.map(cell => Math.floor(cell.column / apart))).size < 2
}

/** The rows of several pieces of one table, one after the other. */
export function joinTables(pieces: readonly PageTable[]): PageTable {
  return {
    kind: 'table',
    rows: pieces.flatMap(({ rows }, at) =>
      at === 0 ? rows : rows.map(row => row.map(cell => ({ ...cell, column: cell.column + at * apart }))),
    ),
    placed: pieces.every(piece => piece.placed),
  }
}
