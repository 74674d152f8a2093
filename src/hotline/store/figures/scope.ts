import { type RawBuilder, sql } from 'kysely'
import { type BranchGroup, branches } from '../../figures/branch.ts'
import type { FigureScope } from '../../figures/count.ts'
import { type ChosenBranches, type FigureGroup, isBranchGroup } from '../../figures/grouping.ts'

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
  return sql<boolean>`(${sql.join([...parts, ...about(only)], sql` and `)})`
}

/** What never depends on the unit that has a demand. */
export function about({ type, channel, area, place, category }: Partial<FigureScope>): RawBuilder<boolean>[] {
  return [
    ...(type === undefined ? [] : [sql<boolean>`f.type = ${type}`]),
    ...(channel === undefined ? [] : [sql<boolean>`f.channel = ${channel}`]),
    ...(area === undefined ? [] : [onBranch('area', area)]),
    ...(place === undefined ? [] : [sql<boolean>`coalesce(f.spot, '') = ${place}`]),
    ...(category === undefined ? [] : [onBranch('category', category)]),
  ]
}

const branchColumns = {
  area: sql<string>`coalesce(f.area, '')`,
  category: sql<string>`f.category`,
} as const satisfies Record<BranchGroup, unknown>

/** `isOnBranch` in SQL. */
function onBranch(group: BranchGroup, chosen: string): RawBuilder<boolean> {
  const column = branchColumns[group]
  if (chosen === '' || chosen.endsWith('/')) return sql`${column} = ${chosen.replace(/\/$/, '')}`
  return sql`(${column} = ${chosen} or starts_with(${column}, ${`${chosen}/`}))`
}

/** `branchKey` in SQL. */
function branchOf(group: BranchGroup, chosen: string | undefined): RawBuilder<string> {
  const column = branchColumns[group]
  if (chosen === undefined) return sql`split_part(${column}, '/', 1)`
  const whole = sql`split_part(${column}, '/', ${sql.lit(branches[group])}) <> '' or ${column} = ''`
  return sql`case when ${whole} then ${column} else ${column} || '/' end`
}

const keyColumns = {
  hotline: sql`f.agency`,
  unit: sql`f.unit`,
  type: sql`f.type`,
  channel: sql`f.channel`,
  place: sql`coalesce(f.spot, '')`,
  day: sql`f.day::text`,
  week: sql`date_trunc('week', f.day)::date::text`,
  month: sql`date_trunc('month', f.day)::date::text`,
  quarter: sql`date_trunc('quarter', f.day)::date::text`,
  year: sql`date_trunc('year', f.day)::date::text`,
} as const satisfies Record<Exclude<FigureGroup, BranchGroup>, unknown>

/** The keys of a comparison as one array of texts; `groupKey` in SQL. */
export function keysBy(groups: readonly FigureGroup[], chosen: ChosenBranches): RawBuilder<string[]> {
  const keys = groups.map(group => {
    return isBranchGroup(group) ? branchOf(group, chosen[group]) : keyColumns[group]
  })
  return sql<string[]>`array[${sql.join(keys)}]::text[]`
}
