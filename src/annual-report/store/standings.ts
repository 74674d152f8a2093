import type { Work } from '../../platform/work.ts'
import { type Day, dayOf } from '../../statute/day.ts'
import { reportForm } from '../api/forms.ts'
import type { AnnualReport } from '../form.ts'
import type { Reminder, ReportState } from '../view.ts'
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

/** Where a report stands, without what it says. */
export interface Place {
  readonly year: number
  readonly state: ReportState
  readonly publishedOn: string | null
  /** The day of the last act. */
  readonly actedOn: Day
}

/** The reports of all years of these agencies, by agency. */
export async function placesOf(work: Work, agencies: readonly string[]): Promise<Map<string, Place[]>> {
  const rows = await work.db
    .selectFrom('report_standings')
    .select(['agency', 'year', 'state', 'published_on as publishedOn'])
    .select(eb =>
      eb
        .selectFrom('report_events as e')
        .select(({ fn }) => fn.max('e.on_day').as('on'))
        .whereRef('e.agency', '=', 'report_standings.agency')
        .whereRef('e.year', '=', 'report_standings.year')
        .as('on'),
    )
    .where('agency', 'in', agencies)
    .orderBy('year')
    .execute()
  const places = new Map<string, Place[]>()
  for (const { agency, year, publishedOn, state, on } of rows) {
    const list = places.get(agency) ?? []
    list.push({ year, publishedOn, state: stateForm.parse(state), actedOn: dayOf(on ?? '') })
    places.set(agency, list)
  }
  return places
}

/** The latest of each kind of act by each person on each report since this day, latest first; at most 50. */
export async function actsSince(work: Work, agencies: readonly string[], since: Day) {
  const latest = work.db
    .selectFrom('report_events')
    .distinctOn(['agency', 'year', 'act', 'by'])
    .select(['agency', 'year', 'act', 'at', 'on_day as on', 'by_name as byName', 'note'])
    .where('agency', 'in', agencies)
    .where('on_day', '>=', since)
    .orderBy('agency')
    .orderBy('year')
    .orderBy('act')
    .orderBy('by')
    .orderBy('at', 'desc')
  return await work.db
    .selectFrom(latest.as('e'))
    .selectAll()
    .orderBy('e.on', 'desc')
    .orderBy('e.at', 'desc')
    .limit(50)
    .execute()
}

/** The reminders to these agencies, of one year or of all, latest first. */
export async function remindersOf(
  work: Work,
  agencies: readonly string[],
  year?: number,
): Promise<Reminder[]> {
  return await work.db
    .selectFrom('report_reminders')
    .select(['agency', 'year', 'sent_on as sentOn', 'by_name as byName'])
    .where('agency', 'in', agencies)
    .$if(year !== undefined, query => query.where('year', '=', year ?? 0))
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
}

/** Writes reminders down, each agency at most once a day. @returns those that had none that day */
export async function keepReminders(
  work: Work,
  agencies: readonly string[],
  reminder: { readonly year: number; readonly sentOn: Day; readonly byName: string },
): Promise<string[]> {
  const { year, sentOn, byName } = reminder
  const sent = await work.db
    .insertInto('report_reminders')
    .values(agencies.map(agency => ({ agency, year, sent_on: sentOn, by_name: byName })))
    .onConflict(conflict => conflict.doNothing())
    .returning('agency')
    .execute()
  return sent.map(({ agency }) => agency)
}
