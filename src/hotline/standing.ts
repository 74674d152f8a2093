import type { LimitEvent } from './clock.ts'
import { type DemandEvent, isSatisfied, type Resolution } from './events.ts'

/** Where a demand stands. */
export const demandStates = [
  ...(['registered', 'dispatched', 'handling', 'suspended', 'returned', 'disputed'] as const),
  ...(['fedBack', 'calledBack', 'closed', 'answered', 'withdrawn'] as const),
] as const
export type DemandState = (typeof demandStates)[number]

/** The state as the queue calls it. */
export const demandStateLabel = {
  registered: '待派单',
  dispatched: '待签收',
  handling: '办理中',
  suspended: '已中止',
  returned: '退单待定',
  disputed: '待裁定',
  fedBack: '待回访',
  calledBack: '待办结',
  closed: '已办结',
  answered: '已直接办复',
  withdrawn: '已撤回',
} as const satisfies Record<DemandState, string>

/** In which of these states nothing more is to be done. */
export const endStates: readonly DemandState[] = ['closed', 'answered', 'withdrawn']

/** Where a demand stands: read off its events, one after the other. */
export interface DemandStanding {
  readonly state: DemandState
  /** Counts the events: who acts names the version that he saw. */
  readonly version: number
  /** The unit that handles it; the last one, where it was returned. */
  readonly unit: string | null
  readonly dispatchedAt: string | null
  readonly returns: number
  /** Was the unit named by arbitration? Then nobody returns it. */
  readonly bound: boolean
  readonly extensionAsked: number | null
  readonly extensions: number
  readonly fedBackAt: string | null
  readonly resolution: Resolution | null
  /** What the caller said of what came of it; null where nobody asked or he was not reached. */
  readonly satisfied: boolean | null
  readonly reopenings: number
  readonly urgings: number
  readonly closedAt: string | null
}

const nothing: DemandStanding = {
  ...{ state: 'registered', version: 0, unit: null, dispatchedAt: null, returns: 0, bound: false },
  ...{ extensionAsked: null, extensions: 0, fedBackAt: null, resolution: null, satisfied: null },
  ...{ reopenings: 0, urgings: 0, closedAt: null },
}

/** Where the demand stands after these events. */
export function demandAfter(events: readonly DemandEvent[]): DemandStanding {
  return events.reduce(
    (standing, event) => ({ ...next(standing, event), version: standing.version + 1 }),
    nothing,
  )
}

function next(standing: DemandStanding, event: DemandEvent): DemandStanding {
  return { ...standing, ...changeBy(standing, event) }
}

function changeBy(standing: DemandStanding, event: DemandEvent): Partial<DemandStanding> {
  return onTheWay(standing, event) ?? towardsTheEnd(standing, event) ?? {}
}

/** From the desk of the hotline to the unit and back; undefined for events of another part. */
function onTheWay(standing: DemandStanding, event: DemandEvent): Partial<DemandStanding> | undefined {
  switch (event.kind) {
    case 'dispatched':
      return { state: 'dispatched', unit: event.unit, dispatchedAt: standing.dispatchedAt ?? event.at }
    case 'arbitrated':
      return { state: 'dispatched', unit: event.unit, bound: true }
    case 'signed':
    case 'resumed':
      return { state: 'handling' }
    case 'returned':
      return { state: standing.returns === 0 ? 'returned' : 'disputed', returns: standing.returns + 1 }
    case 'returnRefused':
      return { state: 'dispatched' }
    case 'extensionAsked':
      return { extensionAsked: event.workdays }
    case 'extended':
      return { extensionAsked: null, extensions: standing.extensions + 1 }
    case 'extensionDeclined':
      return { extensionAsked: null }
    case 'suspended':
      return { state: 'suspended' }
    case 'urged':
      return { urgings: standing.urgings + 1 }
    default:
      return undefined
  }
}

/** From the feedback to the end, and from there back. */
function towardsTheEnd(standing: DemandStanding, event: DemandEvent): Partial<DemandStanding> | undefined {
  switch (event.kind) {
    case 'answered':
      return { state: 'answered', closedAt: event.at }
    case 'fedBack':
      return { state: 'fedBack', fedBackAt: event.at, resolution: event.resolution, extensionAsked: null }
    case 'calledBack':
      return { state: 'calledBack', satisfied: event.result === null ? null : isSatisfied(event.result) }
    case 'closed':
      return { state: 'closed', closedAt: event.at }
    case 'withdrawn':
      return { state: 'withdrawn', closedAt: event.at }
    case 'reopened':
      return {
        ...{ state: 'dispatched', reopenings: standing.reopenings + 1, closedAt: null },
        ...{ fedBackAt: null, resolution: null, satisfied: null },
      }
    default:
      return undefined
  }
}

/** What of a history moves the clock of the limit. */
export function limitEvents(events: readonly DemandEvent[]): LimitEvent[] {
  return events.flatMap((event): LimitEvent[] => {
    switch (event.kind) {
      case 'dispatched':
      case 'arbitrated':
        return [{ kind: 'dispatched', at: event.at, limit: event.limit }]
      case 'extended':
        return [{ kind: 'extended', at: event.at, workdays: event.workdays }]
      case 'suspended':
      case 'resumed':
      case 'fedBack':
        return [{ kind: event.kind, at: event.at }]
      case 'withdrawn':
        return [{ kind: 'fedBack', at: event.at }]
      case 'reopened':
        return [{ kind: 'reopened', at: event.at, limit: event.limit }]
      default:
        return []
    }
  })
}
