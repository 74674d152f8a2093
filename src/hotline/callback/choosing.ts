import type { Demand, DemandType } from '../demand.ts'
import type { DemandEvent } from '../events.ts'
import { minuteOf } from '../working-time.ts'

/** Which callers are asked by a message that nobody sends by hand; a city changes it. */
export interface CallbackRules {
  /** Of a hundred callers of each type who are to be asked, how many by message; the others by telephone. */
  readonly byMessage: Readonly<Record<DemandType, number>>
  /** Between which times of the day messages go out, `09:00`. */
  readonly from: string
  readonly to: string
  /** The most messages to one caller in a day. */
  readonly perDay: number
  /** After so many days an unanswered message becomes a telephone call; nothing older than that is asked by message. */
  readonly waitDays: number
  /** Is a caller who did not answer the telephone asked by message the second time? */
  readonly second: boolean
  /** Are callers who wish to stay unknown asked by message too? */
  readonly confidential: boolean
}

/** By which way a callback is asked, as it was decided once. */
export const chosenWays = ['message', 'phone'] as const
export type ChosenWay = (typeof chosenWays)[number]

/** Which callers of a list are to be asked how. */
export const callbackListLabel = { phone: '待电话回访', message: '短信已发，待评价' } as const

/** Why a callback has its way. */
export const wayReasons = ['share', 'second', 'confidential', 'earlier', 'noMobile', 'real', 'heard'] as const
export type WayReason = (typeof wayReasons)[number]

/** The reason as the desk shows it. */
export const wayReasonLabel = {
  share: '按回访方式的比例，由编号决定',
  second: '电话无人接听，第二次回访用短信',
  confidential: '来电人要求保密，不自动发短信',
  earlier: '这次反馈已经发过短信，不再发',
  noMobile: '来电号码不是手机号码',
  real: '模拟网关只给 000 开头的试用号码发短信',
  heard: '来电人已经接听，不再用短信打扰',
} as const satisfies Record<WayReason, string>

/**
 * Is the caller of this demand, who is to be asked, asked by message? Told by its number alone, like who is asked at all,
 * and spread apart from that.
 */
export function isByMessage(
  { number, type }: Pick<Demand, 'number' | 'type'>,
  { byMessage }: Pick<CallbackRules, 'byMessage'>,
): boolean {
  const spread = [...number.replaceAll(/\D/g, '')].reduce(
    (sum, digit) => (sum * 31 + (Number(digit) + 1) * 977) % 99_991,
    3,
  )
  return Math.floor(spread / 7) % 100 < byMessage[type]
}

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Do messages go out at this moment? Up to the last time, which itself is too late. */
export function isSendingTime(moment: string, { from, to }: Pick<CallbackRules, 'from' | 'to'>): boolean {
  const minute = minuteOf(moment) % (24 * 60)
  return minutes(from) <= minute && minute < minutes(to)
}

/** Was the first call by telephone, and did nobody answer it? Then a second callback is due. */
export function wentUnanswered(events: readonly DemandEvent[]): boolean {
  const told = events.findLast(({ kind }) => kind === 'calledBack')
  return told?.kind === 'calledBack' && (told.way ?? 'phone') === 'phone' && told.failure === 'noAnswer'
}
