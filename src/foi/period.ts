import { type Calendar, workdayAfter, workdaysBetween } from '../statute/calendar.ts'
import { type Day, inChinese } from '../statute/day.ts'
import { answerPeriod, correctionNotice, extensionMax, type LegalNumber } from '../statute/law.ts'
import { type Refusal, refuse } from '../statute/refusal.ts'
import type { ClockEvent } from './clock-events.ts'

/** The working days after `from`, up to and including `to`, are not counted; open while nobody has answered or paid. */
export interface Opinion {
  /** Whose opinion is awaited; the fee where it is the applicant's payment. */
  readonly of: string
  readonly from: Day
  readonly to: Day | null
}

/** Where a request stands after some events: what the period for answering is made of. */
export interface Period {
  readonly receivedOn: Day | null
  /** The day from which the period runs: receipt, or receipt of the correction. Itself not counted. */
  readonly runsFrom: Day | null
  readonly extension: number
  /** Art. 35: the delayed, reasonable day that was told to the applicant; later than the period would end. */
  readonly delayedUntil: Day | null
  readonly opinions: readonly Opinion[]
  readonly correction: {
    readonly askedOn: Day
    readonly answerBy: Day
    readonly correctedOn: Day | null
  } | null
}

/** Before anything was received. */
export const noPeriod: Period = {
  receivedOn: null,
  runsFrom: null,
  extension: 0,
  delayedUntil: null,
  opinions: [],
  correction: null,
}

/** Is the office waiting for the applicant's correction? */
export function awaitsCorrection({ correction }: Period): boolean {
  return correction !== null && correction.correctedOn === null
}

/** The period after one more event, or why the law refuses it. @throws NoticeMissing */
export function after(period: Period, event: ClockEvent, calendar: Calendar): Period | Refusal {
  if (event.kind === 'received') {
    if (period.receivedOn !== null) return refuse('申请只能收到一次；已登记收到之日。', 'Art 31')
    return { ...period, receivedOn: event.on, runsFrom: event.on }
  }
  if (period.receivedOn === null) return refuse('尚未收到申请，期限没有起算。', 'Art 31')
  switch (event.kind) {
    case 'correctionAsked':
      return askCorrection(period, event, calendar)
    case 'corrected':
      return correct(period, event.on)
    case 'opinionSought':
      return seekOpinion(period, event, calendar)
    case 'opinionReceived':
      return receiveOpinion(period, event)
    case 'extended':
      return extend(period, event, calendar)
    case 'delayed':
      return delay(period, event, calendar)
    case 'feeNotified':
      return seekOpinion(period, { kind: 'opinionSought', on: event.on, of: theFee }, calendar)
    case 'paid':
      return receiveOpinion(period, { kind: 'opinionReceived', on: event.on, of: theFee })
  }
}

/** ◇ 109号: the time from the fee notice to payment is taken out as that of an opinion is. */
export const theFee = '缴费'

type EventOf<K extends ClockEvent['kind']> = Extract<ClockEvent, { kind: K }>

function askCorrection(
  period: Period,
  event: EventOf<'correctionAsked'>,
  calendar: Calendar,
): Period | Refusal {
  if (period.correction !== null) return refuse('补正只能通知一次。', correctionNotice.law)
  const day = workdaysBetween(calendar, period.receivedOn ?? event.on, event.on)
  if (day > correctionNotice.value) {
    return refuse(
      `今天是收到申请后第 ${day} 个工作日；补正须在 ${atMost(correctionNotice)}内通知。`,
      correctionNotice.law,
    )
  }
  return { ...period, correction: { askedOn: event.on, answerBy: event.answerBy, correctedOn: null } }
}

/** The period starts afresh; an extension falls with the old one (decision 0002). */
function correct(period: Period, on: Day): Period | Refusal {
  const { correction } = period
  if (correction === null) return refuse('没有通知过补正。', 'Art 30')
  if (correction.correctedOn !== null) return refuse('补正已经收到。', 'Art 30')
  if (on > correction.answerBy) {
    const limit = inChinese(correction.answerBy)
    return refuse(`补正期限为 ${limit}，逾期补正视为放弃申请；有正当理由的，请作为新申请登记。`, 'Art 30')
  }
  return {
    ...period,
    runsFrom: on,
    extension: 0,
    delayedUntil: null,
    correction: { ...correction, correctedOn: on },
  }
}

function seekOpinion(period: Period, event: EventOf<'opinionSought'>, calendar: Calendar): Period | Refusal {
  if (awaitsCorrection(period)) return refuse('正在等待补正，申请内容明确后才能征求意见。', 'Art 30')
  if (period.opinions.some(({ of, to }) => of === event.of && to === null)) {
    return refuse(`正在等待${event.of}的意见，不能重复征求。`, 'Art 32')
  }
  const due = dueOf(period, calendar)
  if (due !== null && event.on > due) {
    const what = event.of === theFee ? '通知缴费' : '征求意见'
    return refuse(`答复期限已于 ${inChinese(due)}届满，${what}不能使其恢复。`, answerPeriod.law)
  }
  return { ...period, opinions: [...period.opinions, { of: event.of, from: event.on, to: null }] }
}

function receiveOpinion(period: Period, event: EventOf<'opinionReceived'>): Period | Refusal {
  const place = period.opinions.findIndex(({ of, to }) => of === event.of && to === null)
  if (place < 0) return refuse(`没有正在等待的${event.of}的意见。`, 'Art 32')
  const opinions = period.opinions.map((one, at) => (at === place ? { ...one, to: event.on } : one))
  return { ...period, opinions }
}

function extend(period: Period, event: EventOf<'extended'>, calendar: Calendar): Period | Refusal {
  if (awaitsCorrection(period)) return refuse('正在等待补正，期限没有运行，不能延长。', extensionMax.law)
  const due = dueOf(period, calendar)
  if (due !== null && event.on > due) {
    return refuse(`答复期限已于 ${inChinese(due)}届满；延长须在届满前告知申请人。`, extensionMax.law)
  }
  const sum = period.extension + event.workdays
  if (sum > extensionMax.value) {
    return refuse(`延长共 ${sum} 个工作日，超过上限 ${atMost(extensionMax)}。`, extensionMax.law)
  }
  return { ...period, extension: sum }
}

/** Art. 35: told before the period ends, and later than it. */
function delay(period: Period, event: EventOf<'delayed'>, calendar: Calendar): Period | Refusal {
  if (awaitsCorrection(period)) return refuse('正在等待补正，期限没有运行，不能延迟。', 'Art 35')
  const due = dueOf(period, calendar)
  if (due !== null && event.on > due) {
    return refuse(`答复期限已于 ${inChinese(due)}届满；延迟答复的期限须在届满前告知申请人。`, 'Art 35')
  }
  if (due !== null && event.until <= due) {
    return refuse(`答复期限本来就到 ${inChinese(due)}，延迟的期限须在其后。`, 'Art 35')
  }
  return { ...period, delayedUntil: event.until }
}

/**
 * The last day for answering; null while nothing runs: before receipt, while a correction is awaited, while an opinion
 * is outstanding. @throws NoticeMissing
 */
export function dueOf(period: Period, calendar: Calendar): Day | null {
  if (period.runsFrom === null || awaitsCorrection(period)) return null
  if (period.opinions.some(({ to }) => to === null)) return null
  const excluded = excludedSpans(period)
  const allowance = answerPeriod.value + period.extension
  let due = workdayAfter(calendar, period.runsFrom, allowance)
  for (;;) {
    let out = 0
    for (const { from, to } of excluded) out += workdaysBetween(calendar, from, to < due ? to : due)
    const later = workdayAfter(calendar, period.runsFrom, allowance + out)
    if (later === due) {
      const { delayedUntil } = period
      return delayedUntil !== null && delayedUntil > due ? delayedUntil : due
    }
    due = later
  }
}

/** The closed opinions within the running period, merged so that a day is taken out once. */
export function excludedSpans({ opinions, runsFrom }: Period): { from: Day; to: Day }[] {
  if (runsFrom === null || opinions.length === 0) return []
  const spans: { from: Day; to: Day }[] = []
  const sorted = opinions.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  for (const { from, to } of sorted) {
    if (to === null || to <= runsFrom) continue
    const start = from < runsFrom ? runsFrom : from
    const last = spans.at(-1)
    if (last !== undefined && start <= last.to) last.to = to > last.to ? to : last.to
    else spans.push({ from: start, to })
  }
  return spans
}

function atMost({ value, unit }: LegalNumber): string {
  return `${value} ${unit}`
}
