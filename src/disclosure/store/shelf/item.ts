import type { Work } from '../../../platform/work.ts'
import { type Day, dayOf } from '../../../statute/day.ts'
import type { ItemEvent } from '../../events.ts'
import type { ShelfState } from '../../standing.ts'
import { type Edition, editionLines, editionOf } from '../editions.ts'
import { itemEventsOf } from '../history.ts'
import { type Relation, relationsOf } from './relations.ts'

/** Whose an item is, and where the public finds it. */
export interface ShelfHead {
  readonly item: string
  readonly agency: string
  readonly agencyName: string
  readonly indexNumber: string
  readonly title: string
  readonly shelf: ShelfState
  /** The latest edition. */
  readonly edition: number
  readonly firstPublishedOn: Day | null
  /** Went out in an emergency and waits for its review. */
  readonly unreviewed: boolean
}

/** An item that is or was public; undefined where it never was. */
export async function shelfHead(work: Work, item: string): Promise<ShelfHead | undefined> {
  const row = await work.db
    .selectFrom('disclosure_standings as s')
    .innerJoin('agencies', 'agencies.code', 's.agency')
    .select(['s.item', 's.agency', 'agencies.name as agencyName', 's.index_number as indexNumber'])
    .select(['s.title', 's.shelf', 's.edition', 's.first_published_on', 's.urgent_by'])
    .where('s.item', '=', item)
    .where('s.shelf', 'in', ['public', 'withdrawn'])
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { first_published_on: first, urgent_by: urgentBy, shelf, ...head } = row
  return {
    ...{ ...head, shelf: shelf === 'withdrawn' ? 'withdrawn' : 'public', unreviewed: urgentBy !== null },
    firstPublishedOn: first === null ? null : dayOf(first),
  }
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
export type Ending = Extract<ItemEvent, { kind: 'ended' }>

/** The item as the public may read it; `number` asks for an older edition. Undefined for what is not public. */
export async function shelfItem(
  work: Work,
  head: ShelfHead,
  number = head.edition,
): Promise<ShelfItem | undefined> {
  if (head.shelf !== 'public') return undefined
  const [shown, editions, relations, events] = await Promise.all([
    ...[editionOf(work, head.item, number), editionLines(work, head.item)],
    ...[relationsOf(work, head.item), itemEventsOf(work, head.item)],
  ] as const)
  if (shown === undefined) return undefined
  const endings = events.flatMap(event => (event.kind === 'ended' ? [event] : []))
  return { head, shown, editions, relations, endings }
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
