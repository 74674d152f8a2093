import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { type Day, dayOf } from '../../../statute/day.ts'
import type { ItemEvent } from '../../events.ts'
import { contentForm } from '../content-form.ts'
import type { Edition } from '../editions.ts'
import { itemEventsOf } from '../history.ts'
import { toldItemForms } from '../told.ts'
import { type Relation, relationForm, relationsFrom } from './relations.ts'

/** Whose an item is, and where the public finds it. */
export interface ShelfHead {
  readonly item: string
  readonly agency: string
  readonly agencyName: string
  readonly indexNumber: string
  readonly title: string
  readonly shelf: 'public' | 'withdrawn'
  /** The latest edition. */
  readonly edition: number
  readonly firstPublishedOn: Day | null
  /** Went out in an emergency and waits for its review. */
  readonly unreviewed: boolean
}

const headForm = z
  .object({
    ...{ item: z.string(), agency: z.string(), agencyName: z.string(), indexNumber: z.string() },
    ...{ title: z.string(), shelf: z.enum(['public', 'withdrawn']), edition: z.number() },
    ...{ firstPublishedOn: z.string().transform(dayOf).nullable(), urgentBy: z.string().nullable() },
  })
  .transform(({ urgentBy, ...head }): ShelfHead => ({ ...head, unreviewed: urgentBy !== null }))

function heads(work: Work, item: string) {
  return work.db
    .selectFrom('disclosure_standings as s')
    .innerJoin('agencies', 'agencies.code', 's.agency')
    .select(['s.item', 's.agency', 'agencies.name as agencyName', 's.index_number as indexNumber'])
    .select(['s.title', 's.shelf', 's.edition', 's.first_published_on as firstPublishedOn'])
    .select('s.urgent_by as urgentBy')
    .where('s.item', '=', item)
    .where('s.shelf', 'in', ['public', 'withdrawn'])
}

/** The head of an item that is or was public; undefined where it never was. */
export async function shelfHead(work: Work, item: string): Promise<ShelfHead | undefined> {
  const row = await heads(work, item).executeTakeFirst()
  return row === undefined ? undefined : headForm.parse(row)
}

/** An item whole, as one edition of it says it. */
export interface ShelfItem {
  readonly head: ShelfHead
  readonly shown: Edition
  readonly editions: readonly Omit<Edition, 'content'>[]
  readonly relations: readonly Relation[]
  readonly endings: readonly Ending[]
}
/** What ended it, as history tells it, the latest last. */
export type Ending = Pick<Extract<ItemEvent, { kind: 'ended' }>, 'validity' | 'endsOn' | 'byWords' | 'byItem'>

const moment = z.string().transform(text => new Date(text).toISOString())
const restForm = z.object({
  content: z.unknown(),
  editions: z.array(
    z.object({
      ...{ number: z.number(), sha256: z.string(), reason: z.string(), urgent: z.string().nullable() },
      ...{
        publishedAt: moment,
        publishedOn: z.string().transform(dayOf),
        by: z.string(),
        byName: z.string(),
      },
    }),
  ),
  endings: z.array(z.object({ told: toldItemForms.ended })),
  relations: z.array(relationForm),
})

/**
 * The item as the public may read it, in one question to the database; `number` asks for an older edition. A withdrawn item
 * is its head alone; undefined is what never was public, or has no such edition.
 */
export async function shelfItem(
  work: Work,
  item: string,
  number?: number,
): Promise<ShelfItem | ShelfHead | undefined> {
  const wanted = number === undefined ? sql<number>`s.edition` : sql<number>`${number}::int`
  const row = await heads(work, item)
    .leftJoin('disclosure_editions as e', join =>
      join.onRef('e.item', '=', 's.item').on('e.number', '=', wanted),
    )
    .select('e.content')
    .select(({ selectFrom }) => [
      jsonArrayFrom(
        selectFrom('disclosure_editions as l')
          .select(['l.number', 'l.sha256', 'l.reason', 'l.urgent', 'l.published_at as publishedAt'])
          .select(['l.published_on as publishedOn', 'l.by', 'l.by_name as byName'])
          .whereRef('l.item', '=', 's.item')
          .orderBy('l.number'),
      ).as('editions'),
      jsonArrayFrom(
        selectFrom('disclosure_events as v')
          .select('v.told')
          .whereRef('v.item', '=', 's.item')
          .where('v.kind', '=', 'ended')
          .orderBy('v.number'),
      ).as('endings'),
      jsonArrayFrom(relationsFrom(work, item)).as('relations'),
    ])
    .executeTakeFirst()
  if (row === undefined) return undefined
  const head = headForm.parse(row)
  if (head.shelf === 'withdrawn') return head
  const { content, editions, endings, relations } = restForm.parse(row)
  const line = editions.find(each => each.number === (number ?? head.edition))
  if (line === undefined || content === null) return undefined
  const shown = { ...line, content: contentForm.parse(content) }
  return { head, shown, editions, relations, endings: endings.map(({ told }) => told) }
}

/** When and why an item was withdrawn. */
export async function withdrawalOf(
  work: Work,
  item: string,
): Promise<{ readonly on: Day; readonly reason: string } | undefined> {
  const events = await itemEventsOf(work, item)
  const last = events.findLast(({ kind }) => kind === 'withdrawn')
  return last?.kind === 'withdrawn' ? { on: last.on, reason: last.reason } : undefined
}
