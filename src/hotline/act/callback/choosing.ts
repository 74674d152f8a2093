import { theSystem } from '../../../office/agencies.ts'
import { instantOf } from '../../../platform/clock.ts'
import type { Secrets } from '../../../platform/secret.ts'
import { type Setting, setting } from '../../../platform/settings.ts'
import type { Work } from '../../../platform/work.ts'
import { isByMessage, isSendingTime, type WayReason, wentUnanswered } from '../../callback/choosing.ts'
import { isInvented, lastFeedback, takesMessages } from '../../callback/message.ts'
import { messageOf, messagesOf } from '../../store/callback/messages.ts'
import {
  keepWays,
  messagesToCaller,
  moveUnanswered,
  type UndecidedCallback,
  undecidedCallbacks,
} from '../../store/callback/ways.ts'
import { callerOf } from '../../store/callers.ts'
import { demandOf } from '../../store/history.ts'
import type { DemandRecord } from '../../store/standing-row.ts'
import { dayOfMinute, minuteOf } from '../../working-time.ts'
import { queueMessage } from './asking.ts'
import { canSend, type MessageGateway, messageGateway } from './gateway.ts'

/** What choosing stands on. */
export interface Choosing {
  readonly work: Work
  readonly secrets: Secrets
  readonly moment: string
}

/** What a run did: messages queued, callbacks left to the telephone, unanswered messages that went there. */
export interface Chosen {
  readonly queued: number
  readonly byPhone: number
  readonly moved: number
}

const dayMs = 86_400_000
/** So many callbacks are looked at in one run; the next one is a minute later. */
const mostInRun = 2000

/** Who sends what the rules chose. */
const theRules = { ...theSystem, name: '系统（按回访规则）' }

/**
 * Gives each callback that is due its way, once: a message is queued in the hours of the rule, everybody else is asked by
 * telephone. Without a gateway, or a domain for its links, nothing is decided and all stay with the telephone. What was not answered in time goes there.
 */
export async function chooseWays({ work, secrets, moment }: Choosing): Promise<Chosen> {
  const [rules, gateway] = await Promise.all([setting(work.db, 'callbackRules'), messageGateway(work)])
  const since = new Date(Date.parse(moment) - rules.waitDays * dayMs).toISOString()
  const moved = await moveUnanswered(work, { before: since, at: moment })
  if (!canSend(gateway)) return { queued: 0, byPhone: 0, moved }
  const due = await undecidedCallbacks(work, { since, second: rules.second, most: mostInRun })
  const { message = [], phone = [] } = Object.groupBy(due, each =>
    each.second || isByMessage(each, rules) ? 'message' : 'phone',
  )
  await keepWays(work, phone, { way: 'phone', why: 'share', at: moment })
  if (!isSendingTime(moment, rules)) return { queued: 0, byPhone: phone.length, moved }
  const asked = { secrets, moment, rules, gateway }
  const counts = { queued: 0, byPhone: phone.length, moved }
  for (const callback of message) {
    const way = await chooseOne(work, callback, asked)
    if (way === 'message') counts.queued++
    if (way === 'phone') counts.byPhone++
  }
  return counts
}

interface Asked {
  readonly secrets: Secrets
  readonly moment: string
  readonly rules: Setting<'callbackRules'>
  readonly gateway: MessageGateway
}

/** One callback that the rule would have by message, under the lock of its demand; undefined where it waits for another day. */
function chooseOne(
  work: Work,
  callback: UndecidedCallback,
  asked: Asked,
): Promise<'message' | 'phone' | undefined> {
  const { moment: at, gateway } = asked
  return work.transaction(async inner => {
    const record = await demandOf(inner, callback.demand, true)
    // Somebody called, closed or reopened it meanwhile: it is no callback that is due any more.
    if (record?.standing.state !== (callback.second ? 'calledBack' : 'fedBack')) return undefined
    const why = await whyNoMessage(inner, record, { ...asked, second: callback.second })
    if (why === 'tomorrow') return undefined
    if (why !== undefined) {
      await keepWays(inner, [callback], { way: 'phone', why, at })
      return 'phone'
    }
    await keepWays(inner, [callback], { way: 'message', why: callback.second ? 'second' : 'share', at })
    await queueMessage(inner, record, { by: theRules, moment: at, days: gateway.days, byItself: true })
    return 'message'
  })
}

async function whyNoMessage(
  work: Work,
  record: DemandRecord,
  { rules, gateway, secrets, moment, second }: Asked & { readonly second: boolean },
): Promise<WayReason | 'tomorrow' | undefined> {
  const { demand, events } = record
  if (demand.confidential && !rules.confidential) return 'confidential'
  if (second && !wentUnanswered(events)) return 'heard'
  if (await wasSentFor(work, record)) return 'earlier'
  const day = instantOf(dayOfMinute(minuteOf(moment)), '00:00:00')
  if ((await messagesToCaller(work, demand.id, day)) >= rules.perDay) return 'tomorrow'
  const caller = await callerOf(work, demand.id, secrets)
  if (caller === undefined || !takesMessages(caller.phone.replaceAll(/\D/g, ''))) return 'noMobile'
  return gateway.kind === 'simulator' && !isInvented(caller.phone) ? 'real' : undefined
}

/** Did a message go out about this feedback, by whosever hand? */
async function wasSentFor(work: Work, { demand, events }: DemandRecord): Promise<boolean> {
  const [last] = await messagesOf(work, demand.id)
  const sent = last === undefined ? undefined : await messageOf(work, last.id)
  return sent?.fedBack === lastFeedback(events)
}
