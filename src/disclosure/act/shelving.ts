import type { Instant } from '../../platform/clock.ts'
import type { Work } from '../../platform/work.ts'
import { keepResults } from '../store/rows/search/keep.ts'
import { keepSearched } from '../store/search/keep.ts'
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
