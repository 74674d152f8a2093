import { zeroReport } from './blank.ts'
import { withCell } from './cells.ts'
import type { AnnualReport, CellPath } from './form.ts'

/** A balanced report for tests: nine received, one carried in, eight granted, two carried out. */
export function aReport(cells: Readonly<Record<CellPath, number | null>> = {}): AnnualReport {
  const balanced = {
    'applications.received[0]': 7,
    'applications.received[1]': 2,
    'applications.received[6]': 9,
    'applications.carriedIn[0]': 1,
    'applications.carriedIn[6]': 1,
    'applications.granted[0]': 6,
    'applications.granted[1]': 2,
    'applications.granted[6]': 8,
    'applications.resultTotal[0]': 6,
    'applications.resultTotal[1]': 2,
    'applications.resultTotal[6]': 8,
    'applications.carriedOut[0]': 2,
    'applications.carriedOut[6]': 2,
    'remedies.reconsideration.upheld': 3,
    'remedies.reconsideration.total': 3,
    'proactive.normativeDocuments.issued': 2,
    'proactive.normativeDocuments.inForce': 12,
  }
  return Object.entries({ ...balanced, ...cells }).reduce(
    (report, [path, value]) => withCell(report, path, value),
    zeroReport('云川市试验局', 2023),
  )
}
