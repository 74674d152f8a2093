import { sql } from 'kysely'
import type { Db } from './db.ts'
import { literally } from './text/like.ts'

/** Which rows of the trail are asked for. */
export interface AuditFilter {
  /** What the reader may see: rows of these agencies and his own acts; undefined where he sees all. */
  readonly within?: { readonly agencies: readonly string[]; readonly by: string } | undefined
  /** The beginning of the act's name: `report.` for all acts on reports. */
  readonly act?: string | undefined
  readonly agency?: string | undefined
  /** Words of the actor's name. */
  readonly by?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** A place in the trail: the rows before this one, the rows after it, or the latest. */
export interface AuditPlace {
  readonly before?: number | undefined
  readonly after?: number | undefined
}

/** How many rows are counted at most: nobody pages through more, and counting a million takes long. */
export const countedAtMost = 10_000

function matching(db: Db, { within, act, agency, by, from, to }: AuditFilter) {
  let query = db.selectFrom('audit')
  if (within) {
    query = query.where(eb => eb.or([eb('agency', 'in', [...within.agencies, '']), eb('by', '=', within.by)]))
  }
  if (act) query = query.where('act', 'like', `${literally(act)}%`)
  if (agency) query = query.where('agency', '=', agency)
  if (by) query = query.where('by_name', 'like', `%${literally(by)}%`)
  if (from) query = query.where('at', '>=', `${from}T00:00:00+08:00`)
  if (to)
    query = query.where('at', '<', sql<string>`${`${to}T00:00:00+08:00`}::timestamptz + interval '1 day'`)
  return query
}

const columns = ['id', 'at', 'by_name as byName', 'agency', 'act', 'subject', 'detail', 'hash'] as const

/** Rows of the trail, latest first, beside a place in it: a page costs the same wherever it lies. */
export async function auditRows(db: Db, filter: AuditFilter, place: AuditPlace, size: number) {
  const query = matching(db, filter).select(columns).limit(size)
  if (place.after !== undefined) {
    return (await query.where('id', '>', place.after).orderBy('id').execute()).toReversed()
  }
  const earlier = place.before === undefined ? query : query.where('id', '<', place.before)
  return await earlier.orderBy('id', 'desc').execute()
}

/** How many rows match, counted up to one more than `countedAtMost`. */
export async function auditCount(db: Db, filter: AuditFilter): Promise<number> {
  const some = matching(db, filter)
    .select('id')
    .limit(countedAtMost + 1)
    .as('some')
  const { n } = await db
    .selectFrom(some)
    .select(eb => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** A row of the trail as it is read. */
export type AuditRow = Awaited<ReturnType<typeof auditRows>>[number]

/** Every row that matches, latest first, two thousand at a time. */
export async function* auditPages(db: Db, filter: AuditFilter): AsyncGenerator<AuditRow[]> {
  for (let before: number | undefined; ; ) {
    const rows = await auditRows(db, filter, { before }, 2000)
    if (rows.length > 0) yield rows
    before = rows.at(-1)?.id
    if (rows.length < 2000) return
  }
}
