import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import { demandChannels, demandTypes } from '../../demand.ts'
import type { Counter } from '../../figures/counters.ts'
import type { ConfidentialReach } from '../../looks/confidence.ts'
import { demandStates } from '../../standing.ts'
import { placeFor, subjectFor } from '../looks/shown-words.ts'
import { counterAt } from './columns.ts'
import { type SeenScope, within } from './scope.ts'

/** By which counters a demand belongs to a figure, in a part of the period; each version has its own. */
export interface CountersOn {
  readonly from: Day
  readonly until: Day
  readonly counters: readonly Counter[]
}

/** Which demands are behind a figure, as at a moment; `changed` are those of them that changed since, where it is earlier. */
export interface Behind {
  readonly scope: SeenScope
  readonly spans: readonly CountersOn[]
  readonly moment: string
  readonly changed: readonly string[] | undefined
}

const lineForm = z.object({
  ...{ id: z.string(), number: z.string(), type: z.enum(demandTypes), channel: z.enum(demandChannels) },
  ...{ subject: z.string(), place: z.string(), area: z.string(), category: z.string() },
  ...{ filedAt: z.string(), state: z.enum(demandStates) },
  ...{ unitName: z.string().nullable(), dispatchedAt: z.string().nullable() },
  ...{ fedBackAt: z.string().nullable(), closedAt: z.string().nullable() },
})

/** A demand behind a figure: one line each, as it stands now. */
export type BehindLine = z.infer<typeof lineForm>

function matching({ scope, spans, moment, changed }: Behind): RawBuilder<unknown> {
  const some = spans.map(({ from, until, counters }) => {
    const sum = sql.join(
      counters.map(counter => counterAt(counter, moment)),
      sql` + `,
    )
    return sql`(f.day between ${from} and ${until} and ${sum} > 0)`
  })
  const held = some.length === 0 ? sql`false` : sql`(${sql.join(some, sql` or `)})`
  const kept = sql`select f.demand from hotline_facts f where ${within(scope)} and ${held}`
  if (changed === undefined) return kept
  return sql`${kept} and f.changed_at <= ${moment}::timestamptz union select unnest(${changed}::uuid[])`
}

/** A page of the demands behind a figure, the newest first; all of them where no page is asked for. */
export async function demandsBehindKept(
  work: Work,
  behind: Behind & { readonly reach: ConfidentialReach },
  page?: { readonly size: number; readonly page: number },
): Promise<BehindLine[]> {
  const limit = page === undefined ? sql`` : sql`limit ${page.size} offset ${(page.page - 1) * page.size}`
  const { rows } = await sql`
    with found as (
      select d.* from hotline_demands d where d.id in (${matching(behind)})
      order by d.filed_at desc, d.id ${limit}
    )
    select d.id, d.number, d.type, d.channel, ${subjectFor(behind.reach)} as subject,
      ${placeFor(behind.reach)} as place, coalesce(f.area, '') as area,
      coalesce(f.category, '') as category, d.filed_at as "filedAt", s.state,
      u.short_name as "unitName", s.dispatched_at as "dispatchedAt", s.fed_back_at as "fedBackAt",
      s.closed_at as "closedAt"
    from found d join hotline_standings s on s.demand = d.id left join agencies u on u.code = s.unit
      left join lateral (select area, category from hotline_facts where demand = d.id limit 1) f on true
    order by d.filed_at desc, d.id`.execute(work.db)
  return z.array(lineForm).parse(rows)
}

/** How many there are. */
export async function countBehindKept(work: Work, behind: Behind): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(distinct demand)::int as total from (${matching(behind)}) found`.execute(work.db)
  return rows[0]?.total ?? 0
}
