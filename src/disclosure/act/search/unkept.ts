import type { Work } from '../../../platform/work.ts'
import { itemsWithResultsUnkept, keepResults } from '../../store/rows/search/keep.ts'
import { itemsUnkept, keepSearched } from '../../store/search/keep.ts'

/**
 * Brings what is public and not found by its words into the search: items and their results that an older release, or a
 * backup of it, left without. Each item for itself, so that a stop in between loses nothing.
 * @returns how many items were brought in
 */
export async function keepUnkept(work: Work): Promise<number> {
  const items = await itemsUnkept(work)
  for (const item of items) await work.transaction(inner => keepSearched(inner, item))
  const withResults = await itemsWithResultsUnkept(work)
  for (const item of withResults) await work.transaction(inner => keepResults(inner, item))
  return items.length + withResults.length
}
