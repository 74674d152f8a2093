import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Condition } from './asked.ts'

/**
 * What somebody may see as conditions that exclude each other, each of which an index answers in order: the demands of
 * his hotlines, and those of other hotlines that his units handle.
 */
export async function reachOf(work: Work, agencies: readonly string[]): Promise<Condition[]> {
  const hotlines = await work.db.selectFrom('hotline_numbers').select('agency').distinct().execute()
  const own = hotlines.filter(({ agency }) => agencies.includes(agency)).map(({ agency }) => agency)
  const others = hotlines.length > own.length
  const ofHotlines = own.map(code => sql<boolean>`s.agency = ${code}`)
  if (!others) return ofHotlines
  const elsewhere = own.length === 0 ? sql`` : sql` and s.agency not in (${sql.join(own)})`
  return [...ofHotlines, ...agencies.map(code => sql<boolean>`s.unit = ${code}${elsewhere}`)]
}

/** The demands on which these units work beside the one that leads. */
export function besideOf(agencies: readonly string[]): Condition {
  return sql<boolean>`s.demand in (select c.demand from hotline_co_handlers c where c.unit in (${sql.join([...agencies, ''])}))`
}
