import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { type Day, dayOf, yearOf } from '../../../statute/day.ts'
import { faultKinds } from '../../voices.ts'
import { nextNumber } from '../items.ts'

const day = z.string().transform(dayOf)
const rowForm = z.object({
  ...{ id: z.string(), number: z.string(), agency: z.string(), item: z.string().nullable() },
  ...{ path: z.string(), kind: z.enum(faultKinds), text: z.string(), filedOn: day },
  ...{ valid: z.boolean().nullable(), answer: z.string().nullable(), answeredOn: day.nullable() },
  answeredBy: z.string().nullable(),
})

/** A fault of a page that a reader reported 网民找错; who reported it is kept apart and sealed. */
export type Fault = z.infer<typeof rowForm>

/** Keeps a report under the next number of its year; sent twice, it stays one. @returns its number */
export async function keepFault(
  work: Work,
  fault: Pick<Fault, 'agency' | 'item' | 'path' | 'kind' | 'text' | 'filedOn'>,
  kept: {
    readonly sealed: string
    readonly once: string
    readonly trackingHash: string
    readonly filedAt: string
  },
): Promise<string> {
  const before = await work.db
    .selectFrom('disclosure_faults')
    .select('number')
    .where('once', '=', kept.once)
    .executeTakeFirst()
  if (before !== undefined) return before.number
  const year = yearOf(fault.filedOn)
  const last = await nextNumber(work, '', 'fault', year)
  const number = `${year}-${String(last).padStart(5, '0')}`
  const { agency, item, path, kind, text, filedOn } = fault
  await work.db
    .insertInto('disclosure_faults')
    .values({
      ...{ number, agency, item, path, kind, text, filed_on: filedOn, filed_at: kept.filedAt },
      ...{ sealed: kept.sealed, once: kept.once, tracking_hash: kept.trackingHash },
    })
    .execute()
  return number
}

function selected(work: Work) {
  return work.db
    .selectFrom('disclosure_faults')
    .select(['id', 'number', 'agency', 'item', 'path', 'kind', 'text', 'filed_on as filedOn', 'valid'])
    .select(['answer', 'answered_on as answeredOn', 'answered_by as answeredBy'])
}

/** One report; `lock` keeps everybody else from answering it until the transaction ends. */
export async function faultOf(work: Work, id: string, lock = false): Promise<Fault | undefined> {
  const query = selected(work).where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row && rowForm.parse(row)
}

/** The report that this hash of a tracking code opens. */
export async function faultOfCode(work: Work, hash: string): Promise<Fault | undefined> {
  const row = await selected(work).where('tracking_hash', '=', hash).executeTakeFirst()
  return row && rowForm.parse(row)
}

/** Which reports are asked for. */
export interface FaultsQuery {
  readonly agencies: readonly string[]
  readonly standing: 'all' | 'open' | 'answered'
  readonly kind?: string | undefined
  readonly page: number
  readonly size: number
}

/** One page of reports, those without an answer first and the oldest of them first; and how many there are. */
export async function faults(
  work: Work,
  { agencies, standing, kind, page, size }: FaultsQuery,
): Promise<{ readonly faults: Fault[]; readonly total: number }> {
  if (agencies.length === 0) return { faults: [], total: 0 }
  const among = sql<boolean>`agency = any(${[...agencies]}) and ${
    standing === 'all'
      ? sql`true`
      : standing === 'open'
        ? sql`answered_on is null`
        : sql`answered_on is not null`
  } and ${kind === undefined ? sql`true` : sql`kind = ${kind}`}`
  const rows = await selected(work)
    .where(among)
    .orderBy(sql`answered_on is not null`)
    .orderBy(sql`case when answered_on is null then filed_at end`)
    .orderBy('filed_at', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const { total } = await work.db
    .selectFrom('disclosure_faults')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where(among)
    .executeTakeFirstOrThrow()
  return { faults: rows.map(row => rowForm.parse(row)), total }
}

/** Writes the answer down, once. */
export async function keepFaultAnswer(
  work: Work,
  id: string,
  {
    valid,
    answer,
    on,
    byName,
  }: { readonly valid: boolean; readonly answer: string; readonly on: Day; readonly byName: string },
): Promise<void> {
  await work.db
    .updateTable('disclosure_faults')
    .set({ valid, answer, answered_on: on, answered_by: byName })
    .where('id', '=', id)
    .where('answered_on', 'is', null)
    .execute()
}

/** Who reported these faults, sealed, by id. */
export async function sealedReporters(
  work: Work,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await work.db
    .selectFrom('disclosure_faults')
    .select(['id', 'sealed'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, sealed }) => [id, sealed]))
}

/** Writes down whether a page was useful to a reader, and why not. */
export async function keepUseful(
  work: Work,
  said: {
    readonly path: string
    readonly item: string | null
    readonly useful: boolean
    readonly why: string
    readonly on: Day
  },
): Promise<void> {
  const { path, item, useful, why, on } = said
  await work.db.insertInto('disclosure_useful').values({ path, item, useful, why, on_day: on }).execute()
}

/** How a page did with its readers. */
export interface Usefulness {
  readonly path: string
  readonly title: string
  readonly useful: number
  readonly notUseful: number
  /** The latest reasons why it was not, newest first; at most five. */
  readonly why: readonly string[]
}

/** The items of these agencies that were least useful to readers since a day, worst first; at most so many. */
export async function leastUseful(
  work: Work,
  agencies: readonly string[],
  { since, most }: { readonly since: Day; readonly most: number },
): Promise<Usefulness[]> {
  const { rows } = await sql<{
    path: string
    title: string
    useful: number
    not_useful: number
    why: string[]
  }>`
    select u.path, s.title, count(*) filter (where u.useful)::int as useful,
      count(*) filter (where not u.useful)::int as not_useful,
      (array_agg(u.why order by u.id desc) filter (where u.why <> ''))[1:5] as why
    from disclosure_useful u join disclosure_standings s on s.item = u.item
    where u.on_day >= ${since} and s.agency = any(${[...agencies]})
    group by u.path, s.title having count(*) filter (where not u.useful) > 0
    order by not_useful desc, u.path limit ${most}`.execute(work.db)
  return rows.map(({ path, title, useful, not_useful: notUseful, why }) => ({
    ...{ path, title, useful, notUseful, why: why ?? [] },
  }))
}
