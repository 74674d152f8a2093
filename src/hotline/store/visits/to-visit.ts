import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'

/** At which demand a page of what is to be visited ended: its limit, its filing, its id. */
export interface VisitPlace {
  readonly dueAt: string
  readonly filedAt: string
  readonly demand: string
}

const rowForm = z.object({ demand: z.string(), dueAt: z.string(), filedAt: z.string() })

/** Demands in hand with these units, as the one that leads or beside it, by time left: those behind a place, by an index. */
export async function inHandAfter(
  work: Work,
  units: readonly string[],
  { after, most }: { readonly after: VisitPlace | undefined; readonly most: number },
): Promise<VisitPlace[]> {
  const behind =
    after === undefined
      ? sql`true`
      : sql`(s.due_at, s.filed_at, s.demand) > (${after.dueAt}::timestamptz, ${after.filedAt}::timestamptz, ${after.demand}::uuid)`
  const order = sql`order by due_at, filed_at, demand limit ${most}`
  const inHand = sql`s.state = 'handling' and s.closed_at is null and ${behind}`
  const { rows } = await sql`
    select demand, due_at as "dueAt", filed_at as "filedAt" from (
      (select s.demand, s.due_at, s.filed_at from hotline_standings s
        where s.unit = any(${[...units]}::text[]) and ${inHand} ${order})
      union
      (select s.demand, s.due_at, s.filed_at from hotline_co_handlers c join hotline_standings s on s.demand = c.demand
        where c.unit = any(${[...units]}::text[]) and ${inHand} ${order})) f ${order}`.execute(work.db)
  return z.array(rowForm).parse(rows)
}

/** How many they have in hand. */
export async function countInHand(work: Work, units: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from hotline_standings s
    where s.closed_at is null and s.state = 'handling' and (s.unit = any(${[...units]}::text[])
      or s.demand in (select c.demand from hotline_co_handlers c where c.unit = any(${[...units]}::text[])))`.execute(
    work.db,
  )
  return rows[0]?.n ?? 0
}
