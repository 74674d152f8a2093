import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { DutyProposal } from '../../duties/proposal.ts'
import type { Precedent } from '../../duties/suggestion.ts'

const proposalForm = z.object({
  ...{ demand: z.string(), number: z.int(), hotline: z.string(), demandNumber: z.string() },
  ...{ subject: z.string(), place: z.string(), kind: z.enum(['returned', 'arbitrated']), at: z.string() },
  ...{ byName: z.string(), reason: z.string(), responsible: z.string(), unit: z.string().nullable() },
})

function disputed(work: Work) {
  return work.db
    .selectFrom('hotline_events as e')
    .innerJoin('hotline_demands as d', 'd.id', 'e.demand')
    .leftJoin('hotline_duty_decisions as c', join =>
      join.onRef('c.demand', '=', 'e.demand').onRef('c.number', '=', 'e.number'),
    )
    .where('c.demand', 'is', null)
    .where(sql<boolean>`e.kind in ('returned', 'arbitrated')`)
    .select(['e.demand', 'e.number', 'd.agency as hotline', 'd.number as demandNumber', 'd.subject'])
    .select(['d.place', 'e.kind', 'e.at', 'e.by_name as byName'])
    .select([
      sql<string>`e.told->>'reason'`.as('reason'),
      sql<string>`coalesce(e.told->>'responsible', '')`.as('responsible'),
      sql<string | null>`e.told->>'unit'`.as('unit'),
    ])
}

/** Returns and arbitrations on which nobody decided whether the list changes, the newest first. */
export async function dutyProposals(
  work: Work,
  hotlines: readonly string[],
  most: number,
): Promise<DutyProposal[]> {
  const rows = await disputed(work)
    .where('d.agency', 'in', [...hotlines, ''])
    .orderBy('e.at', 'desc')
    .orderBy('e.demand')
    .limit(most)
    .execute()
  return z.array(proposalForm).parse(rows)
}

/** One of them; undefined where it was decided, or never was. */
export async function dutyProposal(
  work: Work,
  demand: string,
  number: number,
): Promise<DutyProposal | undefined> {
  const row = await disputed(work)
    .where('e.demand', '=', demand)
    .where('e.number', '=', number)
    .executeTakeFirst()
  return row === undefined ? undefined : proposalForm.parse(row)
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
