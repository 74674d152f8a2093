import type { CategoryModel } from '../classify/model.ts'
import type { CategoryPast } from './by-category.ts'

/** How often the model was right for one unit, on later demands that it had not seen, where it was as sure as it must be. */
export interface Evidence {
  readonly judged: number
  readonly right: number
}

/** What was learned from where demands of the past were handled in the end: the categories of the model are units. */
export interface UnitModel {
  readonly model: CategoryModel
  readonly evidence: Readonly<Record<string, Evidence>>
  readonly byCategory: CategoryPast
}

/**
 * From which confidence the past is asked, of how many cases what share must have been right, and what share of the
 * demand's pairs of characters the past must have seen: docs/decisions/0032.
 */
export const sure = { confidence: 0.6, cases: 5, right: 0.8, known: 0.5 } as const
