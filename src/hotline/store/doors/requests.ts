import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'

const requestForm = z.object({
  ...{ id: z.string(), agency: z.string(), open: z.boolean(), service: z.string(), body: z.string() },
  ...{ place: z.string(), lat: z.number().nullable(), long: z.number().nullable(), mediaUrl: z.string() },
  ...{ filedAt: z.string(), updatedAt: z.string(), dueAt: z.string().nullable() },
  ...{ unitName: z.string().nullable(), words: z.string().nullable(), own: z.boolean() },
})

/** A filing with a category, as Open311 gives it. */
export type RequestLine = z.infer<typeof requestForm>

/** Which filings are asked for. */
export interface RequestsAsked {
  readonly agency?: string | undefined
  readonly ids?: readonly string[] | undefined
  readonly services?: readonly string[] | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** `true` those that run. */
  readonly open?: boolean | undefined
  /** The client that asks, who sees his own whole. */
  readonly client?: string | undefined
  readonly page: number
  readonly size: number
}

/**
 * Filings that everybody may know of, and the client's own: never what the caller wished to be kept confidential, nor a report of
 * wrongdoing 举报. The newest first.
 */
export async function requestLines(work: Work, asked: RequestsAsked): Promise<RequestLine[]> {
  const own = sql<boolean>`f.client = ${asked.client ?? null}::uuid`
  let query = work.db
    .selectFrom('hotline_filings as f')
    .innerJoin('hotline_demands as d', 'd.id', 'f.demand')
    .innerJoin('hotline_standings as s', 's.demand', 'f.demand')
    .leftJoin('agencies as u', join => join.on(sql`coalesce(s.unit, d.agency)`, '=', sql.ref('u.code')))
    .where('f.service', 'is not', null)
    .where(sql<boolean>`((not d.confidential and d.type <> 'report') or coalesce(${own}, false))`)
  if (asked.agency !== undefined) query = query.where('d.agency', '=', asked.agency)
  if (asked.ids !== undefined) query = query.where('f.demand', 'in', asked.ids)
  if (asked.services !== undefined) query = query.where('f.service', 'in', asked.services)
  if (asked.from !== undefined) query = query.where('f.filed_at', '>=', asked.from)
  if (asked.to !== undefined) query = query.where('f.filed_at', '<=', asked.to)
  if (asked.open !== undefined) query = query.where('s.closed_at', asked.open ? 'is' : 'is not', null)
  const rows = await query
    .select(['f.demand as id', 'd.agency', 'f.service', 'd.body', 'd.place', 'f.lat', 'f.long'])
    .select(['f.media_url as mediaUrl', 'f.filed_at as filedAt', 's.due_at as dueAt', 'u.name as unitName'])
    .select(sql<boolean>`s.closed_at is null`.as('open'))
    .select(sql<boolean>`coalesce(${own}, false)`.as('own'))
    .select(sql<string>`(select max(e.at) from hotline_events e where e.demand = f.demand)`.as('updatedAt'))
    .select(
      sql<string | null>`(select e.told ->> 'words' from hotline_events e
        where e.demand = f.demand and e.kind in ('answered', 'fedBack') and s.closed_at is not null
        order by e.number desc limit 1)`.as('words'),
    )
    .orderBy('f.filed_at', 'desc')
    .orderBy('f.demand')
    .limit(asked.size)
    .offset((asked.page - 1) * asked.size)
    .execute()
  return z.array(requestForm).parse(rows)
}

/** The filing that this tracking code opens. */
export async function requestOfCode(work: Work, trackingHash: string): Promise<string | undefined> {
  const row = await work.db
    .selectFrom('hotline_demands as d')
    .innerJoin('hotline_filings as f', 'f.demand', 'd.id')
    .select('d.id')
    .where('d.tracking_hash', '=', trackingHash)
    .where('f.service', 'is not', null)
    .executeTakeFirst()
  return row?.id
}
