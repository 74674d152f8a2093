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
  /** Categories of the office's tree, each with all below it; missing in rules of before. */
  readonly categories?: readonly string[] | undefined
  /** Matters whose demands belong too, whatever they say. */
  readonly matters: readonly string[]
}

/** What a rule of scope looks at. */
export interface Scoped extends Pick<Demand, 'subject' | 'body' | 'place' | 'type'> {
  readonly unit: string | null
  /** By the model or by hand; null until it has one. */
  readonly category?: string | null
  readonly matter: string | null
}

/** Does the rule say anything of what a demand is about? Units and types alone would catch everything of a unit. */
export function saysSomething(scope: Scope): boolean {
  return saysWhat(scope) || scope.matters.length > 0
}

/** By its words, its place or its category. */
function saysWhat({ words, places, categories = [] }: Scope): boolean {
  return words.length + places.length + categories.length > 0
}

/** Is a category this one, or below it? */
function isWithin(category: string | null, above: string): boolean {
  return category === above || (category?.startsWith(`${above}/`) ?? false)
}

/** Does this demand fall under the rule? By what it says, or by its matter; a rule that says nothing of what it is about catches none. */
export function fallsUnder(scope: Scope, demand: Scoped): boolean {
  const { subject, body, place, type, unit, matter, category = null } = demand
  const { categories = [] } = scope
  if (matter !== null && scope.matters.includes(matter)) return true
  if (!saysWhat(scope)) return false
  const text = `${subject}\n${body}`
  const has = (words: readonly string[], where: string) =>
    words.length === 0 || words.some(word => where.includes(word))
  return (
    has(scope.words, text) &&
    has(scope.places, `${place}\n${text}`) &&
    (categories.length === 0 || categories.some(above => isWithin(category, above))) &&
    (scope.units.length === 0 || (unit !== null && scope.units.includes(unit))) &&
    (scope.types.length === 0 || scope.types.includes(type))
  )
}

/** The words of one field, as somebody types them: parted by blanks, commas or 、. */
export function wordsIn(text: string): string[] {
  return [...new Set(text.split(/[\s,，、;；]+/).filter(word => word !== ''))]
}
