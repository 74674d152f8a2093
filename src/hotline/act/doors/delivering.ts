import { log } from '../../../platform/log.ts'
import { inLanes } from '../../../platform/outbox/lanes.ts'
import { callWebhook, openInternet, type Reach } from '../../../platform/outbox/webhook.ts'
import type { Secrets } from '../../../platform/secret.ts'
import type { Work } from '../../../platform/work.ts'
import { nextTry } from '../../doors/client.ts'
import { failureInWords } from '../../doors/failure.ts'
import type { DemandEvent } from '../../events.ts'
import { type DueDelivery, giveBack, keepTry, takeDue } from '../../store/doors/deliveries.ts'
import { demandOf } from '../../store/history.ts'
import { addressOf, subscriptionKey } from './subscriptions.ts'

/** What delivering stands on. */
export interface Delivering {
  readonly work: Work
  readonly secrets: Secrets
  readonly moment: string
  readonly reach?: Reach | undefined
}

/** So many deliveries of one subscription are tried in one run. */
const mostOfSubscription = 100
/** So many subscriptions are told at the same time. */
const together = 8
/** What was taken is left alone for so long: more than a run may last. */
const holdMilliseconds = 15 * 60_000

/**
 * Tells the subscriptions what is due. Each stands alone: where one fails, the rest of its own waits, and no other; no transaction
 * is open while somebody else's machine is waited for. A delivery may come twice, under the same number.
 */
export async function deliver(
  delivering: Delivering,
): Promise<{ readonly sent: number; readonly failed: number }> {
  const { work, moment } = delivering
  const until = new Date(Date.parse(moment) + holdMilliseconds).toISOString()
  const due = await takeDue(work, { moment, until, most: mostOfSubscription })
  const lines = [...Map.groupBy(due, ({ subscription }) => subscription).values()]
  const counts = { sent: 0, failed: 0 }
  await inLanes(lines, together, async line => {
    const sent = await tellInOrder(delivering, line)
    counts.sent += sent
    if (sent < line.length) counts.failed++
  })
  return counts
}

/** One subscription, what happened first being told first, up to the first failure. @returns how many were taken */
async function tellInOrder(delivering: Delivering, line: readonly DueDelivery[]): Promise<number> {
  const sorted = line.toSorted((a, b) => Date.parse(a.madeAt) - Date.parse(b.madeAt) || a.event - b.event)
  for (const [place, delivery] of sorted.entries()) {
    if (await tellOne(delivering, delivery)) continue
    const rest = sorted.slice(place + 1).map(({ id }) => id)
    const later = nextTry(1, delivering.moment) ?? delivering.moment
    await giveBack(delivering.work, rest, later)
    return place
  }
  return sorted.length
}

async function tellOne(delivering: Delivering, delivery: DueDelivery): Promise<boolean> {
  const { work, secrets, moment, reach = openInternet } = delivering
  const { id, subscription, failures } = delivery
  try {
    const address = addressOf(delivery.addressSealed, secrets)
    if (address === undefined) throw new Error('推送地址已不能读取，请重新登记。')
    const body = JSON.stringify({ id, ...(await toldOf(work, delivery)) })
    await callWebhook({ address, body, key: subscriptionKey(subscription, secrets), id }, reach)
    const came = { state: 'delivered', failures, last_failure: null, next_try_at: moment } as const
    await keepTry(work, id, { ...came, done_at: moment })
    return true
  } catch (cause) {
    const times = failures + 1
    const again = nextTry(times, moment)
    const said = failureInWords(cause)
    log.warn({ what: 'hotline-delivering', failures: times })
    await keepTry(work, id, {
      ...{ state: again === undefined ? 'dead' : 'waiting', failures: times, last_failure: said },
      ...{ next_try_at: again ?? moment, done_at: null },
    })
    return false
  }
}

/** What is told: of its own filing, what its caller may know. */
async function toldOf(work: Work, { demand, event }: DueDelivery): Promise<object> {
  const record = await demandOf(work, demand)
  const happened = record?.events[event - 1]
  if (record === undefined || happened === undefined) throw new Error('这件诉求已不在。')
  const { number, confidential } = record.demand
  const about = { demand, number, sequence: event, kind: happened.kind, at: happened.at }
  return {
    type: 'hotline.demand',
    ...about,
    state: record.standing.state,
    // What confidence was wished for goes to no other system; its caller reads it with his code.
    ...(confidential ? {} : wordsOf(happened, record.events)),
  }
}

/** The words that the caller is told too: the answer, when it is one; what a unit wrote before the callback is not. */
function wordsOf(happened: DemandEvent, events: readonly DemandEvent[]): object {
  if (happened.kind === 'answered') return { words: happened.words }
  if (happened.kind === 'dispatched') return { unit: happened.unit }
  if (happened.kind !== 'closed') return {}
  const answer = events.findLast(each => each.kind === 'fedBack')
  return answer?.kind === 'fedBack' ? { words: answer.words, resolution: answer.resolution } : {}
}
