import type { Instant } from '../../platform/clock.ts'
import type { Work } from '../../platform/work.ts'
import { tagsOfMove } from '../shelf-tags.ts'
import { textsIn, textsOf } from '../store/files.ts'
import { keepResults } from '../store/rows/search/keep.ts'
import { keepNewlySearched, keepSearched } from '../store/search/keep.ts'
import type { Shelved } from '../store/search/row.ts'
import { tagsMovedBy } from '../store/shelf/tags.ts'

/** What moved on the shelf; `reviewed` is the review of what had gone out in an emergency: its words stay as they are. */
export type ShelfChange = 'published' | 'revised' | 'withdrawn' | 'restored' | 'ended' | 'reviewed'

/**
 * Tells caches, search, feeds and subscriptions that an item moved, and which pages that touches; in the transaction of
 * the act. The head of the trail is taken first, as every act does at its end: so changes are numbered in the order in
 * which they become visible, and who reads on from the last one misses none.
 */
export async function shelve(
  work: Work,
  item: string,
  { what, at }: { readonly what: ShelfChange; readonly at: Instant },
): Promise<void> {
  await keepResults(work, item)
  await work.db.selectFrom('audit_head').select('rows').forUpdate().execute()
  const tags = await tagsMovedBy(work, item, what === 'revised')
  await work.db.insertInto('disclosure_changes').values({ item, what, at, tags }).execute()
  await keepSearched(work, item)
}

/** An item that comes to the shelf whole, as it was public elsewhere; no other item names it yet. */
export interface MovedIn extends Omit<Shelved, 'attached'> {
  readonly at: Instant
}

/** Tells likewise of items that are moved in, all at once: what `shelve` tells of each. */
export async function shelveMovedIn(work: Work, items: readonly MovedIn[]): Promise<void> {
  if (items.length === 0) return
  for (const { item, content } of items) if (content.rows !== null) await keepResults(work, item.id)
  await work.db.selectFrom('audit_head').select('rows').forUpdate().execute()
  const changes = items.map(({ item, content, at }) => {
    const { form, duty, series, interprets, repeals, revises } = content
    const facets = { agency: item.agency, form, duty, series, links: [...interprets, ...repeals, ...revises] }
    return { item: item.id, what: 'published', at, tags: tagsOfMove(item.id, [facets], []) }
  })
  await work.db.insertInto('disclosure_changes').values(changes).execute()
  const files = items.flatMap(({ content }) => content.attachments.map(({ file }) => file))
  const texts = await textsOf(work, files)
  await keepNewlySearched(
    work,
    items.map(each => ({
      ...each,
      attached: textsIn(each.content.attachments, texts),
    })),
  )
}
