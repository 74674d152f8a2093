import { type Day, inChinese, isDay } from '../statute/day.ts'
import { type Refusal, refuse } from '../statute/refusal.ts'

/** What happens to a request and moves its clock. */
export type ClockEvent =
  | { readonly kind: 'received'; readonly on: Day }
  | { readonly kind: 'correctionAsked'; readonly on: Day; readonly answerBy: Day }
  | { readonly kind: 'corrected'; readonly on: Day }
  | { readonly kind: 'opinionSought'; readonly on: Day; readonly of: string }
  | { readonly kind: 'opinionReceived'; readonly on: Day; readonly of: string }
  | { readonly kind: 'extended'; readonly on: Day; readonly workdays: number }
  | { readonly kind: 'delayed'; readonly on: Day; readonly until: Day }
  | { readonly kind: 'feeNotified'; readonly on: Day }
  | { readonly kind: 'paid'; readonly on: Day }

/** On one day, what opens something comes before what closes it. */
const sameDayOrder = [
  'received',
  'correctionAsked',
  'corrected',
  'opinionSought',
  'opinionReceived',
  'extended',
  'delayed',
  'feeNotified',
  'paid',
]

/** The events up to and including `asOf` by their days, each with its place in the list as it was given. */
export function inOrder(events: readonly ClockEvent[], asOf: Day) {
  return events
    .map((event, place) => ({ event, place }))
    .filter(({ event }) => event.on <= asOf)
    .sort(
      (a, b) =>
        (a.event.on < b.event.on ? -1 : a.event.on > b.event.on ? 1 : 0) ||
        sameDayOrder.indexOf(a.event.kind) - sameDayOrder.indexOf(b.event.kind) ||
        a.place - b.place,
    )
}

/** What the office calls an event. */
export const eventLabel = {
  received: '收到申请',
  correctionAsked: '通知补正',
  corrected: '收到补正',
  opinionSought: '征求意见',
  opinionReceived: '收到意见',
  extended: '延长答复期限',
  delayed: '确定延迟答复的合理期限',
  feeNotified: '通知缴费',
  paid: '缴费',
} as const satisfies Record<ClockEvent['kind'], string>

/** Reads `{events, asOf}` of the interface; says which event is wrong and how. */
export function parseClockFile(json: unknown): { events: ClockEvent[]; asOf: Day } | Refusal {
  if (!isRecord(json) || !Array.isArray(json.events))
    return refuse('文件应为 {"events": […], "asOf": "年-月-日"}。')
  const { asOf } = json
  if (typeof asOf !== 'string' || !isDay(asOf))
    return refuse('asOf 不是有效日期，请写成 2023-02-20 这样的年-月-日。')
  const events: ClockEvent[] = []
  for (const [place, raw] of json.events.entries()) {
    const event = parseEvent(raw)
    if (typeof event === 'string') return refuse(`第 ${place + 1} 个事件（events[${place}]）有误：${event}`)
    events.push(event)
  }
  return { events, asOf }
}

function parseEvent(raw: unknown): ClockEvent | string {
  if (!isRecord(raw)) return '应为含 kind 和 on 的对象。'
  const { kind, on } = raw
  if (typeof on !== 'string' || !isDay(on)) return 'on 不是有效日期。'
  switch (kind) {
    case 'received':
    case 'corrected':
    case 'feeNotified':
    case 'paid':
      return { kind, on }
    case 'correctionAsked': {
      const { answerBy } = raw
      if (typeof answerBy !== 'string' || !isDay(answerBy)) return 'answerBy（补正期限）不是有效日期。'
      return answerBy < on ? `补正期限 ${answerBy} 早于通知之日 ${inChinese(on)}。` : { kind, on, answerBy }
    }
    case 'delayed': {
      const { until } = raw
      if (typeof until !== 'string' || !isDay(until)) return 'until（延迟答复到哪一天）不是有效日期。'
      return until <= on ? `延迟到 ${until}，应在告知之日 ${inChinese(on)}之后。` : { kind, on, until }
    }
    case 'opinionSought':
    case 'opinionReceived': {
      const { of } = raw
      return typeof of === 'string' && of !== '' ? { kind, on, of } : 'of（被征求意见的一方）没有填写。'
    }
    case 'extended': {
      const { workdays } = raw
      const whole = typeof workdays === 'number' && Number.isSafeInteger(workdays) && workdays > 0
      return whole ? { kind, on, workdays } : 'workdays（延长的工作日数）应为正整数。'
    }
    default:
      return `不认识的 kind：${String(kind)}。可用：${Object.keys(eventLabel).join('、')}。`
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
