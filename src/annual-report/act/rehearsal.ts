import { breachesOf } from '../../foi/act/figures/breaches.ts'
import { spanOf } from '../../foi/figures/rows.ts'
import type { Work } from '../../platform/work.ts'
import type { Day } from '../../statute/day.ts'
import { isRefusal } from '../../statute/refusal.ts'
import { emptyReport, startedFrom } from '../blank.ts'
import { cellAt, proactivePaths, withCell } from '../cells.ts'
import type { CountedView, RehearsalView } from '../counted/view.ts'
import type { AnnualReport } from '../form.ts'
import { findingsOf } from '../rules/checked.ts'
import { editionOf } from '../store/editions.ts'
import { type ReportKey, standingOf } from '../store/history.ts'
import { figuresShownBeside } from './beside.ts'
import { countReport } from './count.ts'
import { countedPaths, openingOf } from './restated.ts'

/** A year as the records count it up to a day, with its opening tied to last year's published closing. */
export async function countedView(work: Work, key: ReportKey, asOf: Day): Promise<CountedView | undefined> {
  const counted = await countReport(work, key, { asOf })
  if (isRefusal(counted)) return undefined
  const { report, until, feesYuan, kept, proactive } = counted
  const opening = await openingOf(work, key, report)
  const items = { keptItems: proactive.kept, disclosures: proactive.counts }
  return { report, until, feesYuan, kept, opening, ...items }
}

/** The annual report if the year ended today: its tables from the records, its findings, and the requests that break a rule. */
export async function rehearsal(work: Work, key: ReportKey, today: Day): Promise<RehearsalView | undefined> {
  const counted = await countReport(work, key, { asOf: today })
  if (isRefusal(counted)) return undefined
  const { until, feesYuan } = counted
  const previous = await editionOf(work, { agency: key.agency, year: key.year - 1 })
  const standing = await standingOf(work, key)
  const blank = emptyReport(counted.report.agency, key.year)
  const begun = standing?.draft ?? (previous === undefined ? blank : startedFrom(previous.report, blank))
  const report = filledFrom(begun, counted.report)
  const breaches = await breachesOf(work, spanOf(key.agency, key.year, today))
  return {
    ...{ agencyName: counted.report.agency, year: key.year, until, report, feesYuan, breaches },
    findings: findingsOf(report, previous?.report, await figuresShownBeside(work, key, { report })),
  }
}

/** The report with its tables as they were counted, table 2 only where the house holds items; the rest as it stands. */
function filledFrom(report: AnnualReport, counted: AnnualReport): AnnualReport {
  const { closed: _, ...applications } = report.applications
  const ofItems = proactivePaths.filter(path => typeof cellAt(counted, path) === 'number')
  return [...ofItems, ...countedPaths(counted)].reduce(
    (filled, path) => withCell(filled, path, cellAt(counted, path) ?? null),
    { ...report, applications },
  )
}
