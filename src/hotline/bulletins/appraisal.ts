import type { Day } from '../../statute/day.ts'
import { type FigureCounts, worthOf } from '../figures/count.ts'
import type { Figure } from '../figures/definitions.ts'

/** Rates by which units may be appraised. */
export const appraisedRates = [
  ...([
    'closingRate',
    'satisfactionRate',
    'onTimeRate',
    'reachedRate',
    'signingRate',
    'resolvedRate',
  ] as const),
] as const satisfies readonly Figure[]
export type AppraisedRate = (typeof appraisedRates)[number]

/** The rate as the formula names it. */
export const appraisedRateLabel = {
  closingRate: '办结率',
  satisfactionRate: '满意率',
  onTimeRate: '按时反馈率',
  reachedRate: '有效回访率',
  signingRate: '及时签收率',
  resolvedRate: '解决率',
} as const satisfies Record<AppraisedRate, string>

/** How units are scored 考核, from a day on. */
export interface Appraisal {
  /** The first day of a period to which it applies, inclusive. */
  readonly from: Day
  /** Points of each rate at 100 %; a rate that is not named has none. */
  readonly points: Readonly<Partial<Record<AppraisedRate, number>>>
  /** Points for each update of the knowledge base, and the most for all of them. */
  readonly perUpdate: number
  readonly mostForUpdates: number
  /** By which order or notice; in the words of who set it. */
  readonly basis: string
}

/** How is it scored until somebody sets it otherwise. */
export const usualAppraisal = {
  points: { closingRate: 25, satisfactionRate: 30, onTimeRate: 25, reachedRate: 10 },
  ...{ perUpdate: 1, mostForUpdates: 10, basis: '系统默认' },
} as const satisfies Omit<Appraisal, 'from'>

/** A score and how it came about, line by line. */
export interface Score {
  /** Out of 100, to two decimals; null where nothing could be scored. */
  readonly score: number | null
  readonly arithmetic: readonly string[]
}

const rounded = (value: number) => Math.round(value * 100) / 100

/**
 * The score of a unit: the points of each rate times the rate, and the points for updates. A rate that nothing stands below,
 * and updates that are not counted (null), are left out and the sum is stretched to 100 (decision 0029).
 */
export function scoreOf(counts: FigureCounts, updates: number | null, appraisal: Appraisal): Score {
  const rates = appraisedRates.flatMap(rate => {
    const points = appraisal.points[rate] ?? 0
    const worth = points === 0 ? null : worthOf(counts[rate])
    return worth === null ? [] : [{ rate, points, worth }]
  })
  if (rates.length === 0) return { score: null, arithmetic: ['没有可以计分的诉求'] }
  const { perUpdate } = appraisal
  const mostForUpdates = updates === null ? 0 : appraisal.mostForUpdates
  const forUpdates = Math.min(mostForUpdates, (updates ?? 0) * perUpdate)
  const got = rates.reduce((sum, { points, worth }) => sum + points * worth, forUpdates)
  const most = rates.reduce((sum, { points }) => sum + points, mostForUpdates)
  const lines = rates.map(
    ({ rate, points, worth }) =>
      `${appraisedRateLabel[rate]} ${(worth * 100).toFixed(1)}% × ${points} 分 = ${rounded(points * worth)} 分`,
  )
  const update = `知识库更新 ${updates} 条 × ${perUpdate} 分 = ${rounded(forUpdates)} 分（至多 ${mostForUpdates} 分）`
  const sum = `合计 ${rounded(got)} 分 ÷ ${most} 分 × 100 = ${rounded((got / most) * 100)} 分`
  return {
    score: rounded((got / most) * 100),
    arithmetic: [...lines, ...(mostForUpdates > 0 ? [update] : []), sum],
  }
}

/** The rank of each score, 1 for the highest; equal scores share a rank, and who has no score has none. */
export function ranksOf(scores: readonly (number | null)[]): (number | null)[] {
  return scores.map(score =>
    score === null ? null : 1 + scores.filter(other => other !== null && other > score).length,
  )
}

/** The appraisal of a period that begins on this day. */
export function appraisalOn(versions: readonly Appraisal[], on: Day): Appraisal {
  return versions.findLast(({ from }) => from <= on) ?? { ...usualAppraisal, from: on }
}
