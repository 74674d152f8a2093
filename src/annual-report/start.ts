import { withCell } from './cells.ts'
import { type AnnualReport, applicantColumns, type CellPath } from './form.ts'
import { applicationPath } from './labels.ts'

/** The new year's form with what last year's published report already settles: carried requests, documents in force. */
export function startedFrom(previous: AnnualReport, blank: AnnualReport): AnnualReport {
  const settled = settledCells(previous)
  return [...settled].reduce((report, [path, value]) => withCell(report, path, value), blank)
}

/** The cells that last year settles: 上年结转 is its 结转下年度; 现行有效 begins with last year's. */
export function settledCells(previous: AnnualReport): ReadonlyMap<CellPath, number | null> {
  const carried = applicantColumns.map((_, column): [CellPath, number | null] => [
    applicationPath('carriedIn', column),
    previous.applications.carriedOut?.[column] ?? null,
  ])
  const { regulations, normativeDocuments } = previous.proactive
  return new Map([
    ...carried,
    ['proactive.regulations.inForce', regulations.inForce],
    ['proactive.normativeDocuments.inForce', normativeDocuments.inForce],
  ])
}
