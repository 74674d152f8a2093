import type { Finding } from './finding.ts'
import type { AnnualReport } from './form.ts'
import { emptyFigures, expandFigures } from './live-figures.ts'
import { verify } from './verify.ts'

/** What an office's own report is found to be wrong in: the tables, the prose with its live figures, the year before. */
export function findingsOf(report: AnnualReport, previous: AnnualReport | undefined): Finding[] {
  return [...verify(expandFigures(report), { previous }), ...emptyFigures(report)]
}
