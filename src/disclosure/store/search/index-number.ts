import type { Work } from '../../../platform/work.ts'

/** The item that is or was public under this index number 索引号. */
export async function itemOfIndexNumber(work: Work, indexNumber: string): Promise<string | undefined> {
  const row = await work.db
    .selectFrom('disclosure_items as i')
    .innerJoin('disclosure_standings as s', 's.item', 'i.id')
    .select('i.id')
    .where('i.index_number', '=', indexNumber)
    .where('s.shelf', 'in', ['public', 'withdrawn'])
    .executeTakeFirst()
  return row?.id
}
