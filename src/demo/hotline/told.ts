import type { Work } from '../../platform/work.ts'
import { type Day, dayOf } from '../../statute/day.ts'

/** Keeps that the year up to this day is to be told; its demands follow one by one. */
export async function beginYear(work: Work, until: Day): Promise<void> {
  await work.db
    .insertInto('demo_years')
    .values({ until, ended_at: null })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** The last day of a year that was begun and not told to its end; undefined where there is none. */
export async function unfinishedYear({ db }: Work): Promise<Day | undefined> {
  const row = await db
    .selectFrom('demo_years')
    .select('until')
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row && dayOf(row.until)
}

/** Marks the year as told, in the transaction of what is told last. @returns false where it was marked before */
export async function endYear(work: Work, until: Day, at: string): Promise<boolean> {
  const { numUpdatedRows } = await work.db
    .updateTable('demo_years')
    .set({ ended_at: at })
    .where('until', '=', until)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
