import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import { type RepeatedDemand, type RepeatKind, type RepeatLine, repeatFrom } from '../../repeats/repeats.ts'
import { demandStates } from '../../standing.ts'

/** Which repetitions are asked for: of some hotlines, demands filed in a span of days, both included. */
export interface RepeatsAsked {
  readonly kind: RepeatKind
  readonly agencies: readonly string[]
  readonly from: Day
  readonly to: Day
  readonly page: number
  readonly size: number
}

const mostDemands = 20
const keyForm = z.object({ key: z.string(), times: z.coerce.number(), total: z.coerce.number() })
const demandForm = z.object({
  ...{ key: z.string(), id: z.string(), number: z.string(), subject: z.string() },
  state: z.enum(demandStates),
})

function keysOf({ kind, agencies, from, to }: RepeatsAsked): RawBuilder<unknown> {
  const within = (day: RawBuilder<unknown>) =>
    sql`agency = any(${agencies}::text[]) and ${day} between ${from} and ${to}`
  if (kind === 'callers')
    return sql`select person as key, count(*) as times from hotline_matter_members
      where ${within(sql`filed_on`)} group by person having count(*) >= ${repeatFrom[kind]}`
  const counted = kind === 'returned' ? sql`returns` : sql`reopenings`
  return sql`select demand::text as key, sum(${counted}) as times from hotline_facts
    where ${within(sql`day`)} group by demand having sum(${counted}) >= ${repeatFrom[kind]}`
}

/** A page of what comes again, the most often first, with the demands behind each line. */
export async function repeatLines(
  work: Work,
  asked: RepeatsAsked,
): Promise<{ readonly lines: RepeatLine[]; readonly total: number }> {
  const { rows } = await sql`select k.key, k.times, count(*) over () as total from (${keysOf(asked)}) k
    order by k.times desc, k.key limit ${asked.size} offset ${(asked.page - 1) * asked.size}`.execute(work.db)
  const keys = z.array(keyForm).parse(rows)
  const behind = await demandsOf(
    work,
    asked,
    keys.map(({ key }) => key),
  )
  const lines = keys.map(({ key, times }) => ({ key, times, demands: behind.get(key) ?? [] }))
  return { lines, total: keys[0]?.total ?? 0 }
}

async function demandsOf(
  work: Work,
  { kind, agencies, from, to }: RepeatsAsked,
  keys: readonly string[],
): Promise<Map<string, RepeatedDemand[]>> {
  const ids =
    kind === 'callers'
      ? sql`select person as key, demand, row_number() over (partition by person order by filed_on desc, demand) as nth
          from hotline_matter_members where agency = any(${agencies}::text[])
          and filed_on between ${from} and ${to} and person = any(${keys}::text[])`
      : sql`select k as key, k::uuid as demand, 1 as nth from unnest(${keys}::text[]) k`
  const { rows } = await sql`select i.key, d.id, d.number, s.state,
      case when d.confidential then '' else d.subject end as subject
    from (${ids}) i join hotline_demands d on d.id = i.demand join hotline_standings s on s.demand = i.demand
    where i.nth <= ${mostDemands} order by i.key, d.filed_at desc, d.number desc`.execute(work.db)
  const found = Map.groupBy(z.array(demandForm).parse(rows), ({ key }) => key)
  return new Map([...found].map(([key, demands]) => [key, demands.map(({ key: _, ...demand }) => demand)]))
}
