import type { Work } from '../../platform/work.ts'
import { type Day, dayOf } from '../../statute/day.ts'
import type { ItemContent } from '../item.ts'
import { contentForm } from './content-form.ts'

/** An edition 版本: what the public read from this moment on; it never changes. */
export interface Edition {
  readonly number: number
  readonly content: ItemContent
  readonly sha256: string
  readonly reason: string
  /** Published before its review, with this reason. */
  readonly urgent: string | null
  readonly publishedAt: string
  readonly publishedOn: Day
  readonly by: string
  readonly byName: string
}

/** One edition of an item. */
export async function editionOf(work: Work, item: string, number: number): Promise<Edition | undefined> {
  const row = await work.db
    .selectFrom('disclosure_editions')
    .selectAll()
    .where('item', '=', item)
    .where('number', '=', number)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { sha256, reason, urgent, published_at: publishedAt, by, by_name: byName } = row
  const publishedOn = dayOf(row.published_on)
  return {
    ...{ number, content: contentForm.parse(row.content), sha256, reason, urgent, publishedAt },
    ...{ publishedOn, by, byName },
  }
}

/** All editions of an item without their words, first to last. */
export async function editionLines(work: Work, item: string): Promise<Omit<Edition, 'content'>[]> {
  const rows = await work.db
    .selectFrom('disclosure_editions')
    .select(['number', 'sha256', 'reason', 'urgent', 'published_at as publishedAt'])
    .select(['published_on as publishedOn', 'by', 'by_name as byName'])
    .where('item', '=', item)
    .orderBy('number')
    .execute()
  return rows.map(row => ({ ...row, publishedOn: dayOf(row.publishedOn) }))
}

/** An edition of an item. */
interface EditionOfItem {
  readonly item: string
  readonly edition: Edition
}

/** Keeps an edition for good, and how it hangs together with other items. */
export async function keepEdition(work: Work, item: string, edition: Edition): Promise<void> {
  await keepEditions(work, [{ item, edition }])
}

/** Keeps editions of several items at once; none of an item twice. */
export async function keepEditions(work: Work, editions: readonly EditionOfItem[]): Promise<void> {
  if (editions.length === 0) return
  const rows = editions.map(({ item, edition }) => {
    const { number, content, sha256, reason, urgent, publishedAt, publishedOn, by, byName } = edition
    return {
      ...{ item, number, content: JSON.stringify(content), sha256, reason, urgent, by, by_name: byName },
      ...{ published_at: publishedAt, published_on: publishedOn },
    }
  })
  await work.db.insertInto('disclosure_editions').values(rows).execute()
  const items = editions.map(({ item }) => item)
  await work.db.deleteFrom('disclosure_links').where('item', 'in', items).execute()
  const links = editions.flatMap(({ item, edition: { content } }) =>
    (['interprets', 'repeals', 'revises'] as const).flatMap(kind =>
      [...new Set(content[kind])].map(target => ({ item, kind, target })),
    ),
  )
  if (links.length > 0) await work.db.insertInto('disclosure_links').values(links).execute()
}
