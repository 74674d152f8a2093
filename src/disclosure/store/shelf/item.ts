import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { z } from 'zod'
import { gathered } from '../../../platform/gathering.ts'
import type { Work } from '../../../platform/work.ts'
import { type Day, dayOf } from '../../../statute/day.ts'
import type { ItemEvent } from '../../events.ts'
import { contentForm } from '../content-form.ts'
import type { Edition } from '../editions.ts'
import { itemEventsOf } from '../history.ts'
import { toldItemForms } from '../told.ts'
import { type Relation, relationForm, relationsFrom } from './relations.ts'

/** An item, or one edition of it, that somebody asks for. */
interface Asked {
  readonly item: string
  readonly number?: number | undefined
}

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

/** Heads of what is or was public, joined with the items that are asked for, as `asked (item, number, at)`. */
function heads(work: Work, asked: readonly Asked[]) {
  const of = sql<{ item: string; number: number | null; at: number }>`(select * from unnest(
    ${asked.map(({ item }) => item)}::text[], ${asked.map(({ number }) => number ?? null)}::int[]
  ) with ordinality as a (item, number, at))`
  return work.db
    .selectFrom(of.as('asked'))
    .innerJoin('disclosure_standings as s', 's.item', 'asked.item')
    .innerJoin('agencies', 'agencies.code', 's.agency')
    .select(['s.item', 's.agency', 'agencies.name as agencyName', 's.index_number as indexNumber'])
    .select(['s.title', 's.shelf', 's.edition', 's.first_published_on as firstPublishedOn'])
    .select('s.urgent_by as urgentBy')
    .where('s.shelf', 'in', ['public', 'withdrawn'])
}

/** The head of an item that is or was public; undefined where it never was. */
export async function shelfHead(work: Work, item: string): Promise<ShelfHead | undefined> {
  const row = await heads(work, [{ item }]).executeTakeFirst()
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
 * The item as the public may read it; `number` asks for an older edition. A withdrawn item is its head alone; undefined is
 * what never was public, or has no such edition. Those that are asked for in the same moment are read by one question.
 */
export async function shelfItem(
  work: Work,
  item: string,
  number?: number,
): Promise<ShelfItem | ShelfHead | undefined> {
  // No id has this sign, and the database would refuse the question with it.
  if (item.includes('\0')) return undefined
  let ask = askedHere.get(work)
  if (ask === undefined) {
    ask = gathered(asked => readItems(work, asked))
    askedHere.set(work, ask)
  }
  return await ask({ item, number })
}

/** What is asked for in the same moment, each database for itself. */
const askedHere = new WeakMap<Work, (asked: Asked) => Promise<ShelfItem | ShelfHead | undefined>>()

async function readItems(
  work: Work,
  asked: readonly Asked[],
): Promise<(ShelfItem | ShelfHead | undefined)[]> {
  const rows = await heads(work, asked)
    .leftJoin('disclosure_editions as e', join =>
      join.onRef('e.item', '=', 's.item').on('e.number', '=', sql`coalesce(asked.number, s.edition)`),
    )
    .select(['asked.at', 'e.content'])
    .select(({ selectFrom, ref }) => [
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
      jsonArrayFrom(relationsFrom(work, ref('s.item'))).as('relations'),
    ])
    .execute()
  const found = new Map(rows.map(row => [Number(row.at), row]))
  return asked.map(({ number }, at) => readItem(found.get(at + 1), number))
}

function readItem(row: unknown, number: number | undefined): ShelfItem | ShelfHead | undefined {
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
