import type { Work } from '../../../platform/work.ts'

/** An address of an older site, with its query, and the item that stands there now. */
export interface OldAddress {
  readonly oldPath: string
  readonly item: string
}

/** Keeps where older addresses lead now; who comes by one is sent on. */
export async function keepRedirects(work: Work, addresses: readonly OldAddress[]): Promise<void> {
  for (let at = 0; at < addresses.length; at += 1000) {
    const rows = addresses.slice(at, at + 1000).map(({ oldPath, item }) => ({ old_path: oldPath, item }))
    await work.db
      .insertInto('disclosure_redirects')
      .values(rows)
      .onConflict(conflict =>
        conflict.column('old_path').doUpdateSet(row => ({ item: row.ref('excluded.item') })),
      )
      .execute()
  }
}

/** The item to which an older address leads. */
export async function redirectOf(work: Work, oldPath: string): Promise<string | undefined> {
  const row = await work.db
    .selectFrom('disclosure_redirects')
    .select('item')
    .where('old_path', '=', oldPath)
    .executeTakeFirst()
  return row?.item
}
