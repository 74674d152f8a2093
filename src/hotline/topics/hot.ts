import type { Day } from '../../statute/day.ts'
import type { DemandState } from '../standing.ts'
import type { Heat } from './heat.ts'

/** A hot topic 热点事项 of a span, as lists and figures show it. */
export interface HotTopic extends Heat {
  readonly id: string
  readonly rank: number
  readonly agency: string
  readonly title: string
  readonly place: string
  readonly people: string
  /** Its demands within the span. */
  readonly demands: number
  readonly from: Day
  readonly to: Day
  readonly repeated: number
}

/** A demand of a matter, as its page lists it. */
export interface MatterMember {
  readonly demand: string
  readonly number: string
  /** That it is confidential, where the reader does not speak with callers. */
  readonly subject: string
  readonly on: Day
  readonly state: DemandState
  readonly unitName: string | null
  /** Does an earlier demand of the matter come from the same caller? */
  readonly sameCaller: boolean
  readonly byHand: boolean
  /** What it shares with the others; hidden together with the subject. */
  readonly places: readonly string[]
  readonly words: readonly string[]
}

/** A matter with its demands, as it is worked on. */
export interface MatterView extends Heat {
  readonly id: string
  readonly agency: string
  readonly title: string
  readonly renamed: boolean
  readonly place: string
  readonly people: string
  readonly members: readonly MatterMember[]
  /** All of them, where the page shows only the latest. */
  readonly demands: number
  readonly days: readonly { readonly on: Day; readonly demands: number }[]
  readonly mayCorrect: boolean
}

/** The matter of one demand and its neighbours there, as the demand's page shows it. */
export interface MatterPanelView {
  readonly id: string
  readonly title: string
  readonly demands: number
  readonly callers: number
  readonly why: {
    readonly places: readonly string[]
    readonly words: readonly string[]
    readonly byHand: boolean
  }
  /** The latest others that the reader may see. */
  readonly neighbours: readonly MatterMember[]
  /** May the reader open the page of the matter? */
  readonly mayOpen: boolean
}
