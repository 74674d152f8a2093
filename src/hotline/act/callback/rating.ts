import type { Secrets } from '../../../platform/secret.ts'
import type { Work } from '../../../platform/work.ts'
import { isRefusal, type Refusal, refuse } from '../../../statute/refusal.ts'
import { lastFeedback } from '../../callback/message.ts'
import { type CallBackFailure, callBackFailures, type Satisfaction, satisfactions } from '../../events.ts'
import { refusalOfDemand } from '../../steps.ts'
import { keepUsed, messageOf } from '../../store/callback/messages.ts'
import { demandOf } from '../../store/history.ts'
import type { DemandRecord } from '../../store/standing-row.ts'
import { theCaller } from '../caller/filing.ts'
import { callBack } from '../handling.ts'
import { claimedBy, isGenuine } from './links.ts'

/** What opens a link, at which moment. */
export interface Opening {
  readonly code: string
  readonly moment: string
  readonly secrets: Secrets
}

/** A forged code and one that was never made look the same. */
const unknown = '链接不正确。请从短信中重新打开，或者拨打 12345 评价。'

/** The demand that a link lets one rate, or why it does not: forged, used, ended, or the demand went on since. */
export async function ratedByLink(
  work: Work,
  { code, moment, secrets }: Opening,
  lock = false,
): Promise<{ readonly id: string; readonly record: DemandRecord } | Refusal> {
  const id = claimedBy(code)
  const message = id === undefined ? undefined : await messageOf(work, id, lock)
  if (message === undefined || !isGenuine(code, message, secrets)) return refuse(unknown)
  if (message.usedAt !== null) return refuse('您已经用这个链接评价过，谢谢。要补充意见的，请拨打 12345。')
  if (message.expiresAt <= moment) return refuse('链接的有效期已过。仍要评价的，请拨打 12345。')
  const record = await demandOf(work, message.demand, lock)
  if (record === undefined) return refuse(unknown)
  return wentOn(record, message)
    ? refuse('这件诉求已经重新办理或者办结，这次评价不再需要。有新的情况请拨打 12345。')
    : { id: message.id, record }
}

/** Is this demand no more where the message asked about it: reopened, closed, or fed back once more? */
export function wentOn(
  { demand, standing, events }: DemandRecord,
  { fedBack }: { readonly fedBack: number },
): boolean {
  const situation = { agency: demand.agency, standing, asCaller: true }
  const isOver = lastFeedback(events) !== fedBack
  return isOver || refusalOfDemand('callBack', situation, theCaller) !== undefined
}

/** Rates by a link, once: both levels, or why there is no rating; the link is used up only where the rating was taken. */
export async function rateByLink(
  work: Work,
  opening: Opening,
  typed: Readonly<Record<string, string>>,
): Promise<object | Refusal> {
  return await work.transaction(async inner => {
    const found = await ratedByLink(inner, opening, true)
    if (isRefusal(found)) return found
    const told = toldBy(typed)
    if (isRefusal(told)) return told
    const { moment } = opening
    const doing = { id: found.record.demand.id, by: theCaller, moment, asCaller: true }
    const done = await callBack(inner, doing, { ...told, way: 'sms' })
    if ('kind' in done) return isRefusal(done) ? done : refuse('热线刚刚办理过这件诉求，请重新打开链接。')
    await keepUsed(inner, found.id, moment)
    return {}
  })
}

/** Which failures a caller may say himself: that it is not his demand, or that he does not want to rate. */
export const saidByCaller = ['wrongNumber', 'declined'] as const satisfies readonly CallBackFailure[]

function toldBy(typed: Readonly<Record<string, string>>) {
  const { words = '' } = typed
  const failure = callBackFailures.find(each => each === typed.failure)
  if (failure !== undefined)
    return saidByCaller.some(each => each === failure)
      ? { handling: null, result: null, words: '', failure }
      : refuse('请选择一项评价。')
  const level = (name: string): Satisfaction | undefined => satisfactions.find(each => each === typed[name])
  const [handling, result] = [level('handling'), level('result')]
  return handling === undefined || result === undefined
    ? refuse('请对办理过程和办理结果分别选择一项。')
    : { handling, result, words: words.slice(0, 2000) }
}
