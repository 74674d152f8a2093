/** What an exchange tells of a call, in the order in which it happens. */
export const callEvents = ['ringing', 'answered', 'ended', 'recorded'] as const
export type CallEvent = (typeof callEvents)[number]

/** A call is to be answered within so many seconds (GB/T 33358; connection within 15 s counts what kept it). */
export const answerSeconds = 15

/** Where a call stands: `lost` is one that ended without an answer. */
export const callStates = ['ringing', 'talking', 'ended', 'lost'] as const
export type CallState = (typeof callStates)[number]

/** The state as the list calls it. */
export const callStateLabel = {
  ringing: '正在振铃',
  talking: '正在通话',
  ended: '已结束',
  lost: '未接通',
} as const satisfies Record<CallState, string>

/** The moments of a call. */
export interface CallTimes {
  readonly rangAt: string
  readonly answeredAt: string | null
  readonly endedAt: string | null
}

/** Where a call with these moments stands. */
export function callState({ answeredAt, endedAt }: CallTimes): CallState {
  if (endedAt === null) return answeredAt === null ? 'ringing' : 'talking'
  return answeredAt === null ? 'lost' : 'ended'
}

/** Seconds from the first ring to the answer; null where there was none. */
export function waitedSeconds({ rangAt, answeredAt }: CallTimes): number | null {
  if (answeredAt === null) return null
  return Math.max(0, Math.round((Date.parse(answeredAt) - Date.parse(rangAt)) / 1000))
}

/** 138****0000: enough to recognise, too little to call. */
export function maskedNumber(number: string): string {
  const signs = [...number]
  if (signs.length <= 7) return '*'.repeat(signs.length)
  return signs.map((sign, at) => (at < 3 || at >= signs.length - 4 ? sign : '*')).join('')
}

/** A call as the agent sees it ring. */
export interface RingingCall extends CallTimes {
  readonly id: string
  readonly agency: string
  readonly state: CallState
  /** The number, masked; whoever answers is given the whole. */
  readonly number: string
  /** How many demands came from this number before. */
  readonly earlier: number
  /** Did this agent take it? */
  readonly mine: boolean
}

/** Of the calls of a span: how many there were, were answered on the day on which they rang, and within fifteen seconds. */
export interface Connection {
  readonly calls: number
  readonly answered: number
  readonly answeredSoon: number
}
