import { momentInChinese } from '../../statute/moment.ts'
import type { LimitClock, LimitPart } from '../clock.ts'
import type { DemandLine } from '../view.ts'

/** When the limit is over, and whether it is. */
export function dueText({ dueAt, late }: Pick<DemandLine, 'dueAt' | 'late'>): string {
  if (dueAt === null) return '—'
  // The end of a day is said with that day, not as the next one's first minute.
  const said = momentInChinese(dueAt)
  const whole = said.endsWith(' 00:00') ? `${momentInChinese(minuteBefore(dueAt)).slice(0, -5)}24:00` : said
  return `${whole}${late ? '，已逾期' : ''}`
}

const minuteBefore = (moment: string) => new Date(Date.parse(moment) - 60_000).toISOString()

/** 90 minutes as 1 小时 30 分钟. */
export function minutesInChinese(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours > 0 ? `${hours} 小时` : '', rest > 0 || hours === 0 ? `${rest} 分钟` : '']
    .filter(Boolean)
    .join(' ')
}

const partWords = {
  dispatched: '派单，期限',
  dispatchedAgain: '重新派单，在已用时间之外另加',
  extended: '延期，另加',
  suspended: '中止期间不计入',
  changed: '调整期限，一共',
  reopened: '重办，重新计算期限',
} as const satisfies Record<LimitPart['what'], string>

/** A line of the arithmetic of a limit. */
export function partInWords({ at, what, minutes }: LimitPart): string {
  return `${momentInChinese(at)}：${partWords[what]} ${minutesInChinese(minutes)}`
}

/** What is left of a limit, or by how much it is over. */
export function clockInWords({ state, base, counted, allowance, late }: LimitClock): string {
  if (state === 'notStarted') return '尚未派单，期限不起算。'
  const time = base === 'working' ? '工作时间' : '时间'
  const used = `已用${time} ${minutesInChinese(counted)}，共 ${minutesInChinese(allowance)}`
  if (state === 'stopped') return `${used}；不再计时，${late ? '超过期限' : '在期限以内'}。`
  const left = late
    ? `超过 ${minutesInChinese(counted - allowance)}`
    : `还剩 ${minutesInChinese(allowance - counted)}`
  return `${used}，${left}${state === 'suspended' ? '；已中止，不再计时' : ''}。`
}
