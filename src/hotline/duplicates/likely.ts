import { cleaned, type Message, textOf } from '../message.ts'
import { type Place, placesIn } from '../topics/places.ts'

/** What of a demand is compared with another; `place` in the caller's words, empty where it is nowhere. */
export interface Compared extends Message {
  readonly place: string
}

/** How alike two demands are: whether they name one place (undefined where either names none), and their words from 0 to 1. */
export interface Likeness {
  readonly samePlace: boolean | undefined
  readonly words: number
}

/** Of how many days back a demand may be that another is likely to repeat: docs/decisions/0032. */
export const duplicateDays = 30

// How alike words must be: at one place, where a place is not told, at another place (a copy).
const enough = { samePlace: 0.3, noPlace: 0.45, otherPlace: 0.9 }

/** How alike two demands are; at one place the words without its name are compared. */
export function likenessOf(one: Compared, other: Compared): Likeness {
  const [mine, theirs] = [placesOf(one), placesOf(other)]
  const known = mine.length > 0 && theirs.length > 0
  const stems = new Set(theirs.map(({ stem }) => stem))
  const samePlace = known ? mine.some(({ stem }) => stems.has(stem)) : undefined
  const hidden = samePlace === true ? [...mine, ...theirs] : []
  const pairs = (text: string) => pairsOf(without(cleaned(text), hidden))
  return {
    samePlace,
    words: Math.max(
      samePlace === false ? 0 : alike(pairs(one.subject), pairs(other.subject)),
      alike(pairs(textOf(one)), pairs(textOf(other))),
    ),
  }
}

/** Is this likely one demand told twice: same place and like words, or nearly the same words? */
export function isLikelyDuplicate({ samePlace, words }: Likeness): boolean {
  if (samePlace === undefined) return words >= enough.noPlace
  return words >= (samePlace ? enough.samePlace : enough.otherPlace)
}

function placesOf({ subject, body, place }: Compared): Place[] {
  return placesIn(`${place}，${subject}\n${body}`)
}

function without(text: string, places: readonly Place[]): string {
  return places.reduce((left, { name }) => left.replaceAll(name.toLowerCase(), ' '), text)
}

function pairsOf(text: string): Set<string> {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(
    words.flatMap(word => Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2))),
  )
}

/** Shared pairs over the pairs of both, as Dice counts; texts without any are alike where both have none. */
function alike(one: Set<string>, other: Set<string>): number {
  const all = one.size + other.size
  return all === 0 ? 1 : (2 * [...one].filter(pair => other.has(pair)).length) / all
}
