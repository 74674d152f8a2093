import type { Work } from '../../platform/work.ts'

/** A set of rows as it was loaded; it never changes. */
export interface Batch {
  readonly id: string
  readonly item: string
  readonly form: string
  readonly count: number
  readonly sha256: string
}

/** A set of rows by its id. */
export async function batchOf(work: Work, id: string): Promise<Batch | undefined> {
  return await work.db
    .selectFrom('disclosure_batches')
    .select(['id', 'item', 'form', 'row_count as count', 'sha256'])
    .where('id', '=', id)
    .executeTakeFirst()
}
