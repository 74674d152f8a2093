import type { Work } from '../../../platform/work.ts'
import { type Day, dayOf } from '../../../statute/day.ts'
import {
  type SavedReportView,
  type SubscriptionRhythm,
  subscriptionRhythms,
} from '../../figures/subscription.ts'

/** A report as it is kept: what the address of its page asks. */
export type SavedReport = Pick<SavedReportView, 'id' | 'name' | 'query'>

const issuesShown = 5

/** The reports of a person, by their names, each with the last sheets that were made of it. */
export async function reportsKept(work: Work, person: string): Promise<SavedReportView[]> {
  const rows = await work.db
    .selectFrom('hotline_saved_reports')
    .select(['id', 'name', 'query', 'every'])
    .where('person', '=', person)
    .orderBy('name')
    .execute()
  const issues = await work.db
    .selectFrom('hotline_report_issues as i')
    .innerJoin('hotline_saved_reports as r', 'r.id', 'i.report')
    .select(['i.report', 'i.from_day', 'i.until_day', 'i.opened_at'])
    .where('r.person', '=', person)
    .orderBy('i.until_day', 'desc')
    .execute()
  return rows.map(({ id, name, query, every }) => ({
    ...{ id, name, query, every: subscriptionRhythms.find(each => each === every) ?? null },
    issues: issues
      .filter(({ report }) => report === id)
      .slice(0, issuesShown)
      .map(({ from_day, until_day, opened_at }) => ({
        ...{ from: dayOf(from_day), until: dayOf(until_day), isOpened: opened_at !== null },
      })),
  }))
}

/** Keeps a report under its name; one of the same name is replaced. */
export async function keepReport(
  work: Work,
  { name, query }: Omit<SavedReport, 'id'>,
  { person, at }: { readonly person: string; readonly at: string },
): Promise<void> {
  await work.db
    .insertInto('hotline_saved_reports')
    .values({ person, name, query, made_at: at })
    .onConflict(conflict => conflict.columns(['person', 'name']).doUpdateSet({ query, made_at: at }))
    .execute()
}

/** Keeps it no longer. */
export async function dropReport(work: Work, id: string, person: string): Promise<void> {
  await work.db
    .deleteFrom('hotline_saved_reports')
    .where('id', '=', id)
    .where('person', '=', person)
    .execute()
}

/** Makes a person's report by itself from now on, or no longer. @returns whether there is such a report */
export async function subscribe(
  work: Work,
  {
    id,
    person,
    every,
  }: { readonly id: string; readonly person: string; readonly every: SubscriptionRhythm | null },
): Promise<boolean> {
  const found = await work.db
    .updateTable('hotline_saved_reports')
    .set({ every })
    .where('id', '=', id)
    .where('person', '=', person)
    .executeTakeFirst()
  return found.numUpdatedRows > 0n
}

/** Every report that is made by itself in this rhythm and was not yet made up to this day. */
export async function reportsDue(
  work: Work,
  every: SubscriptionRhythm,
  until: Day,
): Promise<readonly (SavedReport & { readonly person: string })[]> {
  return await work.db
    .selectFrom('hotline_saved_reports as r')
    .select(['r.id', 'r.name', 'r.query', 'r.person'])
    .where('r.every', '=', every)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('hotline_report_issues as i')
            .select('i.report')
            .whereRef('i.report', '=', 'r.id')
            .where('i.until_day', '=', until),
        ),
      ),
    )
    .execute()
}

/** Keeps the sheet of a span; made before, it stays as it was. */
export async function keepIssue(
  work: Work,
  report: string,
  issue: { readonly from: Day; readonly until: Day; readonly sheet: string; readonly at: string },
): Promise<void> {
  await work.db
    .insertInto('hotline_report_issues')
    .values({ report, from_day: issue.from, until_day: issue.until, sheet: issue.sheet, made_at: issue.at })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** The sheet that was made up to a day of this person's report, opened from now on; undefined where there is none. */
export async function issueOpened(
  work: Work,
  {
    id,
    person,
    until,
    at,
  }: { readonly id: string; readonly person: string; readonly until: Day; readonly at: string },
): Promise<{ readonly name: string; readonly sheet: string } | undefined> {
  return await work.db
    .updateTable('hotline_report_issues as i')
    .from('hotline_saved_reports as r')
    .set(({ ref, fn, val }) => ({ opened_at: fn.coalesce(ref('i.opened_at'), val(at)) }))
    .whereRef('r.id', '=', 'i.report')
    .where('r.id', '=', id)
    .where('r.person', '=', person)
    .where('i.until_day', '=', until)
    .returning(['r.name', 'i.sheet'])
    .executeTakeFirst()
}
