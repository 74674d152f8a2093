import { type RawBuilder, sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import { asksOfPlaces } from '../../figures/count.ts'
import { type Counts, counters } from '../../figures/counters.ts'
import { type FigureGroup, isBranchGroup } from '../../figures/grouping.ts'
import { type CounterRow, columnOf, counterAt, counterColumns, counterSums, countsOfRow } from './columns.ts'
import { about, keysBy, type SeenScope, within } from './scope.ts'

/** Counts under the keys of a comparison. */
export interface KeyedCounts {
  readonly keys: readonly string[]
  readonly counts: Counts
}

type KeyedRow = CounterRow & { readonly keys: readonly string[] }
const keyed = (row: KeyedRow): KeyedCounts => ({ keys: row.keys, counts: countsOfRow(row) })

/** The sums by day, unit, type and channel, or the facts where a place or a category is asked for: of these the sums would be as many as the demands. */
function tableFor(scope: SeenScope, groups: readonly FigureGroup[]): RawBuilder<unknown> {
  const isKept = !asksOfPlaces(scope) && !groups.some(group => isBranchGroup(group) || group === 'place')
  return isKept ? sql`hotline_sums` : sql`hotline_facts`
}

/** What the kept sums say; limits that came by themselves since are not in them. */
export async function sumsBy(
  work: Work,
  scope: SeenScope,
  groups: readonly FigureGroup[],
): Promise<KeyedCounts[]> {
  const { rows } = await sql<KeyedRow>`
    select ${keysBy(groups, scope)} as keys, ${counterSums} from ${tableFor(scope, groups)} f where ${within(scope)} group by 1`.execute(
    work.db,
  )
  return rows.map(keyed)
}

/** What the passing of time adds to the sums: limits over without a feedback, and less those on time whose limit is yet to come. */
export async function limitsCome(
  work: Work,
  scope: SeenScope,
  { groups, moment }: { readonly groups: readonly FigureGroup[]; readonly moment: string },
): Promise<KeyedCounts[]> {
  const { rows } = await sql<KeyedRow>`
    select keys, sum(overdue)::int as overdue, sum(on_time)::int as on_time from (
      select ${keysBy(groups, scope)} as keys, 1 as overdue, 0 as on_time from hotline_facts f
      where ${within(scope)} and f.due_at < ${moment}::timestamptz and f.fed_back_at is null
      union all
      select ${keysBy(groups, scope)}, 0, -1 from hotline_facts f
      where ${within(scope)} and f.due_at > ${moment}::timestamptz and f.on_time > 0
    ) moved group by 1`.execute(work.db)
  return rows.map(keyed)
}

/** The same, counted anew from the facts that have not changed since a moment, as at it. */
export async function factSumsBy(
  work: Work,
  scope: SeenScope,
  { groups, moment }: { readonly groups: readonly FigureGroup[]; readonly moment: string },
): Promise<KeyedCounts[]> {
  const sums = counters.map(
    counter => sql`sum(${counterAt(counter, moment)})::int as ${sql.ref(columnOf(counter))}`,
  )
  const { rows } = await sql<KeyedRow>`
    select ${keysBy(groups, scope)} as keys, ${sql.join(sums)} from hotline_facts f
    where ${within(scope)} and f.changed_at <= ${moment}::timestamptz group by 1`.execute(work.db)
  return rows.map(keyed)
}

/** The demands of a scope that were registered by a moment and changed after it; with whatever unit, since that may have changed too. */
export async function changedSince(work: Work, scope: SeenScope, moment: string): Promise<string[]> {
  const { from, until, hotline } = scope
  const parts = [
    sql`f.day between ${from} and ${until}`,
    sql`f.changed_at > ${moment}::timestamptz and f.filed_at <= ${moment}::timestamptz`,
  ]
  if (hotline !== undefined) parts.push(sql`f.agency = ${hotline}`)
  const { rows } = await sql<{ demand: string }>`
    select distinct f.demand from hotline_facts f where ${sql.join([...parts, ...about(scope)], sql` and `)} order by 1`.execute(
    work.db,
  )
  return rows.map(({ demand }) => demand)
}

/** Puts what was added to the sums one by one together: one row for each day, unit, type and channel. @returns rows saved */
export async function gatherSums(work: Work): Promise<number> {
  const { rows } = await sql<{ before: number; after: number }>`
    with gone as (
      delete from hotline_sums where (agency, day) in (select distinct agency, day from hotline_sums where loose)
      returning *
    ), kept as (
      insert into hotline_sums (agency, day, unit, type, channel, loose, ${counterColumns})
      select agency, day, unit, type, channel, false, ${counterSums} from gone group by 1, 2, 3, 4, 5
      returning 1
    )
    select (select count(*) from gone) as before, (select count(*) from kept) as after`.execute(work.db)
  return (rows[0]?.before ?? 0) - (rows[0]?.after ?? 0)
}

/** Makes the sums from the facts, where there are none yet. */
export async function sumFacts(work: Work): Promise<void> {
  await sql`insert into hotline_sums (agency, day, unit, type, channel, loose, ${counterColumns})
    select agency, day, unit, type, channel, false, ${counterSums} from hotline_facts group by 1, 2, 3, 4, 5`.execute(
    work.db,
  )
}
