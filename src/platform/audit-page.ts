import { sql } from 'kysely'
import type { Db } from './db.ts'

/** Which rows of the trail are asked for. */
export interface AuditFilter {
  readonly page: number
  readonly size: number
  /** The agencies that the reader may see; undefined where he sees all. */
  readonly agencies?: readonly string[] | undefined
  readonly act?: string | undefined
  readonly agency?: string | undefined
  /** Words of the actor's name. */
  readonly by?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** One page of the trail, latest first, and how many rows there are. */
export async function auditPage(db: Db, filter: AuditFilter) {
  let query = db.selectFrom('audit')
  if (filter.agencies) query = query.where('agency', 'in', [...filter.agencies, ''])
  if (filter.act) query = query.where('act', 'like', `${filter.act}%`)
  if (filter.agency) query = query.where('agency', '=', filter.agency)
  if (filter.by) query = query.where('by_name', 'like', `%${filter.by}%`)
  if (filter.from) query = query.where('at', '>=', `${filter.from}T00:00:00+08:00`)
  if (filter.to) query = query.where('at', '<=', `${filter.to}T23:59:59.999+08:00`)
  const { total } = await query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .select(['id', 'at', 'by_name as byName', 'agency', 'act', 'subject', 'detail', 'hash'])
    .orderBy('id', 'desc')
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute()
  return { rows, total }
}
