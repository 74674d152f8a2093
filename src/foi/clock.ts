import { type Calendar, dayKind, workdaysBetween } from '../statute/calendar.ts'
import { addDays, type Day } from '../statute/day.ts'
import { answerPeriod } from '../statute/law.ts'
import { type ProofDay, reasonOfDay } from '../statute/proof.ts'
import { isRefusal } from '../statute/refusal.ts'
import { type ClockEvent, inOrder } from './clock-events.ts'
import { after, awaitsCorrection, dueOf, excludedSpans, noPeriod, type Period, theFee } from './period.ts'

/** When an answer is due, and why: INTERFACES, The clock. */
export interface ClockProof {
  readonly state: 'running' | 'suspended' | 'awaitingCorrection' | 'lapsed'
  readonly due: Day | null
  /** Counted days after receipt (of the correction, where there was one), up to and including `asOf`. */
  readonly counted: number
  /** 20 working days and the extension. */
  readonly allowance: number
  readonly refusals: readonly { readonly event: number; readonly law: string; readonly message: string }[]
  /** From the day after receipt to `asOf`, or to the due day where that is later. Computed when it is read. */
  readonly days: readonly ProofDay[]
}

/**
 * The clock of a request, Arts 30–33: the day of receipt is not counted, opinions take their working days out once, a
 * correction starts a fresh period. Events after `asOf` are not yet known.
 * @throws NoticeMissing where a year is needed whose notice is not loaded
 */
export function clockOf(events: readonly ClockEvent[], asOf: Day, calendar: Calendar): ClockProof {
  let period = noPeriod
  const refusals: { event: number; law: string; message: string }[] = []
  for (const { event, place } of inOrder(events, asOf)) {
    const next = after(period, event, calendar)
    if (isRefusal(next)) refusals.push({ event: place, law: next.law ?? '', message: next.message })
    else period = next
  }
  refusals.sort((a, b) => a.event - b.event)
  const due = dueOf(period, calendar)
  return {
    state: stateOf(period, asOf),
    due,
    counted: countedDays(period, asOf, calendar),
    allowance: answerPeriod.value + period.extension,
    refusals,
    get days() {
      return proofOf(period, due !== null && due > asOf ? due : asOf, calendar)
    },
  }
}

function stateOf(period: Period, asOf: Day): ClockProof['state'] {
  if (awaitsCorrection(period)) {
    return period.correction !== null && asOf > period.correction.answerBy ? 'lapsed' : 'awaitingCorrection'
  }
  return period.opinions.some(({ to }) => to === null) ? 'suspended' : 'running'
}

/** The last day that can count: nothing does while an opinion or a correction is outstanding. */
function countsUntil(period: Period, asOf: Day): Day {
  const stops = period.opinions.flatMap(({ from, to }) => (to === null ? [from] : []))
  if (awaitsCorrection(period) && period.correction !== null) stops.push(period.correction.askedOn)
  return stops.reduce((first, on) => (on < first ? on : first), asOf)
}

function countedDays(period: Period, asOf: Day, calendar: Calendar): number {
  if (period.runsFrom === null) return 0
  const end = countsUntil(period, asOf)
  let sum = workdaysBetween(calendar, period.runsFrom, end)
  for (const { from, to } of excludedSpans(period))
    sum -= workdaysBetween(calendar, from, to < end ? to : end)
  return sum
}

function proofOf(period: Period, until: Day, calendar: Calendar): ProofDay[] {
  if (period.receivedOn === null) return []
  const days: ProofDay[] = []
  const spans = excludedSpans(period)
  const end = countsUntil(period, until)
  let number = 0
  for (let on = addDays(period.receivedOn, 1); on <= until; on = addDays(on, 1)) {
    const kind = dayKind(calendar, on)
    const stopped = kind.working ? stopOf(period, spans, on, end) : undefined
    const counted = kind.working && stopped === undefined
    if (counted) number++
    days.push({
      ...{ on, counted, number: counted ? number : null },
      reason: stopped?.reason ?? reasonOfDay(calendar, on),
      law: stopped?.law ?? answerPeriod.law,
      notice: kind.notice,
    })
  }
  return days
}

/** Why a working day is not counted; undefined where it is. */
function stopOf(period: Period, spans: readonly { from: Day; to: Day }[], on: Day, end: Day) {
  const { correction, runsFrom } = period
  if (correction !== null && on > correction.askedOn && on <= (correction.correctedOn ?? on)) {
    return { reason: '等待补正', law: 'Art 30' }
  }
  if (runsFrom !== null && on <= runsFrom) return { reason: '补正前（期限重新计算）', law: 'Art 30' }
  if (on > end || spans.some(({ from, to }) => on > from && on <= to)) {
    return pausedFor(period, on)
  }
  return undefined
}

/** What a working day waited for: an opinion, or where only the fee was outstanding, payment. */
function pausedFor({ opinions }: Period, on: Day) {
  const paused = opinions.filter(({ from, to }) => on > from && (to === null || on <= to))
  const feeAlone = paused.length > 0 && paused.every(({ of }) => of === theFee)
  return feeAlone
    ? { reason: '等待缴费', law: '国办函〔2020〕109号' }
    : { reason: '征求意见期间', law: 'Art 33' }
}
