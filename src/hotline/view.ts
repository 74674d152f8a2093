import type { Day } from '../statute/day.ts'
import type { LimitClock } from './clock.ts'
import type { Demand } from './demand.ts'
import type { DemandEvent } from './events.ts'
import type { CoHandler, DemandStanding, DemandState } from './standing.ts'
import type { DemandStep } from './steps.ts'
import type { LimitWarning } from './warnings.ts'

/** A line of the queue. */
export interface DemandLine
  extends Pick<Demand, 'id' | 'number' | 'type' | 'channel' | 'urgency' | 'subject' | 'place' | 'filedAt'> {
  readonly state: DemandState
  readonly unit: string | null
  readonly unitName: string | null
  readonly dueAt: string | null
  readonly late: boolean
  /** How near its limit is; null while nothing is to be warned of. */
  readonly warning: LimitWarning | null
  /** How often the caller was called back since the feedback. */
  readonly callBacks: number
}

/** A step as the page offers it. */
export interface OfferedDemandStep {
  readonly step: DemandStep
  readonly label: string
  readonly law: string
  /** Why it may not be done now; null where it may. */
  readonly refusal: string | null
}

/** A demand as the staff work on it. */
export interface DemandView {
  readonly demand: Demand
  readonly agencyName: string
  readonly unitName: string | null
  readonly standing: DemandStanding
  readonly coHandlers: readonly (CoHandler & { readonly name: string })[]
  /** Its history, the oldest first; units are named. */
  readonly events: readonly (DemandEvent & { readonly unitName?: string | undefined })[]
  readonly clock: LimitClock
  readonly steps: readonly OfferedDemandStep[]
  /** Who calls, masked; null where the wish for confidence hides it, or nobody gave it. */
  readonly caller: string | null
  /** May this person open who calls, with a reason? */
  readonly mayOpenCaller: boolean
}

/** A line of the register of instructions 批示登记. */
export interface InstructionLine {
  readonly demand: string
  readonly demandNumber: string
  readonly subject: string
  readonly state: DemandState
  /** The number of its event. */
  readonly number: number
  readonly leader: string
  readonly words: string
  readonly at: string
  readonly dueOn: Day | null
  readonly unitName: string | null
  readonly answer: string | null
  readonly answeredAt: string | null
}
