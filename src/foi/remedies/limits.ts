import type { Calendar } from '../../statute/calendar.ts'
import { addDays, type Day, dayOf, inChinese } from '../../statute/day.ts'
import {
  earlierReconsiderationPeriod,
  type LegalNumber,
  litigationAfterReconsideration,
  litigationPeriod,
  reconsiderationDecision,
  reconsiderationFirst,
  reconsiderationPeriod,
} from '../../statute/law.ts'
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts'
import type { Outcome } from '../../statute/taxonomy.ts'
import { clockOf } from '../clock.ts'
import { clockEvents } from '../clock-of-request.ts'
import type { FoiEvent, RemedyRoute } from '../events.ts'
import { mustReconsiderFirst } from '../letters/remedy.ts'
import type { FoiStanding, RemedyStanding } from '../standing.ts'

/** What is contested: a decision, or that none came in time (`outcome` null). */
export interface Contested {
  readonly outcome: Outcome | null
  /** The day of the decision, or the last day on which it was due. */
  readonly on: Day
  /** The day from which the limits run: of service, of the decision where service is not recorded, or the due day. */
  readonly knownOn: Day
}

/** What of a request's history is contested on this day; refused where there is no decision and the period still runs. */
export function contestedOf(
  { events, standing }: { readonly events: readonly FoiEvent[]; readonly standing: FoiStanding },
  on: Day,
  calendar: Calendar,
): Contested | Refusal {
  const { outcome, outcomeOn } = standing
  if (outcome !== null && outcomeOn !== null) {
    const served = events.find(({ kind }) => kind === 'served')
    return { outcome, on: outcomeOn, knownOn: served?.on ?? outcomeOn }
  }
  if (standing.receivedOn === null)
    return refuse('申请尚未确认收到，没有可以复议或者起诉的决定。', '行政复议法 Art 20')
  const { due } = clockOf(clockEvents(events), on, calendar)
  if (due !== null && due < on) return { outcome: null, on: due, knownOn: due }
  const until = due === null ? '期限尚未届满' : `答复期限到 ${inChinese(due)}`
  return refuse(`申请还没有答复，${until}，不能登记不履行职责的复议或者诉讼。`, '行政复议法 Art 20')
}

/** The last day of a remedy, and the law that sets it. */
export interface RemedyLimit {
  readonly until: Day
  readonly law: string
}

/**
 * Until when a remedy may be sought; refused where litigation after reconsideration has no reconsideration that was
 * decided, or whose period for deciding is over. Limits are facts: whether a late one is heard the body itself decides.
 */
export function limitOf(
  route: RemedyRoute,
  { knownOn, on }: Contested,
  remedies: readonly RemedyStanding[],
): RemedyLimit | Refusal {
  if (route === 'reconsideration') {
    const period = on < reconsiderationPeriod.since ? earlierReconsiderationPeriod : reconsiderationPeriod
    return after(knownOn, period)
  }
  if (route === 'litigationDirect') return after(knownOn, litigationPeriod)
  const before = remedies.filter(each => each.route === 'reconsideration').at(-1)
  if (before === undefined)
    return refuse('没有登记过行政复议，请先登记复议，或者选择“未经复议直接起诉”。', '行政诉讼法 Art 45')
  return after(before.resultOn ?? decidedBy(before), litigationAfterReconsideration)
}

/** By when a reconsideration is to be decided, 行政复议法 Art 62; from its lodging, since acceptance is not recorded. */
export function decidedBy({ lodgedOn }: Pick<RemedyStanding, 'lodgedOn'>): Day {
  return addDays(lodgedOn, reconsiderationDecision.value)
}

function after(on: Day, { value, unit, law }: LegalNumber): RemedyLimit {
  return { until: unit === '个月' ? monthsLater(on, value) : addDays(on, value), law }
}

/** The same date so many months later; the month's last day where it has no such date. */
function monthsLater(on: Day, months: number): Day {
  const count = Number(on.slice(5, 7)) - 1 + months
  const year = Number(on.slice(0, 4)) + Math.floor(count / 12)
  const month = (count % 12) + 1
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const date = Math.min(last, Number(on.slice(8)))
  return dayOf(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
}

/** A remedy as it came in. */
export interface LodgedRemedy {
  readonly route: RemedyRoute
  /** The day on which it was sought. */
  readonly on: Day
}

/** Something the office must know of a remedy; `mustSayWhy`: it is registered only with a reason. */
export interface RemedyWarning {
  readonly message: string
  readonly law: string
  readonly mustSayWhy: boolean
}

/** What is unusual about a remedy: it is late, or litigation came first where reconsideration comes first; or why it cannot be. */
export function warningsOf(
  { route, on }: LodgedRemedy,
  contested: Contested,
  remedies: readonly RemedyStanding[],
): readonly RemedyWarning[] | Refusal {
  if (on < contested.on)
    return refuse(
      `日期在${contested.outcome === null ? '期限届满' : '作出决定'}之前，请核对。`,
      '行政复议法 Art 20',
    )
  const limit = limitOf(route, contested, remedies)
  if (isRefusal(limit)) return limit
  const warnings: RemedyWarning[] = []
  if (on > limit.until) {
    const message = `期限到 ${inChinese(limit.until)}，已经超过。仍予登记，是否受理由受理机关决定。`
    warnings.push({ message, law: limit.law, mustSayWhy: false })
  }
  if (route === 'litigationDirect' && comesFirst(contested)) {
    const message = '对不予公开或者不履行职责，应当先申请行政复议；法院直接受理的，请写明其理由。'
    warnings.push({ message, law: reconsiderationFirst.law, mustSayWhy: true })
  }
  return [...warnings, ...tooEarly(route, on, remedies)]
}

/** Must reconsideration come first, for a refusal or for silence, 行政复议法 Art 23? */
function comesFirst({ outcome, on }: Contested): boolean {
  return outcome === null ? on >= reconsiderationFirst.since : mustReconsiderFirst(outcome, on)
}

/** Litigation while the reconsideration is neither decided nor over its time. */
function tooEarly(route: RemedyRoute, on: Day, remedies: readonly RemedyStanding[]): RemedyWarning[] {
  const before = remedies.filter(each => each.route === 'reconsideration').at(-1)
  if (route !== 'litigationAfterReconsideration' || before === undefined) return []
  if (before.resultOn !== null || on > decidedBy(before)) return []
  const message = `复议尚未审结，复议期限到 ${inChinese(decidedBy(before))}；法院已受理的，请写明其理由。`
  return [{ message, law: litigationAfterReconsideration.law, mustSayWhy: true }]
}
