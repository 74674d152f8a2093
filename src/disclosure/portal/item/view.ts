import type { Day } from '../../../statute/day.ts'
import type { ShelfItem } from '../../store/shelf/item.ts'

/** What an item's page shows, besides the item. */
export interface ItemView extends ShelfItem {
  readonly today: Day
  /** The full address by which it is cited. */
  readonly address: string
  /** Is it made for a copy that no server stands behind? */
  readonly still: boolean
}
