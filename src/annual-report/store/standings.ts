import type { Work } from '../../platform/work.ts'
import { type Day, dayOf } from '../../statute/day.ts'
import { reportForm } from '../api/forms.ts'
import type { AnnualReport } from '../form.ts'
import type { ReportState } from '../view.ts'
import { stateForm } from './lines.ts'

/** An agency's report in a roll-up: what it published last, or its draft. */
export interface KeptStanding {
  readonly state: ReportState
  readonly publishedOn: Day | null
  readonly errors: number
  readonly report: AnnualReport
}

/** The reports of a year of these agencies, by agency: two queries, however many they are. */
export async function standingsOf(
  work: Work,
  year: number,
  agencies: readonly string[],
): Promise<Map<string, KeptStanding>> {
  const rows = await work.db
    .selectFrom('report_standings')
    .select(['agency', 'state', 'published_on', 'errors', 'draft'])
    .where('year', '=', year)
    .where('agency', 'in', agencies)
    .execute()
  const editions = await work.db
    .selectFrom('report_editions')
    .distinctOn('agency')
    .select(['agency', 'report'])
    .where('year', '=', year)
    .where('agency', 'in', agencies)
    .orderBy('agency')
    .orderBy('edition', 'desc')
    .execute()
  const published = new Map(editions.map(({ agency, report }) => [agency, report]))
  return new Map(
    rows.map(row => [
      row.agency,
      {
        ...{ state: stateForm.parse(row.state), errors: row.errors },
        publishedOn: row.published_on === null ? null : dayOf(row.published_on),
        report: reportForm.parse(published.get(row.agency) ?? row.draft),
      },
    ]),
  )
}

/** The reminders of a year to these agencies, latest first. */
export async function remindersOf(work: Work, agencies: readonly string[]) {
  return await work.db
    .selectFrom('report_reminders')
    .select(['agency', 'year', 'sent_on as sentOn', 'by_name as byName'])
    .where('agency', 'in', agencies)
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
}
