import type { Finding } from '../finding.ts'
import type { AnnualReport } from '../form.ts'
import { emptyFigures, expandFigures, type FigureBeside } from '../live-figures.ts'
import { assertionsIn } from '../narrative.ts'
import { verify } from '../verify.ts'

/** What an office's own report is found to be wrong in: the tables, the prose with its live figures, the year before. */
export function findingsOf(
  report: AnnualReport,
  previous: AnnualReport | undefined,
  beside: readonly FigureBeside[] = [],
): Finding[] {
  const written = expandFigures(report, beside)
  const assertions = assertionsIn(written.narrative, written.year)
  return [...verify(written, { previous, assertions }), ...emptyFigures(report, beside)]
}
