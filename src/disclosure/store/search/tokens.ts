import { joined, type Token } from '../../../platform/text/pairs.ts'
import { type Day, yearOf } from '../../../statute/day.ts'

// What narrows a search (a month, an agency, a mentioned document number) stands in the same list as the pairs of the
// text, under private code units that no text holds.
const space = { month: 0xe001, quarter: 0xe002, year: 0xe003, force: 0xe004 } as const

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
