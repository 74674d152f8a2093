import { addDays, type Day } from '../../statute/day.ts'
import { type Resolution, type Satisfaction, satisfactions } from '../events.ts'
import type { InstantMinutes, SigningMinutes } from './counters.ts'

/** What a caller says nothing of is left out of the satisfaction rate, or counted for or against. */
export const unsaidWays = ['leftOut', 'satisfied', 'dissatisfied'] as const

/** How a province counts, from a day on: demands registered before it keep the version of their time. */
export interface FigureVersion {
  /** The first day, inclusive. */
  readonly from: Day
  /** Which question of the callback is counted. */
  readonly question: 'handling' | 'result'
  /** The levels that count as satisfied. */
  readonly satisfied: readonly Satisfaction[]
  /** A caller who was called back and did not say. */
  readonly unsaid: (typeof unsaidWays)[number]
  /** What the unit says came of it and counts as resolved. */
  readonly resolved: readonly Resolution[]
  /** Minutes by day and night from registration to the first dispatch. */
  readonly instant: InstantMinutes
  /** Working minutes from the first dispatch to the first signing. */
  readonly signing: SigningMinutes
  /** The order or notice by which it is so counted; in the words of who set it. */
  readonly basis: string
}

/** How is it counted until somebody sets it otherwise; basically satisfied counts, as the published bulletins do. */
export const usualVersion = {
  ...{ question: 'result', unsaid: 'leftOut', instant: 15, signing: 240, basis: '系统默认' },
  satisfied: satisfactions.filter(level => level !== 'dissatisfied' && level !== 'veryDissatisfied'),
  resolved: ['resolved', 'partly', 'explained'],
} as const satisfies Omit<FigureVersion, 'from'>

/** The part of a period in which one version holds, both days included. */
export interface VersionSpan {
  readonly version: FigureVersion
  readonly from: Day
  readonly until: Day
}

/** The version of a day; the first holds before its day too. `versions` are in the order of their days, never none. */
export function versionOn(versions: readonly FigureVersion[], on: Day): FigureVersion {
  const found = versions.findLast(({ from }) => from <= on) ?? versions[0]
  if (found === undefined) throw new RangeError('no version of the figures')
  return found
}

/** A period cut where the version changes, in the order of its days. */
export function versionSpans(versions: readonly FigureVersion[], from: Day, until: Day): VersionSpan[] {
  return versions.flatMap((version, place) => {
    const begin = place === 0 || version.from < from ? from : version.from
    const next = versions[place + 1]?.from
    const end = next !== undefined && next <= until ? addDays(next, -1) : until
    return begin <= end && begin <= until ? [{ version, from: begin, until: end }] : []
  })
}
