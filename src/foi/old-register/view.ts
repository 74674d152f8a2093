import type { Fault } from './check.ts'
import type { Mapping } from './fields.ts'

/** A dry run as the page shows it. */
export interface RegisterView {
  readonly sheets: readonly string[]
  readonly sheet: string
  readonly headings: readonly string[]
  /** The first rows under the headings. */
  readonly samples: readonly (readonly string[])[]
  readonly mapping: Mapping
  /** How many requests were understood, and by the year of receipt. */
  readonly count: number
  readonly years: readonly { readonly year: number; readonly count: number; readonly open: number }[]
  /** What is wrong, the first of it; `faultCount` says how much there is. */
  readonly faults: readonly Fault[]
  readonly faultCount: number
  /** Words for outcomes that were not understood, the most frequent first. */
  readonly unknownOutcomes: readonly { readonly words: string; readonly count: number }[]
}

/** The most faults that the page is sent. */
export const mostFaultsShown = 2_000
