import { sql } from 'kysely'
import { z } from 'zod'
import type { Work, Write } from '../../../platform/work.ts'
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
  ...{ area: z.string().nullable(), spot: z.string().nullable(), category: z.string() },
  ...{ due_at: z.string().nullable(), fed_back_at: z.string().nullable(), changed_at: z.string() },
})

/** Takes what a demand adds to the figures in with its history: the facts anew, and to the sums the difference. */
export async function factsMoved(
  work: Work,
  demand: FactDemand,
  { events, time }: { readonly events: readonly DemandEvent[]; readonly time: WorkingTime },
): Promise<Write[]> {
  const before = events.length === 1 ? [] : await factsKept(work, [demand.id])
  const { category = before[0]?.category } = demand
  const facts = factsOf({ ...demand, category }, events, time)
  return factsReplaced(before, facts)
}

/** The facts of these demands as they are kept. */
export async function factsKept(work: Work, demands: readonly string[]): Promise<Fact[]> {
  const { rows } = await sql<CounterRow>`
    select * from hotline_facts where demand = any(${demands}::uuid[])`.execute(work.db)
  return rows.map(factOfRow)
}

/** Are there facts of a time before they told where a demand is? */
export async function anyUnread(work: Work): Promise<boolean> {
  const query = work.db.selectFrom('hotline_facts').select('demand').where('area', 'is', null).limit(1)
  return (await query.executeTakeFirst()) !== undefined
}

/** A fact as a row of its table. */
export function factOfRow(row: CounterRow): Fact {
  const { filed_at, due_at, fed_back_at, changed_at, area, spot, ...whose } = factForm.parse(row)
  const where = { area: area ?? '', spot: spot ?? '' }
  const times = { filedAt: filed_at, dueAt: due_at, fedBackAt: fed_back_at, changedAt: changed_at }
  return { ...whose, ...where, ...times, counts: countsOfRow(row) }
}

/** Facts in the place of those before them, and the difference for the sums. */
export function factsReplaced(before: readonly Fact[], facts: readonly Fact[]): Write[] {
  const keys = new Set(facts.map(keyOf))
  const gone = before.filter(fact => !keys.has(keyOf(fact))).map(({ demand, unit }) => ({ demand, unit }))
  const moves = movesBetween(before, facts)
  return [
    ...(gone.length === 0 ? [] : [removal(gone)]),
    sql`
      insert into hotline_facts
      select * from jsonb_populate_recordset(null::hotline_facts, ${JSON.stringify(facts.map(rowOfFact))}::jsonb)
      on conflict (demand, unit) do update set ${changed}`,
    ...(moves.length === 0 ? [] : [movesOfSums(moves)]),
  ]
}

const removal = (gone: readonly Pick<Fact, 'demand' | 'unit'>[]) => sql`
  delete from hotline_facts f using jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as g(demand uuid, unit text)
  where f.demand = g.demand and f.unit = g.unit`

const movesOfSums = (moves: readonly object[]) => sql`
  insert into hotline_sums
  select * from jsonb_populate_recordset(null::hotline_sums, ${JSON.stringify(moves)}::jsonb)`

const keyOf = ({ demand, unit }: Fact) => `${demand} ${unit}`

const changed = sql.raw(
  ['area', 'spot', 'category', 'due_at', 'fed_back_at', 'changed_at', ...Object.keys(rowOfCounts({}))]
    .map(column => `${column} = excluded.${column}`)
    .join(', '),
)

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
