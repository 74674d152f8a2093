import { addDays, type Day, dayOf } from '../../statute/day.ts'
import { spanEnd, spanStart } from './grouping.ts'

/** How often a report is made by itself, of the span that was over last. */
export const subscriptionRhythms = ['day', 'week', 'month'] as const
export type SubscriptionRhythm = (typeof subscriptionRhythms)[number]

/** The rhythm as the page calls it. */
export const subscriptionLabel = {
  day: '每日',
  week: '每周',
  month: '每月',
} as const satisfies Record<SubscriptionRhythm, string>

/** One time that a subscribed report was made. */
export interface ReportIssue {
  readonly from: Day
  readonly until: Day
  /** Has its owner opened it? */
  readonly isOpened: boolean
}

/** A report that somebody put together and keeps, with what it was made into by itself: the latest first. */
export interface SavedReportView {
  readonly id: string
  readonly name: string
  /** What the address of the page asks. */
  readonly query: string
  readonly every: SubscriptionRhythm | null
  readonly issues: readonly ReportIssue[]
}

/** The span that was over last before this day: yesterday, last week from Monday, last month. */
export function lastOf(rhythm: SubscriptionRhythm, today: Day): { readonly from: Day; readonly until: Day } {
  const from = spanStart(rhythm, addDays(spanStart(rhythm, today), -1))
  return { from: dayOf(from), until: spanEnd(rhythm, from) }
}
