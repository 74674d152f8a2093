import type { Work } from '../../../platform/work.ts'
import { editionOf } from '../../store/editions.ts'
import type { ItemRecord } from '../../store/history.ts'
import { type BatchKept, batchOf } from '../../store/rows/batches.ts'
import { linesAfter, type PlacedLine } from '../../store/rows/lines.ts'

/** The rows of an item as the staff look at them. */
export interface RowsOfItemSeen extends Omit<BatchKept, 'item' | 'batch'> {
  readonly lines: readonly PlacedLine[]
}

/** The rows of the open draft of an item, else of its latest edition; undefined where it has none. */
export async function rowsOfItem(
  work: Work,
  { draft, standing, item }: ItemRecord,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<RowsOfItemSeen | undefined> {
  const content = draft?.content ?? (await editionOf(work, item.id, standing.edition))?.content
  const kept = content?.rows == null ? undefined : await batchOf(work, content.rows.batch)
  if (kept === undefined) return undefined
  const { item: _, batch, ...about } = kept
  const lines = await linesAfter(work, batch, { after: (page - 1) * size, most: size })
  return { ...about, lines }
}
