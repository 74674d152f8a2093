import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'

/** How many items the public reads. */
export async function publicItems(work: Work): Promise<number> {
  const { count } = await work.db
    .selectFrom('disclosure_standings')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('shelf', '=', 'public')
    .executeTakeFirstOrThrow()
  return count
}

/** A part of the items that the public reads, newest first: their ids and the day of the edition. */
export async function itemsOfPart(
  work: Work,
  { part, size }: { readonly part: number; readonly size: number },
): Promise<{ readonly item: string; readonly on: string }[]> {
  return await work.db
    .selectFrom('disclosure_standings')
    .select(['item', sql<string>`published_on`.as('on')])
    .where('shelf', '=', 'public')
    .orderBy('published_on', 'desc')
    .orderBy('item')
    .limit(size)
    .offset((part - 1) * size)
    .execute()
}
