import { agencyTree } from '../../../office/agencies.ts'
import { log } from '../../../platform/log.ts'
import { inLanes } from '../../../platform/outbox/lanes.ts'
import { callWebhook, openInternet, type Reach } from '../../../platform/outbox/webhook.ts'
import type { Secrets } from '../../../platform/secret.ts'
import { setting } from '../../../platform/settings.ts'
import type { Work } from '../../../platform/work.ts'
import { paths } from '../../../web/paths.ts'
import { isSendingTime } from '../../callback/choosing.ts'
import { failsSimulated, isInvented, messageText, nextMessageTry } from '../../callback/message.ts'
import { keepMessageTry, type MessageRecord, takeDueMessages } from '../../store/callback/messages.ts'
import { callerOf } from '../../store/callers.ts'
import { demandOf } from '../../store/history.ts'
import type { DemandRecord } from '../../store/standing-row.ts'
import { messageGateway } from './gateway.ts'
import { ratingCode } from './links.ts'
import { wentOn } from './rating.ts'

/** What handing messages over stands on. */
export interface Handing {
  readonly work: Work
  readonly secrets: Secrets
  readonly moment: string
  readonly reach?: Reach | undefined
}

/** So many messages go out in one run, so many at the same time. */
const mostInRun = 200
const together = 8
/** What was taken is left alone for so long: more than a run may last. */
const holdMilliseconds = 10 * 60_000

/** The purpose for which the key of the gateway is sealed in the settings. */
const keyPurpose = 'setting messages.keySecret'

/** Hands what is due to the operator's gateway, no transaction being open meanwhile. A message may come twice, under the same number. */
export async function handMessages(
  handing: Handing,
): Promise<{ readonly handed: number; readonly failed: number }> {
  const { work, moment } = handing
  const until = new Date(Date.parse(moment) + holdMilliseconds).toISOString()
  const byHandOnly = !isSendingTime(moment, await setting(work.db, 'callbackRules'))
  const due = await takeDueMessages(work, { moment, until, most: mostInRun, byHandOnly })
  const counts = { handed: 0, failed: 0 }
  await inLanes(due, together, async message => {
    counts[(await handOne(handing, message)) ? 'handed' : 'failed']++
  })
  return counts
}

async function handOne(handing: Handing, message: MessageRecord): Promise<boolean> {
  const { work, moment } = handing
  try {
    if (message.expiresAt <= moment) throw new Ended('链接的有效期已过，请重新发起短信回访。')
    await callGateway(handing, message, await stillAsked(work, message))
    const came = { state: 'handed', failures: message.failures, last_failure: null } as const
    await keepMessageTry(work, message.id, { ...came, next_try_at: moment, handed_at: moment })
    return true
  } catch (cause) {
    const failures = message.failures + 1
    const again = cause instanceof Ended ? undefined : nextMessageTry(failures, moment)
    const said = cause instanceof Error ? cause.message.slice(0, 300) : '未知错误'
    // What has ended is told on the page of messages; the log is for a gateway that does not do as it should.
    if (!(cause instanceof Ended)) log.warn({ what: 'hotline-callback-message', failures })
    const came = { state: again === undefined ? 'failed' : 'waiting', failures, last_failure: said } as const
    await keepMessageTry(work, message.id, { ...came, next_try_at: again ?? moment, handed_at: null })
    return false
  }
}

/** A failure that no further try mends. */
class Ended extends Error {}

/** The demand, where its caller is still to be asked: between the writing of a message and its sending he may have said all. */
async function stillAsked(work: Work, message: MessageRecord): Promise<DemandRecord> {
  const record = await demandOf(work, message.demand)
  if (record === undefined) throw new Ended('没有这件诉求。')
  if (wentOn(record, message)) throw new Ended('这件诉求已经重新办理或者办结，不再发送。')
  if (message.byItself && record.standing.satisfied !== null) throw new Ended('来电人已经评价，不再发送。')
  return record
}

async function callGateway(
  handing: Handing,
  message: MessageRecord,
  { demand }: DemandRecord,
): Promise<void> {
  const { work, secrets, reach = openInternet } = handing
  const { kind, address, keySecret, days, domain } = await messageGateway(work)
  if (kind === 'none') throw new Ended('短信网关的地址已被清空。')
  if (kind === 'simulator') return await simulate(handing, message)
  if (domain === null) throw new Ended('网站还没有设置域名，来电人打不开评价链接。')
  const [caller, tree] = await Promise.all([callerOf(work, message.demand, secrets), agencyTree(work)])
  if (caller === undefined) throw new Ended('来电人的号码已不能读取。')
  const { number } = demand
  const link = `https://${domain}${paths.rateByLink(ratingCode(message, secrets))}`
  const hotline = tree.find(({ code }) => code === message.agency)?.name ?? ''
  const body = JSON.stringify({
    ...{ type: 'hotline.message', id: message.id, to: caller.phone.replaceAll(/\D/g, '') },
    text: messageText({ hotline, number }, { link, days }),
  })
  const key = secrets.open(keyPurpose, keySecret) ?? ''
  await callWebhook({ address, body, key, id: message.id }, reach)
}

/** What the simulator answers: it gives the message to nobody. */
async function simulate({ work, secrets }: Handing, { demand }: MessageRecord): Promise<void> {
  const { phone } = (await callerOf(work, demand, secrets)) ?? { phone: '' }
  if (!isInvented(phone)) throw new Ended('模拟网关只给 000 开头的试用号码发短信；请用电话回访。')
  if (failsSimulated(phone)) throw new Ended('模拟网关答复：空号（尾号为 9 的都这样答复）；请用电话回访。')
}
