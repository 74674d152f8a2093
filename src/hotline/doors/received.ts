import { addDays, type Day, inChinese } from '../../statute/day.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'
import { type DemandChannel, demandChannelLabel } from '../demand.ts'

const receivedChannels: readonly DemandChannel[] = ['letter', 'sms', 'superior']

/** Is it typed in after it was received: a letter, a message, what a higher hotline sent? */
export function isTypedIn(channel: string | undefined): boolean {
  return receivedChannels.some(each => each === channel)
}

/** A day of receipt that is longer ago is likely a slip. */
const longestDays = 60

/**
 * Why this cannot be the day on which a demand was received that is registered today. The limit of the unit runs from the
 * dispatch all the same; the day stands in the history.
 */
export function refusalOfReceipt(
  received: Day | undefined,
  { channel, today }: { readonly channel: DemandChannel; readonly today: Day },
): Refusal | undefined {
  if (received === undefined) return undefined
  if (!isTypedIn(channel))
    return refuse(
      `收到日期只在来源为${receivedChannels.map(each => demandChannelLabel[each]).join('、')}时填写，请改来源，或者清空日期。`,
    )
  if (received > today) return refuse('收到日期不能晚于今天，请改正。')
  const earliest = addDays(today, -longestDays)
  return received < earliest
    ? refuse(`收到日期早于${inChinese(earliest)}（${longestDays} 日前），请核对年份和月份。`)
    : undefined
}
