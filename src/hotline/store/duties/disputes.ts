import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Disputed } from '../../duties/proposal.ts'
import type { Precedent } from '../../duties/suggestion.ts'

const disputedForm: z.ZodType<Disputed> = z.object({
  ...{ demand: z.string(), number: z.int(), hotline: z.string(), demandNumber: z.string() },
  ...{ subject: z.string(), body: z.string(), place: z.string(), kind: z.enum(['returned', 'arbitrated']) },
  ...{ at: z.string(), reason: z.string(), responsible: z.string(), taken: z.string().nullable() },
})

// As a value, not as `not exists`: asked for each of the few, where all events would be read for those that were refused.
const neverRefused = sql<boolean>`(select count(*) from hotline_events r where r.demand = e.demand and r.number > e.number
  and r.kind = 'returnRefused') = 0`

/** Returns and arbitrations on which nobody decided, with their demands. */
function undecided(work: Work) {
  return work.db
    .selectFrom('hotline_events as e')
    .innerJoin('hotline_demands as d', 'd.id', 'e.demand')
    .leftJoin('hotline_duty_decisions as c', join =>
      join.onRef('c.demand', '=', 'e.demand').onRef('c.number', '=', 'e.number'),
    )
    .where('c.demand', 'is', null)
    .where(sql<boolean>`e.kind in ('returned', 'arbitrated')`)
}

/** Returns and arbitrations on which nobody decided whether the list changes, the newest first; not those that were refused. */
export async function disputedDispatches(
  work: Work,
  hotlines: readonly string[],
  most: number,
): Promise<Disputed[]> {
  const rows = await undecided(work)
    .innerJoin('hotline_standings as s', 's.demand', 'e.demand')
    .where('d.agency', 'in', [...hotlines, ''])
    .where(neverRefused)
    .select([
      'e.demand',
      'e.number',
      'd.agency as hotline',
      'd.number as demandNumber',
      'd.subject',
      'd.body',
    ])
    .select(['d.place', 'e.kind', 'e.at'])
    .select([
      sql<string>`e.told->>'reason'`.as('reason'),
      sql<string>`coalesce(e.told->>'responsible', '')`.as('responsible'),
      sql<string | null>`case when e.kind = 'arbitrated' then e.told->>'unit'
        when s.state not in ('returned', 'disputed') and exists (select from hotline_events g
          where g.demand = e.demand and g.number > e.number and g.kind = 'signed') then s.unit end`.as(
        'taken',
      ),
    ])
    .orderBy('e.at', 'desc')
    .orderBy('e.demand')
    .limit(most)
    .execute()
  return z.array(disputedForm).parse(rows)
}

/** The hotline of a return or an arbitration on which nobody decided; undefined where there is none. */
export async function hotlineOfDisputed(
  work: Work,
  { demand, number }: Pick<Disputed, 'demand' | 'number'>,
): Promise<string | undefined> {
  const row = await undecided(work)
    .where('e.demand', '=', demand)
    .where('e.number', '=', number)
    .select('d.agency')
    .executeTakeFirst()
  return row?.agency
}

/** What was decided on a proposal, once. */
export interface DutyDecision {
  readonly demand: string
  readonly number: number
  /** The line of the list that came of it; null where it was declined. */
  readonly duty: string | null
  readonly reason: string
  readonly by: string
  readonly byName: string
  readonly at: string
}

/** Keeps a decision. @returns false where somebody decided before */
export async function keepDutyDecision(work: Work, { byName, ...decision }: DutyDecision): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await work.db
    .insertInto('hotline_duty_decisions')
    .values({ ...decision, by_name: byName })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0) === 1
}

const precedentForm = z.object({
  ...{ number: z.string(), unit: z.string(), subject: z.string(), body: z.string(), place: z.string() },
})

/** The newest decisions of the supervisor on who handles a demand, so many at most. */
export async function precedentsOf(work: Work, hotline: string, most: number): Promise<Precedent[]> {
  const rows = await work.db
    .selectFrom('hotline_events as e')
    .innerJoin('hotline_demands as d', 'd.id', 'e.demand')
    .where(sql<boolean>`e.kind in ('returned', 'arbitrated')`)
    .where('e.kind', '=', 'arbitrated')
    .where('d.agency', '=', hotline)
    .select(['d.number', 'd.subject', 'd.body', 'd.place', sql<string>`e.told->>'unit'`.as('unit')])
    .orderBy('e.at', 'desc')
    .orderBy('e.demand')
    .limit(most)
    .execute()
  return z.array(precedentForm).parse(rows)
}
