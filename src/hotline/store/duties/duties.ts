import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { type Day, dayOf } from '../../../statute/day.ts'
import type { Duty } from '../../duties/duty.ts'

const day = z.string().transform(dayOf)
const dutyForm = z.object({
  ...{ id: z.string(), hotline: z.string(), matter: z.string(), place: z.string(), unit: z.string() },
  ...{ basis: z.string(), from: day, until: day.nullable() },
})

function duties(work: Work) {
  return work.db
    .selectFrom('hotline_duties')
    .select(['id', 'hotline', 'matter', 'place', 'unit', 'basis'])
    .select([sql<string>`holds_from::text`.as('from'), sql<string | null>`holds_until::text`.as('until')])
}

/** The list of some hotlines with everything that ever held, by matter, place and day. */
export async function dutiesOf(work: Work, hotlines: readonly string[]): Promise<Duty[]> {
  const rows = await duties(work)
    .where('hotline', 'in', [...hotlines, ''])
    .orderBy('matter')
    .orderBy('place')
    .orderBy('holds_from')
    .orderBy('id')
    .execute()
  return z.array(dutyForm).parse(rows)
}

/** One line of the list, locked for a change. */
export async function dutyLocked(work: Work, id: string): Promise<Duty | undefined> {
  const row = await duties(work).where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : dutyForm.parse(row)
}

/** Adds a line. @returns its id */
export async function addDuty(work: Work, duty: Omit<Duty, 'id' | 'until'>): Promise<string> {
  const { hotline, matter, place, unit, basis, from } = duty
  const { id } = await work.db
    .insertInto('hotline_duties')
    .values({ hotline, matter, place, unit, basis, holds_from: from })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** From this day it holds no longer; what it was stays. */
export async function closeDuty(work: Work, id: string, until: Day): Promise<void> {
  await work.db.updateTable('hotline_duties').set({ holds_until: until }).where('id', '=', id).execute()
}
