import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'

/** How many open demands an agency holds: as the unit that leads, as a co-handler that owes its part, as the hotline. */
export interface HeldDemands {
  readonly leading: number
  readonly beside: number
  readonly ofHotline: number
}

const form = z.object({ leading: z.int(), beside: z.int(), ofHotline: z.int() })

/** Counts them, each by an index of what is open. */
export async function heldDemands(work: Work, agency: string): Promise<HeldDemands> {
  const { rows } = await sql`select
    (select count(*)::int from hotline_standings where unit = ${agency} and closed_at is null) as leading,
    (select count(*)::int from hotline_co_handlers c join hotline_standings s on s.demand = c.demand
      where c.unit = ${agency} and not c.given and s.closed_at is null) as beside,
    (select count(*)::int from hotline_standings where agency = ${agency} and closed_at is null) as "ofHotline"
  `.execute(work.db)
  return form.parse(rows[0])
}

/** A unit, held so that nobody dissolves it until the transaction ends; undefined where there is none. */
export async function unitHeld(
  work: Work,
  unit: string,
): Promise<{ readonly name: string; readonly standing: boolean } | undefined> {
  return await work.db
    .selectFrom('agencies')
    .select(['name', 'standing'])
    .where('code', '=', unit)
    .forShare()
    .executeTakeFirst()
}
