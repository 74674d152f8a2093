import type { Instant } from '../../platform/clock.ts'
import type { Work } from '../../platform/work.ts'
import { tagsMovedBy } from '../store/shelf/tags.ts'

/** What moved on the shelf; `reviewed` is the review of what had gone out in an emergency: its words stay as they are. */
export type ShelfChange = 'published' | 'revised' | 'withdrawn' | 'restored' | 'ended' | 'reviewed'

/** Tells caches, search, feeds and subscriptions that an item moved, and which pages that touches; in the transaction of the act. */
export async function shelve(
  work: Work,
  item: string,
  { what, at }: { readonly what: ShelfChange; readonly at: Instant },
): Promise<void> {
  const tags = await tagsMovedBy(work, item, what === 'revised')
  await work.db.insertInto('disclosure_changes').values({ item, what, at, tags }).execute()
}
