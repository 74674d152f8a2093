import type { EntryFound } from '../knowledge/view.ts'
import type { DangerFound } from '../safety/danger.ts'
import type { DemandState } from '../standing.ts'

/** A demand beside the one that is being typed: of the same caller, or likely the same matter. */
export interface DemandBeside {
  readonly id: string
  readonly number: string
  readonly subject: string
  readonly filedAt: string
  readonly state: DemandState
  readonly unitName: string | null
}

/** What the agent is helped with while he types. */
export interface LiveHelp {
  /** Earlier demands of the number, the latest first, and how many there are. */
  readonly earlier: readonly DemandBeside[]
  readonly earlierTotal: number
  readonly entries: readonly EntryFound[]
  readonly duplicates: readonly DemandBeside[]
  readonly places: readonly string[]
  readonly dangers: readonly DangerFound[]
}
