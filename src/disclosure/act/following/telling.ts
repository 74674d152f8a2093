import { randomBytes } from 'node:crypto'
import { log } from '../../../platform/log.ts'
import { type Mailer, mailerBy } from '../../../platform/outbox/mail.ts'
import { callWebhook, openInternet, type Reach } from '../../../platform/outbox/webhook.ts'
import type { Secrets } from '../../../platform/secret.ts'
import { setting } from '../../../platform/settings.ts'
import type { Work } from '../../../platform/work.ts'
import { paths } from '../../../web/paths.ts'
import { latestChange, movedAfter } from '../../store/following/changes.ts'
import { concerns } from '../../store/following/concerns.ts'
import {
  changeSubscription,
  type Subscription,
  subscriptionOf,
  subscriptionsDue,
} from '../../store/following/subscriptions.ts'
import type { Moved } from '../../subscription.ts'
import { askingLetter, changesOf, type Doors, type Speaker, tellingLetter } from './letters.ts'
import { addressOf, codeOf, keyOf } from './subscribing.ts'

/** So many movements at most stand in one letter. */
const mostInLetter = 50
/** So many movements are read at once for one subscription. */
const mostAtOnce = 500
/** So many subscriptions are told in one run. */
const mostInRun = 2000
/** After so many failures in a row a webhook is given up; an address is asked once only. */
const mostFailures = 10

/** What telling stands on. */
export interface Telling {
  readonly work: Work
  readonly secrets: Secrets
  readonly at: string
  /** What stands before a path of the site. */
  readonly base: string
  readonly reach?: Reach | undefined
}

interface Means extends Telling {
  readonly mailer: Mailer | undefined
  readonly speaker: Speaker
  readonly latest: number
  readonly moved: (after: number) => Promise<readonly Moved[]>
}

/** Asks those who have not confirmed, and tells the others what moved. @returns how many letters and calls went out, and how many failed */
export async function tellFollowers(
  telling: Telling,
): Promise<{ readonly sent: number; readonly failed: number }> {
  const { work, secrets, base } = telling
  const [mail, site] = await Promise.all([setting(work.db, 'mail'), setting(work.db, 'site')])
  const mailer = mailerBy(mail, secrets)
  const latest = await latestChange(work)
  const known = new Map<number, Promise<readonly Moved[]>>()
  const moved = (after: number) => {
    const found = known.get(after) ?? movedAfter(work, after, mostAtOnce)
    known.set(after, found)
    return found
  }
  const means: Means = { ...telling, mailer, latest, moved, speaker: { site: site.name, base } }
  const counts = { sent: 0, failed: 0 }
  try {
    const due = await subscriptionsDue(work, { at: telling.at, latest, most: mostInRun })
    for (const id of due) {
      const done = await work.transaction(inner => tellOne({ ...means, work: inner }, id))
      if (done === 'sent') counts.sent++
      if (done === 'failed') counts.failed++
    }
  } finally {
    mailer?.close()
  }
  return counts
}

/** One subscription, locked while it is told; the cursor moves only when the letter was taken. */
async function tellOne(means: Means, id: string): Promise<'sent' | 'failed' | 'nothing'> {
  const { work, secrets, at } = means
  const subscription = await subscriptionOf(work, id, true)
  if (subscription === undefined || subscription.endedAt !== null) return 'nothing'
  const address = addressOf(subscription, secrets)
  if (address === undefined || (subscription.way === 'email' && means.mailer === undefined)) return 'nothing'
  try {
    const sent =
      subscription.confirmedAt === null
        ? await ask(means, subscription, address)
        : await tell(means, subscription, address)
    return sent ? 'sent' : 'nothing'
  } catch (cause) {
    const failures = subscription.failures + 1
    const dead = subscription.way === 'webhook' && failures >= mostFailures
    const wait = Math.min(2 ** failures, 24 * 60) * 60_000
    const said = cause instanceof Error ? cause.message.slice(0, 300) : '未知错误'
    log.warn({ what: 'following', way: subscription.way, failures })
    await changeSubscription(work, id, {
      ...{ failures, last_failure: said, next_try_at: new Date(Date.parse(at) + wait).toISOString() },
      ...(dead ? { ended_at: at, why_ended: 'failures' } : {}),
    })
    return 'failed'
  }
}

async function ask(means: Means, { id, way, words }: Subscription, address: string): Promise<boolean> {
  const { work, at, speaker } = means
  if (way === 'email') {
    const letter = askingLetter(speaker, words, doorsOf(means, id))
    await means.mailer?.send({ to: address, ...letter, messageId: messageId(`ask-${id}-${at}`) })
    await changeSubscription(work, id, { asked_sent_at: at, failures: 0 })
    return true
  }
  const challenge = randomBytes(16).toString('hex')
  const answered = await call(means, id, address, { type: 'subscription.confirm', challenge, words })
  if (!answered.includes(challenge)) throw new Error('the challenge did not come back')
  const confirmed = { asked_sent_at: at, confirmed_at: at, told_change: means.latest }
  await changeSubscription(work, id, { ...confirmed, failures: 0 })
  return true
}

async function tell(means: Means, subscription: Subscription, address: string): Promise<boolean> {
  const { work, at, latest } = means
  const { id, way, about, toldChange, words } = subscription
  const moved = await means.moved(toldChange)
  const mine = moved.filter(each => concerns(about, each))
  const last = moved.length < mostAtOnce ? latest : (moved.at(-1)?.change ?? latest)
  if (mine.length > 0) {
    const told = { words, moved: mine.slice(0, mostInLetter), more: Math.max(0, mine.length - mostInLetter) }
    if (way === 'email') {
      const doors = doorsOf(means, id)
      const headers = {
        'List-Unsubscribe': `<${doors.out}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }
      const letter = tellingLetter(means.speaker, told, doors)
      await means.mailer?.send({
        to: address,
        ...letter,
        headers,
        messageId: messageId(`tell-${id}-${last}`),
      })
    } else {
      await call(means, id, address, {
        type: 'disclosure.changed',
        words,
        items: mine.map(each => itemOf(means, each)),
      })
    }
  }
  const told = mine.length > 0 ? { told_at: at, failures: 0, last_failure: null } : {}
  await changeSubscription(work, id, { ...told, told_change: last, next_try_at: at })
  return mine.length > 0
}

function itemOf({ base }: Means, moved: Moved) {
  const { item, what, at, agency, content, reason } = moved
  const { title, documentNumber } = content
  const changes = what === 'revised' ? { changesUrl: base + changesOf(moved) } : {}
  return {
    id: item,
    what,
    at,
    agency,
    title,
    documentNumber,
    reason,
    url: base + paths.item(item),
    ...changes,
  }
}

function call(means: Means, id: string, address: string, told: object): Promise<string> {
  const { secrets, reach = openInternet } = means
  const delivery = randomBytes(8).toString('hex')
  const body = JSON.stringify({ id: delivery, ...told })
  return callWebhook({ address, body, key: keyOf(id, secrets), id: delivery }, reach)
}

function doorsOf({ base, secrets }: Means, id: string): Doors {
  const code = codeOf(id, secrets)
  return {
    confirm: `${base}${paths.subscriptionConfirm(id, code)}`,
    out: `${base}${paths.subscriptionOut(id, code)}`,
  }
}

function messageId(name: string): string {
  return `<${name.replaceAll(':', '')}@gongkai>`
}
