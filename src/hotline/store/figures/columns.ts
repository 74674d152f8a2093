import { type RawBuilder, sql } from 'kysely'
import { type Counter, type Counts, counters, countsOf } from '../../figures/counters.ts'

const columns = new Map(
  counters.map(counter => [
    counter,
    counter.replace(/\d+$/, '_$&').replace(/[A-Z]/g, sign => `_${sign.toLowerCase()}`),
  ]),
)

/** The column of a counter: `instant5` is instant_5, `fedBackLate` fed_back_late. */
export function columnOf(counter: Counter): string {
  return columns.get(counter) ?? counter
}

/** A row of a table or an answer, its counters not yet told apart. */
export type CounterRow = Readonly<Record<string, unknown>>

/** The counts of a row. */
export function countsOfRow(row: CounterRow): Counts {
  return countsOf(counter => Number(row[columnOf(counter)] ?? 0))
}

/** The counts as columns of a row. */
export function rowOfCounts(counts: Counts): Record<string, number> {
  return Object.fromEntries(counters.map(counter => [columnOf(counter), counts[counter] ?? 0]))
}

const refs = counters.map(counter => sql.ref(columnOf(counter)))

/** All counters, in the order of the tables. */
export const counterColumns: RawBuilder<unknown> = sql.join(refs)

/** The sum of each counter over rows that hold them. */
export const counterSums: RawBuilder<unknown> = sql.join(
  refs.map(column => sql`sum(${column})::int as ${column}`),
)

/** A counter of a fact as at a moment, by which its limit has come or not: `countsAt` in SQL. */
export function counterAt(counter: Counter, moment: string): RawBuilder<number> {
  const column = sql.ref<number>(`f.${columnOf(counter)}`)
  if (counter === 'onTime')
    return sql<number>`case when f.due_at <= ${moment}::timestamptz then ${column} else 0 end`
  if (counter === 'overdue')
    return sql<number>`case when f.due_at < ${moment}::timestamptz and f.fed_back_at is null then 1 else 0 end`
  return column
}
