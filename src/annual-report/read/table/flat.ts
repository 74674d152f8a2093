import { isNumberCell } from '../../rules/cell-number.ts'
import type { PageRow, PageTable } from '../page.ts'
import { proactiveLabel } from './proactive.ts'
import { columnNamed, isRowGroup, plainWords, remedyGroupNamed, remedyNamed, rowNamed } from './wording.ts'

/** Which of the form's tables. */
export type FormTable = 'proactive' | 'applications' | 'remedies'

/** The cells of a flattened table: one a line, or separated by bars or tabs; a lone bar is a blank cell. */
export function flatCells(lines: readonly string[]): string[] {
  return unwrapped(cellsIn(lines))
}

/** Labels that were broken over lines are put together again. */
function unwrapped(cells: readonly string[]): string[] {
  const whole: string[] = []
  for (let at = 0; at < cells.length; at++) {
    const pieces = [3, 2].find(count => isOneLabel(cells.slice(at, at + count), count)) ?? 1
    whole.push(cells.slice(at, at + pieces).join(''))
    at += pieces - 1
  }
  return whole
}

function isOneLabel(pieces: readonly string[], count: number): boolean {
  if (pieces.length < count || pieces.some(piece => piece === '' || isNumberCell(piece))) return false
  const named = (text: string) =>
    rowNamed(text) ?? columnNamed(text) ?? remedyNamed(text) ?? (isRowGroup(text) ? 'group' : undefined)
  const together = named(pieces.join(''))
  const [first = '', ...rest] = pieces
  if (together === undefined) return false
  if (rest.some(piece => named(piece) !== undefined && named(piece) !== together)) return false
  return named(first) === undefined || named(first) === together
}

function cellsIn(lines: readonly string[]): string[] {
  return lines.flatMap(line => {
    if (/^[\s|]*\|[\s|]*\|[\s|]*$/.test(line) || line.trim() === '') return []
    if (line.trim() === '|') return ['']
    const cells = line.split(/[|\t]/).map(cell => cell.trim())
    if (cells.length > 1 && cells.at(-1) === '' && /[|\t]\s*$/.test(line)) cells.pop()
    if (cells.length > 1 && cells[0] === '' && /^\s*\|/.test(line)) cells.shift()
    return cells.length > 1 ? cells : spaced(cells[0] ?? '')
  })
}

/** A line of a label and numbers with blanks between them, as a PDF or an e-mail gives it. */
function spaced(line: string): string[] {
  const words = line.split(/\s+/)
  const numbers = words.filter(word => isNumberCell(word))
  if (words.length === 1 || numbers.length === 0) return [line]
  const first = words.findIndex((word, at) => isNumberCell(word) && words.slice(at).every(isNumberCell))
  if (first < 0) return [line]
  return first === 0 ? words : [words.slice(0, first).join(''), ...words.slice(first)]
}

const starts: Readonly<Record<FormTable, (cell: string) => boolean>> = {
  applications: cell => rowNamed(cell) !== undefined || isRowGroup(cell),
  proactive: cell => {
    const label = proactiveLabel(cell)
    return label === 'row' || label === 'item' || plainWords(cell) === '信息内容'
  },
  remedies: () => false,
}

/** The rows of a flattened table: a row begins at its label; columns are unknown, only their order is left. */
export function flatTable(kind: FormTable, cells: readonly string[]): PageTable {
  const rows = kind === 'remedies' ? remedyRows(cells) : labelledRows(kind, cells)
  return { kind: 'table', placed: false, rows: rows.map(row => rowOf(row)) }
}

function rowOf(cells: readonly string[]): PageRow {
  return cells.map((text, column) => ({ text, column, width: 1 }))
}

function labelledRows(kind: 'applications' | 'proactive', cells: readonly string[]): readonly string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let inHeader = kind === 'applications'
  for (const cell of cells) {
    if (inHeader && plainWords(cell) !== '' && rowNamed(cell) === 'received') inHeader = false
    if (!inHeader && starts[kind](cell)) {
      if (row.length > 0) rows.push(row)
      row = []
    } else if (!inHeader && kind === 'applications' && columnNamed(cell) === 'naturalPerson') {
      if (row.length > 0) rows.push(row)
      row = []
      inHeader = true
    }
    row.push(cell)
  }
  return [...rows, row]
}

function remedyRows(cells: readonly string[]): readonly string[][] {
  const isHeading = (cell: string) => remedyNamed(cell) !== undefined || remedyGroupNamed(cell) !== undefined
  const last = cells.findLastIndex(isHeading)
  const header = cells.slice(0, last + 1).filter(isHeading)
  const first = cells.findIndex((cell, at) => at > last && isNumberCell(cell))
  return first < 0 ? [header] : [header, cells.slice(first)]
}

/** How many labels of each table stand among these cells: tells which table it is. */
export function tableKind(cells: readonly string[]): FormTable | undefined {
  let applications = 0
  let proactive = 0
  let remedies = 0
  for (const cell of cells) {
    if (cell.length > 60) continue
    if (/^[\d.,\s]*$/.test(cell)) continue
    const row = rowNamed(cell)
    if (row !== undefined && row !== 'closed.other' && row !== 'resultTotal') applications++
    const column = columnNamed(cell)
    if (column !== undefined && column !== 'other' && column !== 'total') applications++
    if (proactiveLabel(cell) !== undefined) proactive++
    if (['upheld', 'corrected', 'pending'].includes(remedyNamed(cell) ?? '') || remedyGroupNamed(cell))
      remedies++
  }
  const best = Math.max(applications, proactive, remedies)
  if (best === 0) return undefined
  if (best === applications) return 'applications'
  return best === proactive ? 'proactive' : 'remedies'
}
