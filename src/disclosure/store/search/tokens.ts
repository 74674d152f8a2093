import { type Day, yearOf } from '../../../statute/day.ts'

/**
 * Words as whole numbers. A pair of neighbouring characters is its two code units side by side, so two pairs are never
 * taken for one; what narrows a search (a month, an agency, a mentioned document number) stands in the same list, under
 * private code units that no text holds.
 */
export type Token = number

const space = { month: 0xe001, quarter: 0xe002, year: 0xe003, force: 0xe004 } as const

function joined(high: number, low: number): Token {
  return (high << 16) | low
}

/** The runs of letters and numbers of a text, in small letters: between them stands what is neither. */
export function runsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The pairs of one run. A run of one character has none. */
export function pairsOf(run: string): Token[] {
  return [...pairsOfText(run)]
}

/** The pairs of a text, each once, in their order as numbers. */
export function pairsOfText(text: string): Token[] {
  const pairs = new Int32Array(text.length)
  let count = 0
  for (const run of runsOf(text)) {
    for (let at = 0; at + 1 < run.length; at++) {
      pairs[count++] = joined(run.charCodeAt(at), run.charCodeAt(at + 1))
    }
  }
  const sorted = pairs.subarray(0, count).sort()
  return [...sorted.filter((pair, at) => pair !== sorted[at - 1])]
}

/** The single characters of a short text: by them one character alone is found. */
export function charactersOf(text: string): Token[] {
  return [...new Set(runsOf(text).join(''))].map(character => joined(0, character.charCodeAt(0)))
}

function monthOf(day: Day): number {
  return Number(day.slice(5, 7))
}

/** The month, the quarter or the year in which something was published. */
export function monthToken(day: Day): Token {
  return joined(space.month, (yearOf(day) - 1900) * 12 + monthOf(day) - 1)
}
/** See `monthToken`. */
export function quarterToken(day: Day): Token {
  return joined(space.quarter, (yearOf(day) - 1900) * 4 + Math.floor((monthOf(day) - 1) / 3))
}
/** See `monthToken`. */
export function yearToken(year: number): Token {
  return joined(space.year, year - 1900)
}
/** In force, or no longer. */
export function forceToken(inForce: boolean): Token {
  return joined(space.force, inForce ? 1 : 0)
}

/** What narrows a search: `agency:yunchuan-housing`. Told apart for certain only with a look at the row itself. */
export function facetToken(name: string, value: string): Token {
  return (0xe1 << 24) | (hash(`${name}:${value}`) & 0xffffff)
}

/** A document number that the text mentions, by its one writing. */
export function mentionToken(key: string): Token {
  return (0xe2 << 24) | (hash(key) & 0xffffff)
}

/** A run of digits as a whole. */
export function numberToken(digits: string): Token {
  return (0xe3 << 24) | (hash(digits) & 0xffffff)
}

/** FNV-1a of 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value ^ (value >>> 15)
}
