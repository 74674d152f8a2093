import type { Caller, Demand } from '../demand.ts'
import type { DemandEvent } from '../events.ts'

/**
 * A demand with all that happened to it, told at once; `trackingHash` is that of the code that opens its page. The category,
 * with all above it, is what somebody chose as it was registered.
 */
export interface WholeDemand {
  readonly demand: Demand
  readonly caller: Caller
  readonly trackingHash: string
  readonly category?: string | undefined
  readonly events: readonly DemandEvent[]
}

/** How many demands and events were copied, and the last number of each hotline's day, by `agency yyyymmdd`. */
export interface CopiedDemands {
  readonly demands: number
  readonly events: number
  readonly lastNumbers: Readonly<Record<string, number>>
}
