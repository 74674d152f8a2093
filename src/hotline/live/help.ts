import type { SuggestedUnit } from '../duties/suggestion.ts'
import type { EntryFound } from '../knowledge/view.ts'
import type { DangerFound } from '../safety/danger.ts'
import type { DemandState } from '../standing.ts'

/** A demand beside the one that is being typed: of the same caller, or likely the same matter. */
export interface DemandBeside {
  readonly id: string
  readonly number: string
  /** Null where its caller wished for confidence: its words are read on its own page. */
  readonly subject: string | null
  readonly filedAt: string
  readonly state: DemandState
  readonly unitName: string | null
}

/** What the office's model says of the words so far; empty with a likeliest one where it is not sure. */
export interface LiveCategory {
  readonly category: string
  readonly suggested: string
  readonly confidence: number
}

/** What the agent is helped with while he types. */
export interface LiveHelp {
  /** Earlier demands of the number, the latest first, and how many there are; confidential ones are only counted. */
  readonly earlier: readonly DemandBeside[]
  readonly earlierTotal: number
  readonly earlierConfidential: number
  readonly entries: readonly EntryFound[]
  readonly duplicates: readonly DemandBeside[]
  /** The places that the words name, to be put into the field of the place. */
  readonly places: readonly string[]
  /** Other cities that the words or the place name; empty where it is likely ours. */
  readonly elsewhere: readonly string[]
  readonly dangers: readonly DangerFound[]
  /** Null while there are no words, or no model was learned. */
  readonly category: LiveCategory | null
  /** Where a dispatch would go; null while there are no words. */
  readonly unit: SuggestedUnit | null
}
