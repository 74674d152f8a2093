import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { dayOf } from '../../../statute/day.ts'
import { demandChannels, demandTypes } from '../../demand.ts'
import type { DemandEvent } from '../../events.ts'
import { added, type Counts, countsOf } from '../../figures/counters.ts'
import { type Fact, type FactDemand, factsOf } from '../../figures/fact.ts'
import type { WorkingTime } from '../../working-time.ts'
import { type CounterRow, countsOfRow, rowOfCounts } from './columns.ts'

const factForm = z.object({
  ...{ demand: z.string(), agency: z.string(), unit: z.string(), type: z.enum(demandTypes) },
  ...{ channel: z.enum(demandChannels), day: z.string().transform(dayOf), filed_at: z.string() },
  ...{ due_at: z.string().nullable(), fed_back_at: z.string().nullable(), changed_at: z.string() },
})

/** Takes what a demand adds to the figures in with its history: the facts anew, and to the sums the difference. */
export async function keepFacts(
  work: Work,
  demand: FactDemand,
  { events, time }: { readonly events: readonly DemandEvent[]; readonly time: WorkingTime },
): Promise<void> {
  const facts = factsOf(demand, events, time)
  const before = events.length === 1 ? [] : await factsKept(work, [demand.id])
  await replaceFacts(work, before, facts)
}

/** The facts of these demands as they are kept. */
export async function factsKept(work: Work, demands: readonly string[]): Promise<Fact[]> {
  const { rows } = await sql<CounterRow>`
    select * from hotline_facts where demand = any(${demands}::uuid[])`.execute(work.db)
  return rows.map(factOfRow)
}

/** A fact as a row of its table. */
export function factOfRow(row: CounterRow): Fact {
  const { filed_at, due_at, fed_back_at, changed_at, ...whose } = factForm.parse(row)
  const times = { filedAt: filed_at, dueAt: due_at, fedBackAt: fed_back_at, changedAt: changed_at }
  return { ...whose, ...times, counts: countsOfRow(row) }
}

/** Puts facts in the place of those before them, and adds the difference to the sums. */
export async function replaceFacts(
  work: Work,
  before: readonly Fact[],
  facts: readonly Fact[],
): Promise<void> {
  const keys = new Set(facts.map(keyOf))
  const gone = before.filter(fact => !keys.has(keyOf(fact))).map(({ demand, unit }) => ({ demand, unit }))
  const moves = movesBetween(before, facts)
  await sql`
    with gone as (
      delete from hotline_facts f using jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as g(demand uuid, unit text)
      where f.demand = g.demand and f.unit = g.unit
    ), kept as (
      insert into hotline_facts
      select * from jsonb_populate_recordset(null::hotline_facts, ${JSON.stringify(facts.map(rowOfFact))}::jsonb)
      on conflict (demand, unit) do update set ${sql.join(
        changing.map(column => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`),
      )}
    )
    insert into hotline_sums
    select * from jsonb_populate_recordset(null::hotline_sums, ${JSON.stringify(moves)}::jsonb)`.execute(
    work.db,
  )
}

const keyOf = ({ demand, unit }: Fact) => `${demand} ${unit}`

const changing = ['due_at', 'fed_back_at', 'changed_at', ...Object.keys(rowOfCounts({}))]

/** The row of a fact. */
export function rowOfFact({ counts, filedAt, dueAt, fedBackAt, changedAt, ...whose }: Fact) {
  const times = { filed_at: filedAt, due_at: dueAt, fed_back_at: fedBackAt, changed_at: changedAt }
  return { ...whose, ...times, ...rowOfCounts(counts) }
}

/** By how much the sums of each day, unit, type and channel change. */
function movesBetween(before: readonly Fact[], after: readonly Fact[]) {
  const moves = new Map<string, { readonly fact: Fact; readonly counts: Counts }>()
  const move = (fact: Fact, sign: 1 | -1) => {
    const { agency, day, unit, type, channel } = fact
    const key = [agency, day, unit, type, channel].join(' ')
    const counts = countsOf(counter => sign * (fact.counts[counter] ?? 0))
    moves.set(key, { fact, counts: added(moves.get(key)?.counts ?? {}, counts) })
  }
  for (const fact of before) move(fact, -1)
  for (const fact of after) move(fact, 1)
  return [...moves.values()]
    .filter(({ counts }) => Object.keys(counts).length > 0)
    .map(({ fact: { agency, day, unit, type, channel }, counts }) => ({
      ...{ agency, day, unit, type, channel, loose: true },
      ...rowOfCounts(counts),
    }))
}
