import { type ProactiveYear, proactiveYear } from '../../disclosure/act/duties/figures.ts'
import { countedYear } from '../../foi/act/figures/count.ts'
import { spanOf } from '../../foi/figures/rows.ts'
import type { Work } from '../../platform/work.ts'
import type { Day } from '../../statute/day.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'
import { reportOfCounts } from '../counted/count.ts'
import { withProactive } from '../counted/proactive.ts'
import type { AnnualReport } from '../form.ts'
import type { ReportKey } from '../store/history.ts'

/** Up to which day a year is counted, and what had been written down at which moment; else the whole year by all that is known. */
export interface CutOff {
  readonly asOf?: Day | undefined
  readonly knownAt?: string | undefined
}

/** The year's figures from the records in the database, Art. 50. */
export interface CountedReport {
  readonly kind: 'counted'
  readonly report: AnnualReport
  /** The last day that is counted. */
  readonly until: Day
  readonly feesYuan: number
  /** Do the records hold any request or remedy of the year? */
  readonly kept: boolean
  /** Table 2 and the numbers of the prose, from the items. */
  readonly proactive: ProactiveYear
}

/** Counts a year of an agency up to a cut-off. */
export async function countReport(
  work: Work,
  { agency, year }: ReportKey,
  { asOf, knownAt }: CutOff = {},
): Promise<CountedReport | Refusal> {
  const row = await work.db
    .selectFrom('agencies')
    .select('name')
    .where('code', '=', agency)
    .executeTakeFirst()
  if (row === undefined) return refuse(`没有代码为 ${agency} 的机构。`)
  const span = { ...spanOf(agency, year, asOf), knownAt }
  const [figures, proactive] = await Promise.all([countedYear(work, span), proactiveYear(work, span)])
  const report = withProactive(reportOfCounts(row.name, year, figures), proactive, span)
  return {
    ...{ kind: 'counted', report, until: span.until, proactive },
    feesYuan: figures.feesYuan,
    kept: figures.requests.length > 0 || figures.remedies.length > 0,
  }
}
