import { type RawBuilder, sql } from 'kysely'
import type { FigureScope } from '../../figures/count.ts'
import type { FigureGroup } from '../../figures/grouping.ts'

/** A scope with the agencies whose demands may be seen: those of these hotlines, and those with these units. */
export interface SeenScope extends FigureScope {
  readonly agencies: readonly string[]
}

/** The condition of a scope over facts or sums, named `f`. */
export function within({ agencies, from, until, ...only }: SeenScope): RawBuilder<boolean> {
  const parts = [
    sql`(f.agency = any(${agencies}::text[]) or f.unit = any(${agencies}::text[]))`,
    sql`f.day between ${from} and ${until}`,
  ]
  if (only.hotline !== undefined) parts.push(sql`f.agency = ${only.hotline}`)
  if (only.unit !== undefined) parts.push(sql`f.unit = ${only.unit}`)
  if (only.type !== undefined) parts.push(sql`f.type = ${only.type}`)
  if (only.channel !== undefined) parts.push(sql`f.channel = ${only.channel}`)
  return sql<boolean>`(${sql.join(parts, sql` and `)})`
}

const keyColumns = {
  hotline: sql`f.agency`,
  unit: sql`f.unit`,
  type: sql`f.type`,
  channel: sql`f.channel`,
  day: sql`f.day::text`,
  week: sql`date_trunc('week', f.day)::date::text`,
  month: sql`date_trunc('month', f.day)::date::text`,
  quarter: sql`date_trunc('quarter', f.day)::date::text`,
  year: sql`date_trunc('year', f.day)::date::text`,
} as const satisfies Record<FigureGroup, unknown>

/** The keys of a comparison as one array of texts; `groupKey` in SQL. */
export function keysBy(groups: readonly FigureGroup[]): RawBuilder<string[]> {
  return sql<string[]>`array[${sql.join(groups.map(group => keyColumns[group]))}]::text[]`
}
