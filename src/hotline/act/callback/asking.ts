import { agenciesSeen } from '../../../office/agencies.ts'
import { type Actor, holds } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import type { Secrets } from '../../../platform/secret.ts'
import type { Work } from '../../../platform/work.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import { type CallbackMessage, isInvented, lastFeedback, takesMessages } from '../../callback/message.ts'
import { refusalOfDemand } from '../../steps.ts'
import {
  keepMessage,
  keepMessageTry,
  messageLines,
  messageOf,
  messagesOf,
} from '../../store/callback/messages.ts'
import { lastWay } from '../../store/callback/ways.ts'
import { callerOf } from '../../store/callers.ts'
import { demandOf } from '../../store/history.ts'
import type { DemandRecord } from '../../store/standing-row.ts'
import { messageGateway } from './gateway.ts'

const dayMs = 86_400_000

/** Who asks by a message, when, and with what the caller's number is opened. */
export interface Asking {
  readonly by: Actor
  readonly moment: string
  readonly secrets: Secrets
}

/** Asks the caller by a message with a link; it waits for the gateway. The number is opened for that, and the trail says so. */
export async function askByMessage(
  work: Work,
  demand: string,
  { by, moment, secrets }: Asking,
): Promise<{ readonly id: string } | Refusal> {
  const { kind, days } = await messageGateway(work)
  if (kind === 'none')
    return refuse('还没有设置短信网关，请系统管理员在“热线设置”中填写；这一件请用电话回访。')
  return await work.transaction(async inner => {
    const record = await demandOf(inner, demand, true)
    if (record === undefined) return refuse('没有这件诉求。')
    const refusal = refusalOfAsking(record, by) ?? (await refusalOfEarlier(inner, record, moment))
    if (refusal !== undefined) return refusal
    const caller = await callerOf(inner, demand, secrets)
    if (caller === undefined || !takesMessages(caller.phone.replaceAll(/\D/g, '')))
      return refuse('来电号码不是手机号码，不能发短信；请用电话回访。')
    if (kind === 'simulator' && !isInvented(caller.phone))
      return refuse('现在用的是模拟网关，只给 000 开头的试用号码发短信；这一件请用电话回访。')
    return { id: await queueMessage(inner, record, { by, moment, days }) }
  })
}

/** Queues a message about the last feedback of a demand, under who sends it; the trail says so. */
export async function queueMessage(
  work: Work,
  { demand: { id, agency, number }, events }: DemandRecord,
  told: { readonly by: Actor; readonly moment: string; readonly days: number; readonly byItself?: boolean },
): Promise<string> {
  const { by, moment, days, byItself } = told
  const expiresAt = new Date(Date.parse(moment) + days * dayMs).toISOString()
  const said = { demand: id, agency, fedBack: lastFeedback(events), byName: by.name, at: moment, expiresAt }
  const message = await keepMessage(work, { ...said, byItself })
  const who = { by: by.id, byName: by.name, agency }
  await audit(work, { ...who, act: 'hotline.callBackMessage', subject: id, detail: { number } })
  return message
}

function refusalOfAsking({ demand, standing }: DemandRecord, by: Actor): Refusal | undefined {
  return refusalOfDemand('callBack', { agency: demand.agency, standing }, by)
}

/** One message is under way at a time: another one only after it failed, was used, or its link ended. */
async function refusalOfEarlier(
  work: Work,
  { demand, events }: DemandRecord,
  moment: string,
): Promise<Refusal | undefined> {
  const [last] = await messagesOf(work, demand.id)
  if (last === undefined || last.expiresAt <= moment || last.usedAt !== null) return undefined
  const of = await messageOf(work, last.id)
  if (of?.fedBack !== lastFeedback(events)) return undefined
  return last.state === 'failed'
    ? refuse('上一条短信没有交给网关，请点“重新发送”。')
    : refuse('短信回访已经在进行，来电人可以在有效期内评价；着急的请用电话回访。')
}

/** Lets a message that failed be tried again at once. */
export async function resendMessage(
  work: Work,
  id: string,
  { by, moment }: Pick<Asking, 'by' | 'moment'>,
): Promise<object | Refusal> {
  return await work.transaction(async inner => {
    const message = await messageOf(inner, id, true)
    if (message === undefined || !holds(by, 'callbackAgent', message.agency))
      return refuse('没有这条短信，或者您不是这条热线的回访员。')
    if (message.state !== 'failed') return refuse('只有失败的短信可以重新发送。')
    if (message.expiresAt <= moment) return refuse('链接的有效期已过，请重新发起短信回访。')
    const record = await demandOf(inner, message.demand)
    const over = record === undefined ? refuse('没有这件诉求。') : refusalOfAsking(record, by)
    if (over !== undefined) return over
    const anew = { state: 'waiting', failures: 0, last_failure: null, handed_at: null } as const
    await keepMessageTry(inner, id, { ...anew, next_try_at: moment })
    const who = { by: by.id, byName: by.name, agency: message.agency }
    await audit(inner, { ...who, act: 'hotline.callBackMessageAgain', subject: message.demand, detail: {} })
    return {}
  })
}

/** The messages by which the caller of a demand was asked, the newest first, and the way that the rules gave the callback. */
export async function callbackMessages(
  work: Work,
  demand: string,
): Promise<{
  readonly lines: CallbackMessage[]
  readonly decided: Awaited<ReturnType<typeof lastWay>> | null
}> {
  const [lines, decided] = await Promise.all([messagesOf(work, demand), lastWay(work, demand)])
  return { lines, decided: decided ?? null }
}

/** A page of the messages of the hotlines at which this person asks callers. */
export async function callbackMessageLines(
  work: Work,
  asked: { readonly state?: string | undefined; readonly page: number; readonly size: number },
  reader: Actor,
): Promise<{ lines: CallbackMessage[]; total: number }> {
  const seen = (await agenciesSeen(work, reader)).map(({ code }) => code)
  const roles = ['callbackAgent', 'supervisor'] as const
  const agencies = seen.filter(agency => roles.some(role => holds(reader, role, agency)))
  return await messageLines(work, { ...asked, agencies })
}
