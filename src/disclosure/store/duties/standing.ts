import type { Work } from '../../../platform/work.ts'

/** Whose item this is; undefined where there is none. */
export async function agencyOfItem(work: Work, item: string): Promise<string | undefined> {
  const row = await work.db
    .selectFrom('disclosure_standings')
    .select('agency')
    .where('item', '=', item)
    .executeTakeFirst()
  return row?.agency
}
