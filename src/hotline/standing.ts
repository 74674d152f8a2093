import type { Day } from '../statute/day.ts'
import type { LimitEvent } from './clock.ts'
import { type DemandEvent, isSatisfied, type Resolution, type UrgeLevel, urgeLevels } from './events.ts'

/** Where a demand stands. */
export const demandStates = [
  ...(['registered', 'dispatched', 'handling', 'suspended', 'returned', 'disputed'] as const),
  ...(['merged', 'fedBack', 'calledBack', 'closed', 'answered', 'withdrawn', 'converted'] as const),
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
  merged: '已合并',
  fedBack: '待回访',
  calledBack: '待办结',
  closed: '已办结',
  answered: '已直接办复',
  withdrawn: '已撤回',
  converted: '已转为信息公开申请',
} as const satisfies Record<DemandState, string>

/** In which of these states nothing more is to be done. */
export const endStates: readonly DemandState[] = ['closed', 'answered', 'withdrawn', 'converted']

/** A unit that works on a demand beside the one that leads, and what it said; null until it did. */
export interface CoHandler {
  readonly unit: string
  readonly part: string | null
}

/** An instruction of a leader on a demand: `number` is that of its event. */
export interface Instruction {
  readonly number: number
  readonly dueOn: Day | null
  readonly answered: boolean
}

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
  /** Is the caller to be asked how he finds it? By the sampling rules of the day of the feedback. */
  readonly toBeCalledBack: boolean
  /** How often he was called back since the last feedback, also in vain. */
  readonly callBacks: number
  readonly reopenings: number
  readonly urgings: number
  /** The highest level at which it was pressed. */
  readonly urgeLevel: UrgeLevel | null
  readonly coHandlers: readonly CoHandler[]
  /** The demand that it follows, and where it stood before. */
  readonly follows: { readonly other: string; readonly otherNumber: string; readonly was: DemandState } | null
  /** The demands that follow it. */
  readonly followers: readonly string[]
  readonly instructions: readonly Instruction[]
  readonly closedAt: string | null
}

const nothing: DemandStanding = {
  ...{ state: 'registered', version: 0, unit: null, dispatchedAt: null, returns: 0, bound: false },
  ...{ extensionAsked: null, extensions: 0, fedBackAt: null, resolution: null, satisfied: null },
  ...{ toBeCalledBack: true, callBacks: 0, reopenings: 0, urgings: 0, urgeLevel: null, closedAt: null },
  ...{ coHandlers: [], follows: null, followers: [], instructions: [] },
}

/** Where the demand stands after these events. */
export function demandAfter(events: readonly DemandEvent[]): DemandStanding {
  return events.reduce(
    (standing, event) => ({ ...next(standing, event), version: standing.version + 1 }),
    nothing,
  )
}

/** What leaves it as it was what may be done: who has a form open meanwhile goes on. */
const besideForms: readonly DemandEvent['kind'][] = ['visited', 'noted', 'urged']

/** Has anything happened since the version that somebody saw by which other things may be done now? */
export function hasMovedSince(events: readonly DemandEvent[], version: number): boolean {
  return version > events.length || events.slice(version).some(({ kind }) => !besideForms.includes(kind))
}

function next(standing: DemandStanding, event: DemandEvent): DemandStanding {
  return { ...standing, ...changeBy(standing, event) }
}

function changeBy(standing: DemandStanding, event: DemandEvent): Partial<DemandStanding> {
  return (
    onTheWay(standing, event) ??
    towardsTheEnd(standing, event) ??
    besideTheWay(standing, event) ??
    withAnother(standing, event) ??
    {}
  )
}

/** From the desk of the hotline to the unit and back; undefined for events of another part. */
function onTheWay(standing: DemandStanding, event: DemandEvent): Partial<DemandStanding> | undefined {
  switch (event.kind) {
    case 'dispatched':
      return { ...sentTo(standing, event.unit), dispatchedAt: standing.dispatchedAt ?? event.at }
    case 'arbitrated':
      return { ...sentTo(standing, event.unit), bound: true }
    case 'signed':
    case 'resumed':
      return { state: 'handling' }
    case 'returned':
      // What the unit asked for goes with it: the next one asks for itself.
      return {
        ...{ state: standing.returns === 0 ? 'returned' : 'disputed', returns: standing.returns + 1 },
        extensionAsked: null,
      }
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
    default:
      return undefined
  }
}

/** Who leads is no co-handler. */
function sentTo({ coHandlers }: DemandStanding, unit: string): Partial<DemandStanding> {
  return { state: 'dispatched', unit, coHandlers: coHandlers.filter(each => each.unit !== unit) }
}

/** What leaves the demand where it is: pressing, co-handling, instructions. */
function besideTheWay(standing: DemandStanding, event: DemandEvent): Partial<DemandStanding> | undefined {
  const { coHandlers, instructions, urgings, urgeLevel } = standing
  switch (event.kind) {
    case 'urged':
      return { urgings: urgings + 1, urgeLevel: higher(urgeLevel, event.level ?? 'urge') }
    case 'coHandled':
      return {
        coHandlers: [...coHandlers, ...event.units.map((unit): CoHandler => ({ unit, part: null }))],
      }
    case 'partGiven':
      return {
        coHandlers: coHandlers.map(each =>
          each.unit === event.unit ? { ...each, part: event.words } : each,
        ),
      }
    case 'coHandlerReleased':
      return { coHandlers: coHandlers.filter(({ unit }) => unit !== event.unit) }
    case 'instructed': {
      const number = standing.version + 1
      return { instructions: [...instructions, { number, dueOn: event.dueOn, answered: false }] }
    }
    case 'instructionAnswered':
      return {
        instructions: instructions.map(each =>
          each.number === event.instruction ? { ...each, answered: true } : each,
        ),
      }
    default:
      return undefined
  }
}

function higher(a: UrgeLevel | null, b: UrgeLevel): UrgeLevel {
  return a !== null && urgeLevels.indexOf(a) > urgeLevels.indexOf(b) ? a : b
}

/** Merging with another demand, and turning into a request for information. */
function withAnother(standing: DemandStanding, event: DemandEvent): Partial<DemandStanding> | undefined {
  const { follows, followers, state } = standing
  switch (event.kind) {
    case 'merged': {
      const { other, otherNumber } = event
      return { state: 'merged', follows: { other, otherNumber, was: state } }
    }
    case 'unmerged':
      return { state: follows?.was ?? state, follows: null }
    case 'mergedIn':
      return { followers: [...followers, event.other] }
    case 'unmergedFrom':
      return { followers: followers.filter(each => each !== event.other) }
    case 'converted':
      return { state: 'converted', closedAt: event.at }
    default:
      return undefined
  }
}

/** Nobody follows it any more, and it follows nobody: each goes on with its own caller. */
const alone = { follows: null, followers: [] } as const

/** From the feedback to the end, and from there back. */
function towardsTheEnd(standing: DemandStanding, event: DemandEvent): Partial<DemandStanding> | undefined {
  switch (event.kind) {
    case 'answered':
      return { state: 'answered', closedAt: event.at, ...alone }
    case 'fedBack':
      return {
        ...{ state: 'fedBack', fedBackAt: event.at, resolution: event.resolution, extensionAsked: null },
        ...{ toBeCalledBack: event.callBack ?? true, callBacks: 0, satisfied: null, ...alone },
      }
    case 'calledBack':
      return {
        ...{ state: 'calledBack', callBacks: standing.callBacks + 1 },
        satisfied: event.result === null ? standing.satisfied : isSatisfied(event.result),
      }
    case 'closed':
      return { state: 'closed', closedAt: event.at }
    case 'withdrawn':
      return { state: 'withdrawn', closedAt: event.at, ...alone }
    case 'reopened':
      return {
        // Fed back with another it may have had no unit of its own: the hotline finds it one.
        ...{ state: standing.unit === null ? 'registered' : 'dispatched', closedAt: null },
        reopenings: standing.reopenings + 1,
        ...{ fedBackAt: null, resolution: null, satisfied: null, callBacks: 0 },
        coHandlers: standing.coHandlers.map(each => ({ ...each, part: null })),
      }
    default:
      return undefined
  }
}

/** What of a history moves the clock of the limit; nothing does before a unit has it. */
export function limitEvents(events: readonly DemandEvent[]): LimitEvent[] {
  const sent = events.findIndex(({ kind }) => kind === 'dispatched' || kind === 'arbitrated')
  return sent === -1 ? [] : events.slice(sent).flatMap(limitEvent)
}

function limitEvent(event: DemandEvent): LimitEvent[] {
  switch (event.kind) {
    case 'dispatched':
    case 'arbitrated':
      return [{ kind: 'dispatched', at: event.at, limit: event.limit }]
    case 'extended':
      return [{ kind: 'extended', at: event.at, workdays: event.workdays }]
    case 'suspended':
    case 'resumed':
      return [{ kind: event.kind, at: event.at }]
    case 'limitChanged':
      return [{ kind: 'limitChanged', at: event.at, limit: event.limit }]
    case 'fedBack':
    case 'answered':
    case 'closed':
    case 'withdrawn':
    case 'converted':
      return [{ kind: 'stopped', at: event.at }]
    case 'reopened':
      return [{ kind: 'reopened', at: event.at, limit: event.limit }]
    default:
      return []
  }
}
