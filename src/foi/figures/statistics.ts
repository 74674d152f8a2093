/** By what the answers of a period are compared. */
export const statisticGroups = ['department', 'outcome', 'channel', 'ground', 'applicantKind'] as const
export type StatisticGroup = (typeof statisticGroups)[number]

/** The comparison as the page names it. */
export const statisticGroupLabel = {
  department: '承办处室',
  outcome: '办理结果',
  channel: '渠道',
  ground: '不予公开的理由',
  applicantKind: '申请人类别',
} as const satisfies Record<StatisticGroup, string>

/** The upper ends of the classes of working days; the last class is open. */
export const workdayClasses = [5, 10, 15, 20, 25, 30, 40] as const

/** A class of working days in words, by its place. */
export function workdayClassLabel(place: number): string {
  const to = workdayClasses[place]
  const before = workdayClasses[place - 1]
  if (to === undefined) return `超过 ${before} 个工作日`
  return before === undefined ? `${to} 个工作日以内` : `${before + 1} 至 ${to} 个工作日`
}

/** How long answers took, in working days: the distribution, not a mean. */
export interface Distribution {
  /** Requests that ended in the period. */
  readonly closed: number
  /** Those that were answered, so that it took some time. */
  readonly timed: number
  /** Half of them within so many working days; null where none. */
  readonly median: number | null
  /** Nine in ten within so many. */
  readonly ninetieth: number | null
  readonly longest: number | null
  /** Answered after the due day. */
  readonly late: number
}

/** One group of the comparison. */
export interface StatisticLine extends Distribution {
  readonly key: string
  readonly label: string
}

/** A request that was answered after the due day. */
export interface AnsweredLate {
  readonly id: string
  readonly number: string
  readonly department: string | null
  readonly due: string
  readonly outcomeOn: string
  readonly workdays: number
}

/** The statistics of a period, as the desk shows them. */
export interface StatisticsView {
  readonly from: string
  readonly until: string
  readonly group: StatisticGroup
  readonly all: Distribution
  /** How many lie in each class of working days, in the order of the classes. */
  readonly classes: readonly number[]
  readonly lines: readonly StatisticLine[]
  readonly late: readonly AnsweredLate[]
  /** What is open now, and how much of it is past its due day. */
  readonly open: { readonly count: number; readonly late: number }
}
