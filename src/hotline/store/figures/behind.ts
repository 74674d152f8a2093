import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { literally } from '../../../platform/text/like.ts'
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
  readonly only?: OnlyBehind | undefined
}

/** Of a table that counts no figure: these demands alone, or those with one of these words in their subject. */
export interface OnlyBehind {
  readonly demands?: readonly string[]
  readonly subjectWords?: readonly string[]
}

/** Has the subject of the demand `d` one of these words? */
export function subjectHas(words: readonly string[]): RawBuilder<boolean> {
  const patterns = words.map(word => `%${literally(word)}%`)
  return sql<boolean>`d.subject like any (${patterns}::text[])`
}

function onlyThese({ demands, subjectWords }: OnlyBehind = {}): RawBuilder<unknown> {
  const these = demands === undefined ? sql`` : sql`and d.id = any(${[...demands]}::uuid[])`
  return subjectWords === undefined ? these : sql`${these} and ${subjectHas(subjectWords)}`
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
      select d.* from hotline_demands d where d.id in (${matching(behind)}) ${onlyThese(behind.only)}
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
  const narrowed = behind.only && sql`join hotline_demands d on d.id = found.demand ${onlyThese(behind.only)}`
  const { rows } = await sql<{ total: number }>`
    select count(distinct found.demand)::int as total from (${matching(behind)}) found ${narrowed ?? sql``}`.execute(
    work.db,
  )
  return rows[0]?.total ?? 0
}
