import { type Asked, asksCharacters, asksNothing } from './asked.ts'
import { mentionsIn } from './words/mentions.ts'

/**
 * Would the search find by these words what holds this text? It decides without the database, for what is on the shelf no
 * longer as well. Who asks nothing takes everything.
 */
export function finds(
  asked: Asked,
  { head, text }: { readonly head: string; readonly text: string },
): boolean {
  if (asksNothing(asked)) return true
  const { key, onlyNumber, writings } = asked
  if (key !== null && mentionsIn(text).has(key)) return true
  if (onlyNumber) return false
  const where = (asksCharacters(asked) ? head : text).toLowerCase()
  return writings.every(ways => ways.some(way => where.includes(way)))
}
