import type { Day } from '../../statute/day.ts'
import type { DemandChannel, DemandType } from '../demand.ts'
import type { Connection } from '../doors/call.ts'
import { type Counts, sumOf } from './counters.ts'
import { definitionsOf, type Figure, type FigureDefinition } from './definitions.ts'
import type { FigureGroup } from './grouping.ts'
import type { FigureVersion } from './version.ts'

/** Which demands are counted: registered from one day to another, both included. */
export interface FigureScope {
  readonly from: Day
  readonly until: Day
  readonly hotline?: string | undefined
  /** Empty for those that no unit ever had. */
  readonly unit?: string | undefined
  readonly type?: DemandType | undefined
  readonly channel?: DemandChannel | undefined
  /** A county or town with all below it, a place by its name, a category with all below it; `isOnBranch` says which. */
  readonly area?: string | undefined
  readonly place?: string | undefined
  readonly category?: string | undefined
}

/** Is it asked for what only single demands tell, not the kept sums? */
export function asksOfPlaces({ area, place, category }: FigureScope): boolean {
  return area !== undefined || place !== undefined || category !== undefined
}

/** One figure: of a rate both numbers, so that rates are added up before they are divided. */
export interface FigureCount {
  readonly numerator: number
  readonly denominator: number | null
}

/** Figures by their names. */
export type FigureCounts = Readonly<Record<Figure, FigureCount>>

/** What was counted under one version of the definitions. */
export interface CountedPart {
  readonly version: FigureVersion
  readonly counts: Counts
}

/** One line of a comparison; `keys` in the order of its groups. */
export interface FigureLine {
  readonly keys: readonly string[]
  readonly figures: FigureCounts
}

/** What was counted: the whole, and the lines of the comparison. */
export interface FiguresView extends FigureScope {
  /** The cut-off: the figures are as at this moment. */
  readonly asOf: string
  readonly by: readonly FigureGroup[]
  readonly whole: FigureCounts
  readonly lines: readonly FigureLine[]
  /** How many lines with fewer demands are left out: places are as many as streets. */
  readonly more: number
  /** 接通率 of the hotlines in the period; null where the demands are narrowed to some, since a call has no unit, type, channel, place or category. */
  readonly connection: Connection | null
  /** What the names of the keys are, unit and hotline by their codes. */
  readonly names: Readonly<Record<string, string>>
  /** The definitions with the first day of the period on which each holds. */
  readonly versions: readonly { readonly from: Day; readonly version: FigureVersion }[]
}

/** The figures of parts that were counted under versions of their own; `people` are distinct ones, who are not added up, and NaN where nobody asked. */
export function figuresOf(parts: readonly CountedPart[], people: number): FigureCounts {
  const some = parts.map(({ version, counts }) => ({ all: definitionsOf(version), counts }))
  const one = (figure: Figure): FigureCount => {
    if (figure === 'callers') return { numerator: people, denominator: null }
    let [numerator, denominator, isRate] = [0, 0, false]
    for (const { all, counts } of some) {
      const found = all.find(each => each.figure === figure)
      if (found === undefined) continue
      numerator += sumOf(counts, found.numerator.counters)
      if (found.denominator === null) continue
      isRate = true
      denominator += sumOf(counts, found.denominator.counters)
    }
    return { numerator, denominator: isRate ? denominator : null }
  }
  return recordOf(one)
}

function recordOf(one: (figure: Figure) => FigureCount): FigureCounts {
  return {
    ...{ total: one('total'), callers: one('callers'), answered: one('answered') },
    ...{ dispatched: one('dispatched'), open: one('open'), closed: one('closed') },
    ...{ returnedNow: one('returnedNow'), converted: one('converted'), closingRate: one('closingRate') },
    ...{ onTimeRate: one('onTimeRate'), satisfactionRate: one('satisfactionRate') },
    ...{ instantRate: one('instantRate'), signingRate: one('signingRate'), late: one('late') },
    ...{ reachedRate: one('reachedRate'), resolvedRate: one('resolvedRate'), overdue: one('overdue') },
    ...{ dispatches: one('dispatches'), returns: one('returns'), returnRate: one('returnRate') },
    ...{ reopenings: one('reopenings'), reopenedRate: one('reopenedRate'), callBacks: one('callBacks') },
    ...{ extendedRate: one('extendedRate'), urgings: one('urgings') },
  }
}

/** A rate as a share of one, an amount as it is; null where nothing stands below the line. */
export function worthOf({ numerator, denominator }: FigureCount): number | null {
  if (Number.isNaN(numerator)) return null
  if (denominator === null) return numerator
  return denominator === 0 ? null : numerator / denominator
}

/** A figure as it is printed: 1234, 98.2%, — where there is nothing to divide by. */
export function figureInWords(count: FigureCount): string {
  const value = worthOf(count)
  if (value === null) return '—'
  return count.denominator === null ? String(value) : `${(value * 100).toFixed(1)}%`
}

/** A definition in one sentence, to be shown at the number. */
export function definitionInWords({
  label,
  numerator,
  denominator,
  cutOff,
  leftOut,
}: FigureDefinition): string {
  const what = denominator === null ? numerator.words : `${denominator.words}中，${numerator.words}占比`
  return `${label}：${what}。${cutOff}。不计入：${leftOut}。`
}

/** 接通率 in words, with what is counted; empty where the exchange told of no call. */
export function connectionInWords({ calls, answered, answeredSoon }: Connection): string {
  if (calls === 0) return ''
  const share = (count: number) => figureInWords({ numerator: count, denominator: calls })
  return `接通率 ${share(answered)}（来电 ${calls} 个，当日接通 ${answered} 个），15 秒内接通 ${share(answeredSoon)}`
}
