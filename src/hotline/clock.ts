import type { Limit } from './limits.ts'
import {
  afterWorkingMinutes,
  dayOfMinute,
  hoursOn,
  minuteOf,
  minutesOnDuty,
  momentOf,
  nextMidnight,
  type WorkingTime,
  workingMinutes,
} from './working-time.ts'

/** What moves the clock of a demand; `at` is the moment, ISO 8601. */
export type LimitEvent =
  | { readonly kind: 'dispatched'; readonly at: string; readonly limit: Limit }
  | { readonly kind: 'extended'; readonly at: string; readonly workdays: number }
  | { readonly kind: 'suspended' | 'resumed'; readonly at: string }
  /** Fed back, or ended without a feedback: nobody's time is used any more. */
  | { readonly kind: 'stopped'; readonly at: string }
  /** The supervisor changes how long it has in all; what was used stays used. */
  | { readonly kind: 'limitChanged'; readonly at: string; readonly limit: Limit }
  /** The citizen or the callback sends it back to the unit: a fresh limit. */
  | { readonly kind: 'reopened'; readonly at: string; readonly limit: Limit }

/** A piece of the arithmetic: what was added or passed, in minutes of the clock. */
export interface LimitPart {
  readonly at: string
  readonly what: 'dispatched' | 'dispatchedAgain' | 'extended' | 'suspended' | 'changed' | 'reopened'
  /** Minutes that it adds to the allowance; for a suspension, the minutes that were not counted. */
  readonly minutes: number
}

/** How much of its limit a demand has used, and why. */
export interface LimitClock {
  readonly state: 'notStarted' | 'running' | 'suspended' | 'stopped'
  /** By what it counts: minutes on duty, or every minute. */
  readonly base: 'working' | 'running'
  /** Minutes counted up to `asOf`, and the minutes that it may use. */
  readonly counted: number
  readonly allowance: number
  /** When the allowance is used up if nothing else happens; null while it is suspended or has not begun. */
  readonly dueAt: string | null
  /** When half of it, and four fifths, are used up if nothing else happens; a moment already past is not exact. */
  readonly halfAt: string | null
  readonly nearAt: string | null
  readonly late: boolean
  readonly parts: readonly LimitPart[]
}

interface Running {
  readonly base: LimitClock['base']
  /** Since when minutes are counted; null while suspended or stopped. */
  readonly since: number | null
  /** From when on the limit counts at all, which may be the day after: no pause brings it forward. */
  readonly begins: number
  readonly counted: number
  readonly allowance: number
  readonly state: LimitClock['state']
  readonly suspendedAt: number | null
  readonly parts: readonly LimitPart[]
}

const notStarted: Running = {
  ...{ base: 'working', since: null, begins: 0, counted: 0, allowance: 0, state: 'notStarted' },
  ...{ suspendedAt: null, parts: [] },
}

/**
 * The clock of a demand. It runs from the dispatch, not from the signing, and a return does not stop it; a suspension does.
 * Sent to another unit it goes on from what was used, and the new limit comes on top: no minute is lost or won. Events
 * after `asOf` are not yet known. @throws NoticeMissing
 */
export function limitClock(events: readonly LimitEvent[], asOf: string, time: WorkingTime): LimitClock {
  const end = minuteOf(asOf)
  const known = events.filter(({ at }) => minuteOf(at) <= end)
  const { base, counted, allowance, state, since, parts } = known.reduce(
    (clock, event) => next(clock, event, time),
    notStarted,
  )
  const used = counted + (since === null ? 0 : passed(base, time, since, end))
  const usedUpAt = (minutes: number) =>
    since === null ? null : momentOf(after(base, time, { from: since, minutes: minutes - counted }))
  return {
    ...{ state, base, counted: used, allowance, parts },
    dueAt: usedUpAt(allowance),
    halfAt: usedUpAt(Math.ceil(allowance * warningShares.half)),
    nearAt: usedUpAt(Math.ceil(allowance * warningShares.near)),
    late: state !== 'notStarted' && used > allowance,
  }
}

/** The shares of a limit at which it is warned. */
export const warningShares = { half: 0.5, near: 0.8 } as const

function passed(base: LimitClock['base'], time: WorkingTime, from: number, to: number): number {
  return base === 'running' ? Math.max(0, to - from) : workingMinutes(time, from, to)
}

/** When so many minutes will have passed; what is used up already was due when it was used up. */
function after(
  base: LimitClock['base'],
  time: WorkingTime,
  { from, minutes }: { readonly from: number; readonly minutes: number },
): number {
  if (minutes <= 0) return from
  return base === 'running' ? from + minutes : afterWorkingMinutes(time, from, minutes)
}

function next(clock: Running, event: LimitEvent, time: WorkingTime): Running {
  const at = minuteOf(event.at)
  switch (event.kind) {
    case 'dispatched':
      return begun(clock, event, time)
    case 'reopened':
      return begun({ ...notStarted, parts: clock.parts }, event, time)
    case 'limitChanged':
      return changed(clock, event, time)
    case 'extended': {
      const minutes = event.workdays * (clock.base === 'running' ? 24 * 60 : minutesOf(time, at))
      const part = { at: event.at, what: 'extended', minutes } as const
      return { ...clock, allowance: clock.allowance + minutes, parts: [...clock.parts, part] }
    }
    case 'suspended':
      return { ...stopped(clock, at, time), state: 'suspended', suspendedAt: at }
    case 'resumed':
      return resumed(clock, event.at, time)
    case 'stopped':
      return { ...stopped(clock, at, time), state: 'stopped' }
  }
}

function begun(
  clock: Running,
  { kind, at: moment, limit }: Extract<LimitEvent, { kind: 'dispatched' | 'reopened' }>,
  time: WorkingTime,
): Running {
  const at = minuteOf(moment)
  const used = stopped(clock, at, time).counted
  const { base, minutes, from } = allowed(limit, at, time)
  const again = kind === 'dispatched' && clock.state !== 'notStarted'
  const what = again ? 'dispatchedAgain' : kind
  // Minutes by day and night and minutes on duty are not added up: another base begins anew.
  const counted = base === clock.base ? used : 0
  const part: LimitPart = { at: moment, what, minutes }
  return {
    ...{ base, since: from, begins: from, counted, allowance: counted + minutes, state: 'running' },
    suspendedAt: null,
    parts: [...clock.parts, part],
  }
}

/** What a limit allows, and from which minute it counts: whole working days count from the day after. */
function allowed(limit: Limit, at: number, time: WorkingTime) {
  switch (limit.kind) {
    case 'sameDay':
      return { base: 'running', minutes: nextMidnight(at) - at, from: at } as const
    case 'running':
      return { base: 'running', minutes: limit.count, from: at } as const
    case 'working':
      return { base: 'working', minutes: limit.count, from: at } as const
    case 'workdays':
      return { base: 'working', minutes: limit.count * minutesOf(time, at), from: nextMidnight(at) } as const
  }
}

/** The minutes on duty of a working day at this time. */
function minutesOf({ hours }: WorkingTime, at: number): number {
  return minutesOnDuty(hoursOn(hours, dayOfMinute(at)))
}

/** A changed limit takes the place of what was allowed; the minutes used stay, also where they are more than it. */
function changed(
  clock: Running,
  { at: moment, limit }: Extract<LimitEvent, { kind: 'limitChanged' }>,
  time: WorkingTime,
): Running {
  const at = minuteOf(moment)
  const { base, minutes } = allowed(limit, at, time)
  if (clock.since === null || base !== clock.base) return clock
  const part: LimitPart = { at: moment, what: 'changed', minutes }
  return { ...clock, allowance: minutes, parts: [...clock.parts, part] }
}

function stopped(clock: Running, at: number, time: WorkingTime): Running {
  if (clock.since === null) return clock
  return { ...clock, since: null, counted: clock.counted + passed(clock.base, time, clock.since, at) }
}

function resumed(clock: Running, moment: string, time: WorkingTime): Running {
  const at = minuteOf(moment)
  const { suspendedAt, begins } = clock
  if (suspendedAt === null) return clock
  const minutes = passed(clock.base, time, Math.max(suspendedAt, begins), at)
  const part = { at: moment, what: 'suspended', minutes } as const
  return {
    ...clock,
    since: Math.max(at, begins),
    state: 'running',
    suspendedAt: null,
    parts: [...clock.parts, part],
  }
}
