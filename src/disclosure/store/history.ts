import { z } from 'zod'
import type { Work } from '../../platform/work.ts'
import { dayOf, isDay } from '../../statute/day.ts'
import { documentKey } from '../document-number.ts'
import { type ItemEvent, type ItemEventKind, itemEventLabel } from '../events.ts'
import type { Item, ItemContent } from '../item.ts'
import { type ItemStanding, itemStandingAfter } from '../standing.ts'
import { draftOf, type KeptDraft } from './drafts.ts'
import { editionOf } from './editions.ts'
import { toldItemForms } from './told.ts'

const kindForm = z.enum(Object.keys(itemEventLabel) as [ItemEventKind, ...ItemEventKind[]])

/** An item with its whole history, where it stands by it, and its open draft. */
export interface ItemRecord {
  readonly item: Item
  readonly events: readonly ItemEvent[]
  readonly standing: ItemStanding
  readonly draft: KeptDraft | null
}

/** The item; `lock` keeps everybody else from acting on it until the transaction ends. */
export async function itemRecordOf(work: Work, id: string, lock = false): Promise<ItemRecord | undefined> {
  let query = work.db.selectFrom('disclosure_items').selectAll().where('id', '=', id)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (row === undefined) return undefined
  const { agency, index_number: indexNumber, started_on } = row
  const events = await itemEventsOf(work, id)
  const standing = itemStandingAfter(events)
  return {
    ...{ item: { id, agency, indexNumber, startedOn: dayOf(started_on) }, events, standing },
    draft: (await draftOf(work, id)) ?? null,
  }
}

/** The history of an item in its order. */
export async function itemEventsOf(work: Work, item: string): Promise<ItemEvent[]> {
  const rows = await work.db
    .selectFrom('disclosure_events')
    .select(['kind', 'on_day', 'at', 'by', 'by_name', 'told'])
    .where('item', '=', item)
    .orderBy('number')
    .execute()
  return rows.map(({ kind, told, on_day: on, at, by, by_name: byName }) => {
    const about = toldItemForms[kindForm.parse(kind)].parse(told)
    return { ...about, on: dayOf(on), at, by, byName }
  })
}

/** Appends an event and moves the standing that the lists read. */
export async function appendItemEvent(
  work: Work,
  { item, events }: Pick<ItemRecord, 'item' | 'events'>,
  event: ItemEvent,
): Promise<ItemStanding> {
  const standing = itemStandingAfter([...events, event])
  const { kind, on, at, by, byName, ...about } = event
  await work.db
    .insertInto('disclosure_events')
    .values({
      ...{ item: item.id, number: standing.version, kind, on_day: on, at, by, by_name: byName },
      told: JSON.stringify({ kind, ...about }),
    })
    .execute()
  await keepItemStanding(work, item.id, at)
  return standing
}

/** Writes where the item stands for the lists: from its history, and from the words of its edition or draft. */
export async function keepItemStanding(work: Work, id: string, movedAt: string): Promise<void> {
  const record = await itemRecordOf(work, id)
  if (record === undefined) return
  const { standing, draft } = record
  const edition = standing.edition === 0 ? undefined : await editionOf(work, id, standing.edition)
  const content = edition?.content ?? draft?.content
  if (content === undefined) return
  const submitted = record.events.findLast(({ kind }) => kind === 'submitted')
  const row = {
    ...standingRow(record.item, standing, content),
    ...{ submitted_by: standing.submitted === null ? null : (submitted?.byName ?? null) },
    ...{ published_at: edition?.publishedAt ?? null, moved_at: movedAt },
  }
  await work.db
    .insertInto('disclosure_standings')
    .values(row)
    .onConflict(conflict => conflict.column('item').doUpdateSet(row))
    .execute()
}

/** What the lists read of an item, but for the moments. */
export function standingRow(item: Item, standing: ItemStanding, content: ItemContent) {
  const { documentNumber, madeOn, rows, form, duty, theme, genre, title, series, own } = content
  return {
    ...{ item: item.id, agency: item.agency, index_number: item.indexNumber },
    ...{ form, duty, theme, genre, title, series, document_number: documentNumber },
    ...{ document_key: documentNumber === null ? null : documentKey(documentNumber), made_on: madeOn },
    ...{ draft: standing.draft, shelf: standing.shelf, version: standing.version },
    ...{ handler: standing.handler?.id ?? null, handler_name: standing.handler?.name ?? null },
    ...{ scheduled_for: standing.scheduledFor, edition: standing.edition },
    ...{ first_published_on: standing.firstPublishedOn, published_on: standing.publishedOn },
    ...{ urgent_by: standing.urgentBy, validity: standing.validity, ends_on: standing.endsOn },
    ...{ withdrawn_on: standing.withdrawn?.on ?? null, withheld_on: standing.withheld?.on ?? null },
    ...{ review_on: standing.withheld?.reviewOn ?? null },
    ...{ rows_batch: rows?.batch ?? null, row_count: rows?.count ?? 0 },
    expires_on: own.expiresOn !== undefined && isDay(own.expiresOn) ? own.expiresOn : null,
  }
}

/** Makes the standing of every item anew from its history. @returns how many there are */
export async function rebuildItemStandings(work: Work): Promise<number> {
  const items = await work.db.selectFrom('disclosure_items').select('id').orderBy('id').execute()
  for (const { id } of items) {
    await work.transaction(async inner => {
      const events = await itemEventsOf(inner, id)
      await keepItemStanding(inner, id, events.at(-1)?.at ?? '')
    })
  }
  return items.length
}
