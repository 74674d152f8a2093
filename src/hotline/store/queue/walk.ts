import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import { allOf, type Condition, type DemandsAsked } from './asked.ts'
import { conditionsOf } from './found.ts'

const atOnce = 2000

/** All ids that match, the newest first, in parts: memory and time for a part are the same however many there are. */
export async function* matchingIds(
  work: Work,
  asked: Omit<DemandsAsked, 'page' | 'size'>,
): AsyncGenerator<string[]> {
  const { reach, conditions } = await conditionsOf(work, { ...asked, page: 1, size: 1 })
  for (const each of reach) {
    let last: { readonly demand: string; readonly filedAt: string } | undefined
    do {
      const rows = await partAfter(work, [each, ...conditions], last)
      if (rows.length > 0) yield rows.map(({ demand }) => demand)
      last = rows.length < atOnce ? undefined : rows.at(-1)
    } while (last !== undefined)
  }
}

/** How many match. */
export async function countMatching(work: Work, asked: Omit<DemandsAsked, 'page' | 'size'>): Promise<number> {
  const { reach, conditions } = await conditionsOf(work, { ...asked, page: 1, size: 1 })
  const counts = reach.map(
    each => sql`select count(*) as n from hotline_standings s where ${allOf([each, ...conditions])}`,
  )
  if (counts.length === 0) return 0
  const { rows } = await sql<{
    n: string
  }>`select sum(n) as n from (${sql.join(counts, sql` union all `)}) c`.execute(work.db)
  return Number(rows[0]?.n ?? 0)
}

async function partAfter(
  work: Work,
  conditions: readonly Condition[],
  last: { readonly demand: string; readonly filedAt: string } | undefined,
): Promise<{ readonly demand: string; readonly filedAt: string }[]> {
  const after =
    last === undefined
      ? sql<boolean>`true`
      : sql<boolean>`s.filed_at <= ${last.filedAt}::timestamptz and (s.filed_at < ${last.filedAt}::timestamptz or s.demand > ${last.demand}::uuid)`
  const { rows } = await sql<{ demand: string; filedAt: string }>`
    select s.demand, s.filed_at as "filedAt" from hotline_standings s where ${allOf([...conditions, after])}
    order by s.filed_at desc, s.demand limit ${atOnce}`.execute(work.db)
  return rows
}
