import { today } from '../../../platform/clock.ts'
import type { Work } from '../../../platform/work.ts'
import { type ShelfLine, shelfLines } from '../../store/shelf/lines.ts'

/** What the front page tells of an item. */
export type NewOnShelf = Pick<ShelfLine, 'item' | 'title' | 'agencyName' | 'publishedOn'>

/** What was made public last. */
export function newestOnShelf(work: Work, limit: number): Promise<NewOnShelf[]> {
  return shelfLines(work, {}, { today: today(), limit })
}
