import type { Instant } from '../../platform/clock.ts'
import type { Work } from '../../platform/work.ts'

/** What moved on the shelf. */
export type ShelfChange = 'published' | 'revised' | 'withdrawn' | 'restored' | 'ended'

/** Tells caches, search, feeds and subscriptions that an item moved; in the transaction of the act. */
export async function shelve(
  work: Work,
  item: string,
  { what, at }: { readonly what: ShelfChange; readonly at: Instant },
): Promise<void> {
  await work.db.insertInto('disclosure_changes').values({ item, what, at }).execute()
}
