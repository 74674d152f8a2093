import { sql } from 'kysely'
import { instantOf } from '../../../platform/clock.ts'
import type { Work } from '../../../platform/work.ts'
import { addDays } from '../../../statute/day.ts'
import type { IndustryLine, RepeatedLine } from '../../bulletins/content.ts'
import type { Industry } from '../../bulletins/industry.ts'
import type { Span } from '../../bulletins/period.ts'
import type { Counts } from '../../figures/counters.ts'
import { counters } from '../../figures/counters.ts'
import { subjectHas } from '../figures/behind.ts'
import { type CounterRow, columnOf, counterAt, countsOfRow } from '../figures/columns.ts'

interface OfHotline {
  readonly hotline: string
  readonly span: Span
}

const bounds = ({ from, until }: Span) => ({
  from: instantOf(from, '00:00:00'),
  until: instantOf(addDays(until, 1), '00:00:00'),
})

/** As at when repetitions are counted; of an earlier moment with the units that changed demands had then. */
export interface RepeatedAt {
  readonly asOf: string
  readonly changed: readonly { readonly demand: string; readonly unit: string }[] | undefined
}

/** The demands of a span whose caller came again about the same unit: the same number twice or more. */
function repeated({ hotline, span }: OfHotline, { asOf, changed }: RepeatedAt) {
  const demands = changed?.map(({ demand }) => demand) ?? []
  const units = changed?.map(({ unit }) => unit) ?? []
  const then = changed === undefined ? sql`` : sql`and f.changed_at <= ${asOf}::timestamptz`
  return sql`select * from (
    select held.demand, held.unit, c.same_person,
      count(*) over (partition by held.unit, c.same_person) as times
    from (
      select f.demand, f.unit from hotline_facts f
      where f.agency = ${hotline} and f.day between ${span.from} and ${span.until}
        and f.total > 0 and f.unit <> '' ${then}
      union all select * from unnest(${demands}::uuid[], ${units}::text[])
    ) held join hotline_callers c on c.demand = held.demand
    where c.same_person is not null) counted where times > 1`
}

/** Units whose callers came again within the span: the same number, the same unit. */
export async function repeatedIn(work: Work, of: OfHotline, at: RepeatedAt): Promise<RepeatedLine[]> {
  const { rows } = await sql<RepeatedLine>`
    select unit, a.name, count(distinct same_person)::int as callers, count(*)::int as demands
    from (${repeated(of, at)}) again join agencies a on a.code = again.unit
    group by 1, 2 order by demands desc, unit`.execute(work.db)
  return rows
}

/** The demands behind one unit of them. */
export async function demandsRepeated(
  work: Work,
  of: OfHotline,
  { unit, ...at }: RepeatedAt & { readonly unit: string },
): Promise<string[]> {
  const { rows } = await sql<{ demand: string }>`
    select demand from (${repeated(of, at)}) again where unit = ${unit}`.execute(work.db)
  return rows.map(({ demand }) => demand)
}

/** Demands of each industry by the words of their subjects, in the span and in that a year earlier. */
export async function industriesIn(
  work: Work,
  { hotline, span, earlier }: OfHotline & { readonly earlier: Span },
  industries: readonly Industry[],
): Promise<IndustryLine[]> {
  if (industries.length === 0) return []
  const [now, then] = [bounds(span), bounds(earlier)]
  const fits = industries.map(({ words }) => sql`count(*) filter (where ${subjectHas(words)})::int`)
  const count = async (within: { from: string; until: string }) => {
    const { rows } = await sql<{ counts: number[] }>`
      select array[${sql.join(fits)}] as counts
      from hotline_standings s join hotline_demands d on d.id = s.demand
      where s.agency = ${hotline} and s.filed_at >= ${within.from} and s.filed_at < ${within.until}`.execute(
      work.db,
    )
    return rows[0]?.counts ?? []
  }
  const [here, there] = await Promise.all([count(now), count(then)])
  return industries.map(({ name, words }, place) => ({
    ...{ name, words, demands: here[place] ?? 0, yearEarlier: there[place] ?? 0 },
  }))
}

/** What became of these demands, as their facts tell as at a moment, and how many people are behind them. */
export async function countsOfDemands(
  work: Work,
  demands: readonly string[],
  moment: string,
): Promise<{ readonly counts: Counts; readonly people: number }> {
  const sums = counters.map(
    counter => sql`coalesce(sum(${counterAt(counter, moment)}), 0)::int as ${sql.ref(columnOf(counter))}`,
  )
  const ids = sql`${[...demands]}::uuid[]`
  const [facts, people] = await Promise.all([
    sql<CounterRow>`select ${sql.join(sums)} from hotline_facts f where f.demand = any(${ids})`.execute(
      work.db,
    ),
    sql<{ people: number }>`
      select count(distinct coalesce(same_person, demand::text))::int as people
      from hotline_callers where demand = any(${ids})`.execute(work.db),
  ])
  return { counts: countsOfRow(facts.rows[0] ?? {}), people: people.rows[0]?.people ?? 0 }
}

/** The demands of a matter that were filed within a span. */
export async function demandsOfMatter(work: Work, matter: string, { from, until }: Span): Promise<string[]> {
  const rows = await work.db
    .selectFrom('hotline_matter_members')
    .select('demand')
    .where('matter', '=', matter)
    .where('filed_on', '>=', from)
    .where('filed_on', '<=', until)
    .orderBy('filed_on')
    .orderBy('demand')
    .execute()
  return rows.map(({ demand }) => demand)
}

/** How often entries of each unit came into force in the knowledge base within a span. */
export async function updatesByUnit(
  work: Work,
  { hotline, span }: OfHotline,
): Promise<ReadonlyMap<string, number>> {
  const { from, until } = bounds(span)
  const { rows } = await sql<{ unit: string; updates: number }>`
    select e.unit, count(*)::int as updates
    from hotline_entry_events v join hotline_entries e on e.id = v.entry
    where v.kind = 'approved' and v.at >= ${from} and v.at < ${until}
      and e.agency = ${hotline} and e.unit is not null
    group by 1`.execute(work.db)
  return new Map(rows.map(({ unit, updates }) => [unit, updates]))
}
