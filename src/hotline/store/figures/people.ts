import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { FigureGroup } from '../../figures/grouping.ts'
import { keysBy, type SeenScope, within } from './scope.ts'

/** How many people are behind the demands of a scope, in all and under each key of a comparison. */
export interface PeopleCounted {
  readonly all: number
  readonly by: readonly { readonly keys: readonly string[]; readonly people: number }[]
}

/** Counts people by the seals of their numbers, looking at each demand once; who left no number is not counted. */
export async function peopleBy(
  work: Work,
  scope: SeenScope,
  { groups, moment }: { readonly groups: readonly FigureGroup[]; readonly moment: string },
): Promise<PeopleCounted> {
  const { rows } = await sql<{ keys: string[] | null; people: number }>`
    with met as materialized (
      select distinct ${keysBy(groups, scope)} as keys, c.same_person as person
      from hotline_facts f join hotline_callers c on c.demand = f.demand
      where ${within(scope)} and f.total > 0 and f.filed_at <= ${moment}::timestamptz
        and c.same_person is not null
    )
    select keys, count(*)::int as people from met group by 1
    union all select null, count(distinct person)::int from met`.execute(work.db)
  return {
    all: rows.find(({ keys }) => keys === null)?.people ?? 0,
    by: rows.flatMap(({ keys, people }) => (keys === null ? [] : [{ keys, people }])),
  }
}

/** Who is behind the demands of a scope that have not changed since a moment, each person once under each key. */
export async function personsBy(
  work: Work,
  scope: SeenScope,
  { groups, moment }: { readonly groups: readonly FigureGroup[]; readonly moment: string },
): Promise<{ readonly keys: readonly string[]; readonly person: string }[]> {
  const { rows } = await sql<{ keys: string[]; person: string }>`
    select distinct ${keysBy(groups, scope)} as keys, c.same_person as person
    from hotline_facts f join hotline_callers c on c.demand = f.demand
    where ${within(scope)} and f.total > 0 and f.changed_at <= ${moment}::timestamptz
      and c.same_person is not null`.execute(work.db)
  return rows
}

/** The seals of the numbers from which these demands came. */
export async function personsOf(work: Work, demands: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ demand: string; person: string }>`
    select demand, same_person as person from hotline_callers
    where demand = any(${demands}::uuid[]) and same_person is not null`.execute(work.db)
  return new Map(rows.map(({ demand, person }) => [demand, person]))
}
