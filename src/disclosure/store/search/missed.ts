import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import { type Day, dayOf } from '../../../statute/day.ts'

/** Words that were searched for and not found. */
export interface Missed {
  readonly words: string
  readonly times: number
  readonly firstOn: Day
  readonly lastOn: Day
  /** What was done about it, on which day, by whom; null while nobody has. */
  readonly done: string | null
  readonly doneOn: Day | null
  readonly doneBy: string | null
}

/** So many words are kept; the rarest and oldest give way. */
const most = 5000

/** Counts that these words were not found on this day. */
export async function countMissed(work: Work, words: string, on: Day): Promise<void> {
  await work.db
    .insertInto('disclosure_missed')
    .values({ words, times: 1, first_on: on, last_on: on })
    .onConflict(conflict =>
      conflict.column('words').doUpdateSet({ times: sql<number>`disclosure_missed.times + 1`, last_on: on }),
    )
    .execute()
}

/** Forgets the rarest and oldest of what is more than the list holds. @returns how many were forgotten */
export async function forgetMissed(work: Work): Promise<number> {
  const { numAffectedRows } = await sql`delete from disclosure_missed where words in (
    select words from disclosure_missed order by times desc, last_on desc, words offset ${most})`.execute(
    work.db,
  )
  return Number(numAffectedRows ?? 0)
}

/** What was missed, the most often first. */
export async function missedSearches(work: Work): Promise<Missed[]> {
  const rows = await work.db
    .selectFrom('disclosure_missed')
    .selectAll()
    .orderBy('times', 'desc')
    .orderBy('last_on', 'desc')
    .orderBy('words')
    .limit(most)
    .execute()
  return rows.map(({ words, times, first_on, last_on, done, done_on, done_by: doneBy }) => ({
    ...{ words, times, done, doneBy, firstOn: dayOf(first_on), lastOn: dayOf(last_on) },
    doneOn: done_on === null ? null : dayOf(done_on),
  }))
}

/** Writes down what was done. @returns whether there are such words */
export async function keepMissedDone(
  work: Work,
  words: string,
  { done, on, by }: { readonly done: string; readonly on: Day; readonly by: string },
): Promise<boolean> {
  const row = await work.db
    .updateTable('disclosure_missed')
    .set({ done, done_on: on, done_by: by })
    .where('words', '=', words)
    .returning('words')
    .executeTakeFirst()
  return row !== undefined
}
