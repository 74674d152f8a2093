import type { Day } from '../../../statute/day.ts'

/** How grave a watched word is. */
export type WordSeverity = 'severe' | 'mild'

/** A watched word 错敏词: wrong or sensitive in a text that was made from `from` on, until `to` (not included). */
export interface WatchedWord {
  /** As it would stand in a text; `#` stands for a digit. */
  readonly word: string
  /** The right form; empty where only a person can say. */
  readonly right: string
  readonly severity: WordSeverity
  /** Why it is wrong, or the list it comes from. */
  readonly why: string
  readonly from: Day
  readonly to: Day | null
}

/** A phrase of the white list: within it no watched word is reported. */
export interface WhitePhrase {
  readonly phrase: string
  readonly why: string
}

/** Is the word watched in a text of this day? */
export function isWatchedOn({ from, to }: WatchedWord, on: Day): boolean {
  return from <= on && (to === null || on < to)
}
