import { allCells, cellAt } from './cells.ts'
import type { AnnualReport, Cell, CellPath } from './form.ts'
import { cellLabel } from './labels.ts'
import { withOneClosedRow } from './roll-up.ts'

/** One cell in two reports. */
export interface CellChange {
  readonly where: CellPath
  readonly label: string
  readonly before: Cell
  readonly after: Cell
  /** after − before; null where one of them is blank. */
  readonly change: number | null
  /** change ÷ before; null where before is 0 or blank. */
  readonly ratio: number | null
}

/** The difference of two reports: of two years, or of two agencies. */
export interface Comparison {
  readonly cells: readonly CellChange[]
  /** The same in words, of the figures that are read first. */
  readonly sentences: readonly string[]
}

const told: readonly CellPath[] = [
  'applications.received[6]',
  'applications.carriedIn[6]',
  'applications.granted[6]',
  'applications.partlyGranted[6]',
  'applications.resultTotal[6]',
  'applications.carriedOut[6]',
  'remedies.reconsideration.total',
  'remedies.litigationDirect.total',
  'remedies.litigationAfterReconsideration.total',
  'proactive.normativeDocuments.inForce',
  'proactive.licensing',
  'proactive.penalties',
  'proactive.coercion',
  'proactive.feesWan',
]

/** Compares two reports; where one prints 其他处理 as one row, both are compared so. */
export function compare(before: AnnualReport, after: AnnualReport): Comparison {
  const oneRow = [before, after].some(({ applications }) => applications.closed !== undefined)
  const [a, b] = oneRow ? [withOneClosedRow(before), withOneClosedRow(after)] : [before, after]
  const cells = allCells(b).map(path => changeOf(path, cellAt(a, path) ?? null, cellAt(b, path) ?? null))
  const names = { before: nameOf(before, after), after: nameOf(after, before) }
  const sentences = told.flatMap(path => {
    const cell = cells.find(({ where }) => where === path)
    return cell === undefined ? [] : sentenceOf(cell, names)
  })
  return { cells, sentences }
}

function changeOf(where: CellPath, before: Cell, after: Cell): CellChange {
  const change = before === null || after === null ? null : Number((after - before).toFixed(6))
  const ratio = change === null || before === null || before === 0 ? null : change / before
  return { where, label: cellLabel(where), before, after, change, ratio }
}

function nameOf(report: AnnualReport, other: AnnualReport): string {
  if (report.agency === other.agency) return `${report.year} 年`
  return report.year === other.year ? report.agency : `${report.agency} ${report.year} 年`
}

function sentenceOf(cell: CellChange, names: { before: string; after: string }): string[] {
  const { label, before, after, change, ratio } = cell
  if (before === null || after === null || change === null || (before === 0 && after === 0)) return []
  if (change === 0) return [`${label}：${names.after}与${spaced(names.before)}相同，均为 ${after}。`]
  const percent = ratio === null ? '' : `（${change > 0 ? '+' : '−'}${Math.abs(ratio * 100).toFixed(1)}%）`
  const word = change > 0 ? '多' : '少'
  return [
    `${label}：${names.after} ${after}，比${spaced(names.before)}的 ${before} ${word} ${Math.abs(change)}${percent}。`,
  ]
}

/** A year stands off from the word before it; a name does not. */
function spaced(name: string): string {
  return /^\d/.test(name) ? ` ${name}` : name
}
