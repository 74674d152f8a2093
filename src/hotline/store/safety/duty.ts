import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { DutyLine } from '../../safety/alarm.ts'

const lineForm = z.object({
  ...{ id: z.string(), agency: z.string(), person: z.string(), personName: z.string() },
  ...{ from: z.string(), until: z.string() },
})

/** Who is on duty at these hotlines and will be, from a moment on; the earliest first. */
export async function dutyFrom(work: Work, agencies: readonly string[], moment: string): Promise<DutyLine[]> {
  if (agencies.length === 0) return []
  const rows = await work.db
    .selectFrom('hotline_duty as d')
    .innerJoin('people as p', 'p.id', 'd.person')
    .select(['d.id', 'd.agency', 'd.person', 'p.name as personName'])
    .select(['d.from_at as from', 'd.until_at as until'])
    .where('d.agency', 'in', agencies)
    .where('d.until_at', '>', moment)
    .where('p.disabled', '=', false)
    .orderBy('d.from_at')
    .limit(500)
    .execute()
  return z.array(lineForm).parse(rows)
}

/** Puts somebody on duty. */
export async function keepDuty(work: Work, duty: Omit<DutyLine, 'id' | 'personName'>): Promise<string> {
  const { agency, person, from, until } = duty
  const { id } = await work.db
    .insertInto('hotline_duty')
    .values({ agency, person, from_at: from, until_at: until })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Takes a line off the roster. @returns its hotline, undefined where there was none */
export async function endDuty(work: Work, id: string, agencies: readonly string[]) {
  if (agencies.length === 0) return undefined
  return await work.db
    .deleteFrom('hotline_duty')
    .where('id', '=', id)
    .where('agency', 'in', agencies)
    .returning(['agency', 'person'])
    .executeTakeFirst()
}

/** Those who may be put on duty: dispatchers and supervisors of these hotlines. */
export async function mayBeOnDuty(work: Work, agencies: readonly string[]) {
  if (agencies.length === 0) return []
  return await work.db
    .selectFrom('grants as g')
    .innerJoin('people as p', 'p.id', 'g.person')
    .select(['p.id', 'p.name', 'g.agency'])
    .distinct()
    .where('g.agency', 'in', agencies)
    .where('g.role', 'in', ['dispatcher', 'supervisor'])
    .where('p.disabled', '=', false)
    .orderBy('p.name')
    .execute()
}
