import { sql } from 'kysely'
import type { Work } from '../../platform/work.ts'
import type { Day } from '../../statute/day.ts'

/** The next number of the day, 20260120-00031; given once. */
export async function nextDemandNumber(work: Work, agency: string, on: Day): Promise<string> {
  const { last } = await work.db
    .insertInto('hotline_numbers')
    .values({ agency, day: on, last: 1 })
    .onConflict(conflict =>
      conflict.columns(['agency', 'day']).doUpdateSet({ last: sql<number>`hotline_numbers.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return `${on.replaceAll('-', '')}-${String(last).padStart(5, '0')}`
}
