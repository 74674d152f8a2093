import type { Demand, DemandType } from '../demand.ts'

/** By which rule demands belong to a project: each list that is not empty must be met by one of its entries. */
export interface Scope {
  /** Words of the subject or body. */
  readonly words: readonly string[]
  /** Words of the place, subject or body. */
  readonly places: readonly string[]
  /** Codes of units that handle the demand. */
  readonly units: readonly string[]
  readonly types: readonly DemandType[]
  /** Matters whose demands belong too, whatever they say. */
  readonly matters: readonly string[]
}

/** What a rule of scope looks at. */
export interface Scoped extends Pick<Demand, 'subject' | 'body' | 'place' | 'type'> {
  readonly unit: string | null
  readonly matter: string | null
}

/** Does the rule say anything of what a demand is about? Units and types alone would catch everything of a unit. */
export function saysSomething({ words, places, matters }: Scope): boolean {
  return words.length > 0 || places.length > 0 || matters.length > 0
}

/** Does this demand fall under the rule? By its words, or by its matter; a rule without words and places catches none by words. */
export function fallsUnder(scope: Scope, { subject, body, place, type, unit, matter }: Scoped): boolean {
  if (matter !== null && scope.matters.includes(matter)) return true
  if (scope.words.length + scope.places.length === 0) return false
  const text = `${subject}\n${body}`
  const has = (words: readonly string[], where: string) =>
    words.length === 0 || words.some(word => where.includes(word))
  return (
    has(scope.words, text) &&
    has(scope.places, `${place}\n${text}`) &&
    (scope.units.length === 0 || (unit !== null && scope.units.includes(unit))) &&
    (scope.types.length === 0 || scope.types.includes(type))
  )
}

/** The words of one field, as somebody types them: parted by blanks, commas or 、. */
export function wordsIn(text: string): string[] {
  return [...new Set(text.split(/[\s,，、;；]+/).filter(word => word !== ''))]
}
