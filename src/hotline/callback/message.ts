import { tryAfter } from '../doors/tries.ts'
import type { DemandEvent } from '../events.ts'

/** Where a message with a link stands: to be handed over, taken by the operator's gateway, or given up. Nobody here knows whether it arrived. */
export const callbackMessageStates = ['waiting', 'handed', 'failed'] as const
export type CallbackMessageState = (typeof callbackMessageStates)[number]

/** The state as the desk calls it. */
export const callbackMessageStateLabel = {
  waiting: '待发',
  handed: '已交网关',
  failed: '失败',
} as const satisfies Record<CallbackMessageState, string>

/** A message by which a caller is asked for his rating, as the desk shows it. */
export interface CallbackMessage {
  readonly id: string
  readonly demand: string
  readonly number: string
  readonly subject: string
  readonly state: CallbackMessageState
  readonly madeAt: string
  readonly madeByName: string
  readonly expiresAt: string
  readonly failures: number
  /** Why the last try failed. */
  readonly lastFailure: string | null
  readonly handedAt: string | null
  /** When the caller used the link; once only. */
  readonly usedAt: string | null
  /** Sent by the rules of sampling, by nobody's hand. */
  readonly byItself: boolean
  /** When nobody had answered it and the caller went to the telephone list; the link holds to its end. */
  readonly movedAt: string | null
  /** Nobody asks the caller any more: the demand is closed or in hand again. */
  readonly over: boolean
}

/** The pauses between the tries of a message, in minutes; then it failed and is sent again by hand. */
const pausesMinutes = [1, 5, 20] as const

/** When a message that failed so many times is tried again; undefined where it is given up. */
export function nextMessageTry(failures: number, moment: string): string | undefined {
  return tryAfter(failures, { moment, pausesMinutes })
}

/** Is it the number of a mobile telephone, 11 digits beginning with 1? Numbers of invented people begin with 000. */
export function takesMessages(phone: string): boolean {
  return /^(1|000)\d+$/.test(phone) && phone.length === 11
}

/** Is it a number that nobody has? The simulator of the gateway sends to such numbers alone. */
export function isInvented(phone: string): boolean {
  return phone.replaceAll(/\D/g, '').startsWith('000')
}

/** Does the simulator fail at this number, as an operator does at one that nobody has any more? */
export function failsSimulated(phone: string): boolean {
  return phone.endsWith('9')
}

/** To which feedback of a demand a callback belongs: its place in the history, 0 where there was none. */
export function lastFeedback(events: readonly DemandEvent[]): number {
  return events.findLastIndex(({ kind }) => kind === 'fedBack') + 1
}

/** What the message says: nothing of what the demand is about, since others may read the screen. */
export function messageText(
  { hotline, number }: { readonly hotline: string; readonly number: string },
  { link, days }: { readonly link: string; readonly days: number },
): string {
  return `【${hotline}12345热线】您反映的诉求（编号 ${number}）已经办理，请评价：${link} ，${days} 天内有效，只能提交一次。`
}
