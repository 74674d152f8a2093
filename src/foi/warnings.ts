import { type Calendar, workdaysBetween } from '../statute/calendar.ts'
import { type Day, inChinese } from '../statute/day.ts'
import type { FoiStanding } from './standing.ts'

/** What is warned of, so that nothing relies on somebody looking. */
export const warningKinds = [
  ...(['unconfirmed', 'near', 'dueToday', 'late', 'departmentLate'] as const),
  ...(['correctionOver', 'paymentOver', 'opinionOver', 'moved', 'noNotice'] as const),
] as const
export type WarningKind = (typeof warningKinds)[number]

/** Who is warned: the one who handles it, then the coordinator, then the head. */
export type Warned = 'handler' | 'officer' | 'coordinator' | 'head'

/** A warning on one day, to one of them. */
export interface Warning {
  readonly kind: WarningKind
  readonly to: Warned
  readonly words: string
}

/** A request as the warnings look at it. */
export interface Warnable {
  readonly standing: FoiStanding
  readonly arrivedOn: Day
  readonly number: string
  /** By its clock; null while nothing runs. */
  readonly due: Day | null
}

/** Working days before the due day on which the first warning comes; our choice (decision 0011). */
export const warningWorkdays = 3
/** Working days after which an unconfirmed request is somebody's concern. */
export const confirmingWorkdays = 2

/** Who is warned of what today. */
export function warningsOf(request: Warnable, today: Day, calendar: Calendar): Warning[] {
  const { standing, arrivedOn, number } = request
  if (standing.outcome !== null) return []
  if (standing.state === 'arrived') {
    const waiting = workdaysBetween(calendar, arrivedOn, today)
    if (waiting < confirmingWorkdays) return []
    const words = `申请${number}于${inChinese(arrivedOn)}来件，已过 ${waiting} 个工作日，尚未与申请人确认收到。`
    const to: Warned[] = waiting > confirmingWorkdays ? ['officer', 'coordinator'] : ['officer']
    return to.map(each => ({ kind: 'unconfirmed', to: each, words }))
  }
  return [...ofDue(request, today, calendar), ...ofWaiting(request, today)]
}

/** Before, on and after the due day. */
function ofDue({ standing, due, number }: Warnable, today: Day, calendar: Calendar): Warning[] {
  const first: Warned = standing.handler === null ? 'officer' : 'handler'
  const { limit } = standing
  if (due !== null && due < today) {
    const words = `申请${number}的答复期限${inChinese(due)}已过，尚未答复。`
    return (['officer', 'coordinator', 'head'] as const)
      .map(to => (to === 'officer' ? first : to))
      .map(to => ({ kind: 'late', to, words }))
  }
  if (due === today) {
    const words = `申请${number}今天到期，应当答复。`
    return [first, 'coordinator' as const].map(to => ({ kind: 'dueToday', to, words }))
  }
  const left = due === null ? undefined : workdaysBetween(calendar, today, due)
  if (due !== null && left !== undefined && left <= warningWorkdays) {
    return [{ kind: 'near', to: first, words: `申请${number}还剩 ${left} 个工作日，${inChinese(due)}到期。` }]
  }
  if (limit !== null && limit < today && (standing.state === 'received' || standing.state === 'assigned')) {
    const words = `申请${number}的处室办理期限${inChinese(limit)}已过，尚未拟稿。`
    return [first, 'coordinator' as const].map(to => ({ kind: 'departmentLate', to, words }))
  }
  return []
}

/** What was awaited and has not come: then the office may go on. */
function ofWaiting({ standing, number }: Warnable, today: Day): Warning[] {
  const { correction, fee, opinions, state } = standing
  const found: Warning[] = []
  if (state === 'awaitingCorrection' && correction !== null && correction.answerBy < today) {
    const words = `申请${number}的补正期限${inChinese(correction.answerBy)}已过，可以按逾期不补正办理。`
    found.push({ kind: 'correctionOver', to: 'officer', words })
  }
  if (state === 'awaitingPayment' && fee !== null && fee.payBy < today) {
    const words = `申请${number}的缴费期限${inChinese(fee.payBy)}已过，可以按逾期不缴费办理。`
    found.push({ kind: 'paymentOver', to: 'officer', words })
  }
  const over = opinions.filter(({ answerBy }) => answerBy < today)
  if (over.length > 0) {
    const names = over.map(({ of }) => of).join('、')
    const words = `申请${number}征求${names}意见的期限已过，未收到答复的可以登记为逾期未答复。`
    found.push({ kind: 'opinionOver', to: standing.handler === null ? 'officer' : 'handler', words })
  }
  return found
}
