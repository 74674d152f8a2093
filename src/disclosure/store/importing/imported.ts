import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { ItemEvent } from '../../events.ts'
import type { Item } from '../../item.ts'
import { itemStandingAfter } from '../../standing.ts'
import { type Edition, keepEditions } from '../editions.ts'
import { standingRow } from '../history.ts'

/** An item that came whole from another site. */
export interface WholeItem {
  readonly item: Item
  readonly edition: Edition
  readonly events: readonly ItemEvent[]
  /** The old site, and the address that the item had there. */
  readonly source: string
  readonly old: string
}

/** Gives so many running numbers of an agency's year at once. @returns the first of them */
export async function numbersFor(work: Work, agency: string, year: number, count: number): Promise<number> {
  const { last } = await work.db
    .insertInto('disclosure_numbers')
    .values({ agency, series: 'item', year, last: count })
    .onConflict(conflict =>
      conflict
        .columns(['agency', 'series', 'year'])
        .doUpdateSet({ last: sql<number>`disclosure_numbers.last + ${count}` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last - count + 1
}

/** Keeps that these items are, under their numbers. */
export async function keepItems(work: Work, items: readonly Item[]): Promise<void> {
  const rows = items.map(({ id, agency, indexNumber, startedOn }) => ({
    ...{ id, agency, index_number: indexNumber, started_on: startedOn },
  }))
  await work.db
    .insertInto('disclosure_items')
    .values(rows)
    .onConflict(each => each.column('id').doNothing())
    .execute()
}

/** Keeps these items with their one edition and where each came from. */
export async function keepWholeItems(work: Work, wholes: readonly WholeItem[]): Promise<void> {
  if (wholes.length === 0) return
  await keepItems(
    work,
    wholes.map(({ item }) => item),
  )
  await work.db.insertInto('disclosure_events').values(wholes.flatMap(eventRows)).execute()
  await keepEditions(
    work,
    wholes.map(({ item, edition }) => ({ item: item.id, edition })),
  )
  await work.db.insertInto('disclosure_standings').values(wholes.map(standingOf)).execute()
  const ledger = wholes.map(({ item, source, old, edition }) => ({
    ...{ source, old, item: item.id, at: edition.publishedAt },
  }))
  await work.db.insertInto('disclosure_imports').values(ledger).execute()
}

function eventRows({ item, events }: WholeItem) {
  return events.map(({ kind, on, at, by, byName, ...about }, place) => ({
    ...{ item: item.id, number: place + 1, kind, on_day: on, at, by, by_name: byName },
    told: JSON.stringify({ kind, ...about }),
  }))
}

function standingOf({ item, edition, events }: WholeItem) {
  return {
    ...standingRow(item, itemStandingAfter(events), edition.content),
    ...{ published_at: edition.publishedAt, moved_at: events.at(-1)?.at ?? edition.publishedAt },
  }
}
