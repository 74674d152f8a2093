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
  readonly signs: readonly string[]
  readonly of: T
}

/** The text without blanks and in half width, with the place that each sign has in the text. */
function squeezed(text: string): { readonly signs: readonly string[]; readonly places: readonly number[] } {
  const half = halfWidth(text).toLowerCase()
  const signs: string[] = []
  const places: number[] = []
  for (let at = 0; at < half.length; at++) {
    const sign = half.charAt(at)
    if (/\s/.test(sign)) continue
    signs.push(sign)
    places.push(at)
  }
  return { signs, places }
}

function patterns<T>(
  all: readonly T[],
  words: (one: T) => string,
): ReadonlyMap<string, readonly Pattern<T>[]> {
  const made = all
    .map(of => ({ signs: squeezed(words(of)).signs, of }))
    .filter(({ signs }) => signs.length > 0)
  const first = made.flatMap(one =>
    one.signs[0] === '#'
      ? [...'0123456789'].map(digit => ({ digit, one }))
      : [{ digit: one.signs[0] ?? '', one }],
  )
  return new Map(
    [...Map.groupBy(first, ({ digit }) => digit)].map(([sign, group]) => [sign, group.map(({ one }) => one)]),
  )
}

/** The patterns that begin at a place of the text. */
function* at<T>(known: ReadonlyMap<string, readonly Pattern<T>[]>, signs: readonly string[], place: number) {
  for (const pattern of known.get(signs[place] ?? '') ?? []) {
    const fits = pattern.signs.every((sign, offset) => {
      const said = signs[place + offset] ?? ''
      return sign === '#' ? /^\d$/.test(said) : sign === said
    })
    if (fits) yield pattern
  }
}

/**
 * Makes a finder of these words; a word within a phrase of the white list, or
 * within its own right form, is none. The longest word at a place is told.
 */
export function wordFinder(words: readonly WatchedWord[], white: readonly WhitePhrase[]): WordFinder {
  const known = patterns(words, ({ word }) => word)
  const rights = words.filter(({ word, right }) => right.includes(word)).map(({ right }) => right)
  const spared = patterns([...white.map(({ phrase }) => phrase), ...rights], phrase => phrase)
  return (text, on) => {
    const { signs, places } = squeezed(text)
    const safe: (readonly [number, number])[] = []
    for (let place = 0; place < signs.length; place++)
      for (const { signs: phrase } of at(spared, signs, place)) safe.push([place, place + phrase.length])
    const found: WordFind[] = []
    let told = 0
    for (let place = 0; place < signs.length; place++) {
      const all = [...at(known, signs, place)].filter(
        ({ signs: word, of }) =>
          isWatchedOn(of, on) && !safe.some(([from, to]) => from <= place && place + word.length <= to),
      )
      const longest = all.reduce<(typeof all)[number] | undefined>(
        (best, one) => (best === undefined || one.signs.length > best.signs.length ? one : best),
        undefined,
      )
      if (longest === undefined || place < told) continue
      told = place + longest.signs.length
      const start = places[place] ?? 0
      const end = (places[told - 1] ?? start) + 1
      found.push({ word: longest.of, start, text: text.slice(start, end) })
    }
    return found
  }
}
