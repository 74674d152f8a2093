import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { type Day, isDay } from '../../../statute/day.ts'
import {
  type BulletinEvent,
  type BulletinStanding,
  bulletinAfter,
  bulletinEventLabel,
} from '../../bulletins/course.ts'
import { type BulletinKind, bulletinKinds, type Span } from '../../bulletins/period.ts'

const day = z.custom<Day>(value => typeof value === 'string' && isDay(value))
const kinds = Object.keys(bulletinEventLabel) as [BulletinEvent['kind'], ...BulletinEvent['kind'][]]
const eventForm = z.object({
  ...{ kind: z.enum(kinds), words: z.string(), at: z.string(), by: z.string(), byName: z.string() },
})
const rowForm = z.object({
  ...{ id: z.string(), agency: z.string(), kind: z.enum(bulletinKinds), from: day, until: day },
})

/** A bulletin: of which hotline, which kind, which span, and what happened to it. */
export interface BulletinRecord {
  readonly id: string
  readonly hotline: string
  readonly kind: BulletinKind
  readonly span: Span
  readonly events: readonly BulletinEvent[]
  readonly standing: BulletinStanding
}

/** The bulletin; `lock` keeps everybody else from acting on it until the transaction ends. */
export async function bulletinOf(work: Work, id: string, lock = false): Promise<BulletinRecord | undefined> {
  let query = work.db
    .selectFrom('hotline_bulletins')
    .select(['id', 'agency', 'kind', 'starts_on as from', 'ends_on as until'])
    .where('id', '=', id)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (row === undefined) return undefined
  const { agency, kind, from, until } = rowForm.parse(row)
  const rows = await work.db
    .selectFrom('hotline_bulletin_events')
    .select(['kind', 'words', 'at', 'by', 'by_name as byName'])
    .where('bulletin', '=', id)
    .orderBy('number')
    .execute()
  const events = z.array(eventForm).parse(rows)
  return { id, hotline: agency, kind, span: { from, until }, events, standing: bulletinAfter(events) }
}

/** A new bulletin; undefined where there is one of this span already. */
export async function insertBulletin(
  work: Work,
  { hotline, kind, span }: { readonly hotline: string; readonly kind: BulletinKind; readonly span: Span },
): Promise<string | undefined> {
  const row = await work.db
    .insertInto('hotline_bulletins')
    .values({
      ...{ agency: hotline, kind, starts_on: span.from, ends_on: span.until, state: 'draft', edition: 1 },
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** The bulletin of this span. */
export async function bulletinOn(
  work: Work,
  { hotline, kind, span }: { readonly hotline: string; readonly kind: BulletinKind; readonly span: Span },
): Promise<string | undefined> {
  const row = await work.db
    .selectFrom('hotline_bulletins')
    .select('id')
    .where('agency', '=', hotline)
    .where('kind', '=', kind)
    .where('starts_on', '=', span.from)
    .executeTakeFirst()
  return row?.id
}

/** Appends an event and moves what the lists read. */
export async function appendBulletinEvent(
  work: Work,
  { id, events }: Pick<BulletinRecord, 'id' | 'events'>,
  event: BulletinEvent,
): Promise<BulletinStanding> {
  const after = [...events, event]
  const standing = bulletinAfter(after)
  const { byName, ...about } = event
  await work.db
    .insertInto('hotline_bulletin_events')
    .values({ bulletin: id, number: after.length, ...about, by_name: byName })
    .execute()
  await work.db
    .updateTable('hotline_bulletins')
    .set({
      ...{ state: standing.state, edition: standing.edition },
      ...(event.kind === 'publish' ? { published_at: event.at } : {}),
    })
    .where('id', '=', id)
    .execute()
  return standing
}
