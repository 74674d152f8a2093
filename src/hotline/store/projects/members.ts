import { type RawBuilder, sql } from 'kysely'
import { literally } from '../../../platform/text/like.ts'
import type { Work } from '../../../platform/work.ts'
import { type Scope, saysSomething } from '../../projects/scope.ts'
import { subjectForAll } from '../looks/shown-words.ts'

/** Whose demands are gathered. */
export interface Gathered {
  readonly id: string
  readonly agency: string
  readonly scope: Scope
}

/**
 * Keeps which demands filed since this moment fall under the rule, and drops those that no longer do; what was put in or
 * taken out by hand stays. Done twice, it does no harm.
 */
export async function gatherByRule(
  work: Work,
  { id, agency, scope }: Gathered,
  since: string,
): Promise<void> {
  const fitting = saysSomething(scope)
    ? sql`select s.demand, s.filed_at from hotline_standings s join hotline_demands d on d.id = s.demand
        where s.agency = ${agency} and s.filed_at >= ${since} and ${falls(scope)}`
    : sql`select demand, filed_at from hotline_standings where false`
  await sql`
    with fitting as materialized (${fitting}),
    gone as (
      delete from hotline_project_demands p
      where p.project = ${id} and p.way = 'rule' and p.filed_at >= ${since}
        and not exists (select from fitting f where f.demand = p.demand))
    insert into hotline_project_demands (project, demand, filed_at, way)
    select ${id}::uuid, demand, filed_at, 'rule' from fitting
    on conflict (project, demand) do nothing`.execute(work.db)
}

/** The rule in SQL, the same as `fallsUnder`. */
function falls({ words, places, units, types, matters, categories = [] }: Scope): RawBuilder<unknown> {
  const patterns = (list: readonly string[]) => list.map(word => `%${literally(word)}%`)
  const any = (list: readonly string[], columns: readonly RawBuilder<unknown>[]) =>
    sql`(${sql.join(
      columns.map(column => sql`${column} like any (${patterns(list)}::text[])`),
      sql` or `,
    )})`
  const text = [sql`d.subject`, sql`d.body`]
  const parts = [
    ...(words.length > 0 ? [any(words, text)] : []),
    ...(places.length > 0 ? [any(places, [sql`d.place`, ...text])] : []),
    ...(units.length > 0 ? [sql`s.unit = any (${units}::text[])`] : []),
    ...(categories.length > 0 ? [inCategories(categories)] : []),
    ...(types.length > 0 ? [sql`d.type = any (${types}::text[])`] : []),
  ]
  const said =
    words.length + places.length + categories.length === 0 ? sql`false` : sql.join(parts, sql` and `)
  if (matters.length === 0) return said
  return sql`((${said}) or exists (
    select from hotline_matter_members m where m.demand = d.id and m.matter = any(${matters}::uuid[])))`
}

function inCategories(categories: readonly string[]): RawBuilder<unknown> {
  const below = categories.map(category => `${literally(category)}/%`)
  return sql`exists (select from hotline_demand_categories c where c.demand = d.id
    and (c.category = any(${categories}::text[]) or c.category like any(${below}::text[])))`
}

/** How many demands of the city fall under a rule since this moment, and the newest of them: before it is taken. */
export async function triedScope(
  work: Work,
  { agency, scope, since }: { readonly agency: string; readonly scope: Scope; readonly since: string },
): Promise<{
  readonly demands: number
  readonly newest: { readonly number: string; readonly subject: string }[]
}> {
  if (!saysSomething(scope)) return { demands: 0, newest: [] }
  const { rows } = await sql<{ number: string; subject: string; total: number }>`
    select d.number, ${subjectForAll} as subject, count(*) over () as total
    from hotline_standings s join hotline_demands d on d.id = s.demand
    where s.agency = ${agency} and s.filed_at >= ${since} and ${falls(scope)}
    order by s.filed_at desc limit 8`.execute(work.db)
  return {
    demands: Number(rows[0]?.total ?? 0),
    newest: rows.map(({ number, subject }) => ({ number, subject })),
  }
}

/** Demands of the hotline by these ids or numbers. */
export async function demandsNamed(
  work: Work,
  agency: string,
  { ids = [], numbers = [] }: { readonly ids?: readonly string[]; readonly numbers?: readonly string[] },
): Promise<{ readonly id: string; readonly number: string; readonly filedAt: string }[]> {
  if (ids.length + numbers.length === 0) return []
  return await work.db
    .selectFrom('hotline_demands')
    .select(['id', 'number', 'filed_at as filedAt'])
    .where('agency', '=', agency)
    .where(({ or, eb }) =>
      or([
        ...(ids.length > 0 ? [eb('id', 'in', [...ids])] : []),
        ...(numbers.length > 0 ? [eb('number', 'in', [...numbers])] : []),
      ]),
    )
    .execute()
}

/** Puts demands in by name, or takes them out; the rule never undoes it. */
export async function putByHand(
  work: Work,
  project: string,
  demands: readonly { readonly id: string; readonly filedAt: string; readonly way: 'named' | 'out' }[],
): Promise<void> {
  if (demands.length === 0) return
  await work.db
    .insertInto('hotline_project_demands')
    .values(demands.map(({ id, filedAt, way }) => ({ project, demand: id, filed_at: filedAt, way })))
    .onConflict(conflict =>
      conflict.columns(['project', 'demand']).doUpdateSet(({ ref }) => ({ way: ref('excluded.way') })),
    )
    .execute()
}

/** Puts in by name what the matters of the rule hold now, so that it stays when they are put together otherwise. */
export async function putMattersByName(work: Work, { id, agency, scope }: Gathered): Promise<void> {
  if (scope.matters.length === 0) return
  await sql`
    insert into hotline_project_demands (project, demand, filed_at, way)
    select ${id}::uuid, s.demand, s.filed_at, 'named'
    from hotline_matter_members m join hotline_standings s on s.demand = m.demand
    where m.matter = any(${scope.matters}::uuid[]) and m.agency = ${agency}
    on conflict (project, demand) do nothing`.execute(work.db)
}

/** The number of the project to which most of these demands belong; null where none does. */
export async function projectOfDemands(work: Work, demands: readonly string[]): Promise<string | null> {
  const { rows } = await sql<{ number: string }>`
    select p.number from hotline_project_demands m join hotline_projects p on p.id = m.project
    where m.demand = any(${[...demands]}::uuid[]) and m.way <> 'out'
    group by p.id order by count(*) desc, p.number limit 1`.execute(work.db)
  return rows[0]?.number ?? null
}
