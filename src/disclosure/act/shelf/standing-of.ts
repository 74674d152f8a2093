import type { Work } from '../../../platform/work.ts'

/** What a document that somebody relies on is worth now; `ended` is why it is no ground any more, empty where it is one. */
export interface ShelfStatus {
  readonly item: string
  readonly title: string
  readonly ended: string
}

/** How these items stand on the shelf on a day; one that was never public is not told. */
export async function shelfStatusOf(
  work: Work,
  items: readonly string[],
  on: string,
): Promise<ShelfStatus[]> {
  if (items.length === 0) return []
  const rows = await work.db
    .selectFrom('disclosure_standings')
    .select(['item', 'title', 'shelf', 'validity', 'ends_on as endsOn'])
    .where('item', 'in', [...items])
    .where('shelf', '<>', 'never')
    .orderBy('item')
    .execute()
  return rows.map(({ item, title, shelf, validity, endsOn }) => {
    const over = validity !== 'inForce' && (endsOn === null || endsOn <= on)
    return { item, title, ended: shelf === 'withdrawn' ? '已撤下' : over ? '已废止、失效或者修改' : '' }
  })
}
