import { limitClock } from '../clock.ts'
import type { Demand } from '../demand.ts'
import type { DemandEvent } from '../events.ts'
import { type DemandStanding, limitEvents } from '../standing.ts'
import type { WorkingTime } from '../working-time.ts'

/** A demand with its whole history, and where it stands by it. */
export interface DemandRecord {
  readonly demand: Demand
  readonly events: readonly DemandEvent[]
  readonly standing: DemandStanding
}

/** What is kept of where a demand stands: `row` moves with its events, `whose` never changes. */
export function standingRow({ demand, standing, events }: DemandRecord, time: WorkingTime) {
  const last = events.at(-1)?.at ?? demand.filedAt
  const { dueAt, halfAt, nearAt } = limitClock(limitEvents(events), last, time)
  const { id, agency, filedAt, type, urgency } = demand
  return {
    whose: { demand: id, agency, filed_at: filedAt, type, urgency },
    row: {
      ...{ unit: standing.unit, state: standing.state, version: standing.version, due_at: dueAt },
      ...{ dispatched_at: standing.dispatchedAt, fed_back_at: standing.fedBackAt },
      ...{ closed_at: standing.closedAt, half_at: halfAt, near_at: nearAt },
      ...{ follows: standing.follows?.other ?? null, to_be_called_back: standing.toBeCalledBack },
      call_backs: standing.callBacks,
    },
  }
}
