import type { Day } from '../../../statute/day.ts'
import { halfWidth } from '../plain.ts'
import { isWatchedOn, type WatchedWord, type WhitePhrase } from './word.ts'

/** A watched word in a text, as it stands there. */
export interface WordFind {
  readonly word: WatchedWord
  readonly start: number
  readonly text: string
}

/** Looks for all words at once that are watched in a text of this day; made once for a list and used on many texts. */
export type WordFinder = (text: string, on: Day) => readonly WordFind[]

interface Pattern<T> {
  readonly signs: string
  readonly of: T
}
/** Patterns by their first two signs, so that most places of a text are passed at one look. */
type Known<T> = ReadonlyMap<string, readonly Pattern<T>[]>

/** The text without blanks, in half width and small letters, with the place that each sign has in the text. */
function squeezed(text: string): { readonly signs: string; readonly places: Uint32Array } {
  const half = halfWidth(text).toLowerCase()
  // A few rare capitals are longer as small letters: then the places would not fit, and capitals stay.
  const plain = half.length === text.length ? half : halfWidth(text)
  const places = new Uint32Array(plain.length)
  const pieces: string[] = []
  let count = 0
  for (const { 0: piece, index } of plain.matchAll(/\S+/g)) {
    pieces.push(piece)
    for (let at = 0; at < piece.length; at++) places[count++] = index + at
  }
  return { signs: pieces.join(''), places: places.subarray(0, count) }
}

function patterns<T>(all: readonly T[], words: (one: T) => string): Known<T> {
  const known = new Map<string, Pattern<T>[]>()
  for (const of of all) {
    const { signs } = squeezed(words(of))
    if (signs.length < 2) continue
    for (const start of starts(signs.slice(0, 2)))
      known.set(start, [...(known.get(start) ?? []), { signs, of }])
  }
  return known
}

/** `止#` begins as 止0 to 止9. */
function starts(two: string): readonly string[] {
  if (!two.includes('#')) return [two]
  return [...'0123456789'].flatMap(digit => starts(two.replace('#', digit)))
}

function fits(signs: string, place: number, pattern: string): boolean {
  if (place + pattern.length > signs.length) return false
  for (let at = 0; at < pattern.length; at++) {
    const wanted = pattern.charCodeAt(at)
    const said = signs.charCodeAt(place + at)
    if (wanted === said) continue
    if (wanted !== hash || said < zero || said > nine) return false
  }
  return true
}
const [hash, zero, nine] = [35, 48, 57]

/** The patterns that stand at each place of the text where any does. */
function* standing<T>(known: Known<T>, signs: string) {
  for (let place = 0; place + 1 < signs.length; place++) {
    const all = known.get(signs.slice(place, place + 2))?.filter(one => fits(signs, place, one.signs)) ?? []
    if (all.length > 0) yield { place, all }
  }
}

/**
 * Makes a finder of these words; a word within a phrase of the white list, or within its own right form, is none. The
 * longest word at a place is told.
 */
export function wordFinder(words: readonly WatchedWord[], white: readonly WhitePhrase[]): WordFinder {
  const known = patterns(words, ({ word }) => word)
  const rights = words.filter(({ word, right }) => right.includes(word)).map(({ right }) => right)
  const spared = patterns([...white.map(({ phrase }) => phrase), ...rights], phrase => phrase)
  return (text, on) => {
    const { signs, places } = squeezed(text)
    const here = [...standing(known, signs)]
    if (here.length === 0) return []
    const safe = [...standing(spared, signs)].map(({ place, all }) => ({
      from: place,
      to: place + Math.max(...all.map(one => one.signs.length)),
    }))
    const found: WordFind[] = []
    let told = 0
    for (const { place, all } of here) {
      const near = safe.filter(({ from, to }) => from <= place && place < to)
      const longest = all
        .filter(({ of }) => isWatchedOn(of, on))
        .filter(({ signs: word }) => !near.some(({ to }) => place + word.length <= to))
        .toSorted((a, b) => b.signs.length - a.signs.length)[0]
      if (longest === undefined || place < told) continue
      told = place + longest.signs.length
      const start = places[place] ?? 0
      const end = (places[told - 1] ?? start) + 1
      found.push({ word: longest.of, start, text: text.slice(start, end) })
    }
    return found
  }
}
