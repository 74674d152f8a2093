import { addDays, type Day, dayOf, inChinese } from '../../statute/day.ts'
import { spanEnd, spanInChinese, spanStart } from '../figures/grouping.ts'

/** The bulletins of a hotline: 周调度, 月通报, 季分析. */
export const bulletinKinds = ['week', 'month', 'quarter'] as const
export type BulletinKind = (typeof bulletinKinds)[number]

/** The bulletin as the office calls it. */
export const bulletinKindLabel = {
  week: '周调度',
  month: '月通报',
  quarter: '季分析',
} as const satisfies Record<BulletinKind, string>

/** A span of days, both included. */
export interface Span {
  readonly from: Day
  readonly until: Day
}

/** The span of a kind in which a day lies. */
export function spanOf(kind: BulletinKind, on: Day): Span {
  const from = spanStart(kind, on)
  return { from, until: spanEnd(kind, from) }
}

/** The span before. */
export function spanBefore(kind: BulletinKind, { from }: Span): Span {
  return spanOf(kind, addDays(from, -1))
}

/** The same span a year earlier: the same month or quarter; of a week the week 52 weeks earlier, so that weekdays match. */
export function spanYearEarlier(kind: BulletinKind, { from }: Span): Span {
  if (kind === 'week') return spanOf(kind, addDays(from, -364))
  const [year = '', month = ''] = from.split('-')
  return spanOf(kind, dayOf(`${Number(year) - 1}-${month}-01`))
}

/** The span that was over last on this day. */
export function lastSpan(kind: BulletinKind, today: Day): Span {
  return spanBefore(kind, spanOf(kind, today))
}

/** What the change on the span before is called. */
export const changeLabel = {
  week: '环比上周',
  month: '环比上月',
  quarter: '环比上季',
} as const satisfies Record<BulletinKind, string>

/** The span in words: 2026年1月, 2026年1月12日至18日. */
export function spanInWords(kind: BulletinKind, { from, until }: Span): string {
  if (kind !== 'week') return spanInChinese(kind, from)
  const end = inChinese(until)
  return `${inChinese(from)}至${from.slice(0, 4) === until.slice(0, 4) ? end.slice(end.indexOf('年') + 1) : end}`
}

/** The title of a bulletin. */
export function bulletinTitle(kind: BulletinKind, span: Span): string {
  const name = { week: '12345热线周调度', month: '12345热线办理情况通报', quarter: '12345热线诉求分析' }
  return `${spanInWords(kind, span)}${name[kind]}`
}
