import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { agencyTree } from '../../../office/agencies.ts'
import { now } from '../../../platform/clock.ts'
import { openInternet, type Reach, refusalOfAddress } from '../../../platform/outbox/webhook.ts'
import type { Secrets } from '../../../platform/secret.ts'
import type { Work } from '../../../platform/work.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import { latestChange } from '../../store/following/changes.ts'
import {
  changeSubscription,
  countOfAddress,
  keepSubscription,
  type Subscription,
  subscriptionOf,
} from '../../store/following/subscriptions.ts'
import { shelfHead } from '../../store/shelf/item.ts'
import { type Following, followingInWords } from '../../subscription.ts'

const purpose = 'disclosure subscription'
/** So many subscriptions at most run for one address: our choice. */
const mostOfAddress = 50
const emailForm = z.email()

/** What is asked: how to tell, where, and what is followed. */
export interface AskedSubscription {
  readonly way: Subscription['way']
  readonly address: string
  readonly about: Following
}

/** Asks to be told. By e-mail a letter asks whether that is so; a webhook must answer a challenge. @returns the id; for a webhook also the key of its signatures */
export async function subscribe(
  work: Work,
  { way, address, about }: AskedSubscription,
  { secrets, reach = openInternet }: { readonly secrets: Secrets; readonly reach?: Reach },
): Promise<
  { readonly kind: 'asked'; readonly id: string; readonly words: string; readonly key: string } | Refusal
> {
  const wrong = way === 'email' ? refusalOfMail(address) : refusalOfAddress(address, reach)
  if (wrong !== undefined) return refuse(wrong)
  return await work.transaction(async inner => {
    const words = await wordsOf(inner, about)
    if (words === undefined) return refuse('没有这件信息或者这个机关，或者它没有公开过信息。')
    const mark = secrets.mark(purpose, address.toLowerCase())
    if ((await countOfAddress(inner, mark)) >= mostOfAddress) {
      return refuse(`一个地址最多订阅 ${mostOfAddress} 项，请先退订不需要的。`)
    }
    const sealed = secrets.seal(purpose, address)
    const kept = { way, sealed, words, about, mark }
    const id = await keepSubscription(inner, kept, { at: now(), latest: await latestChange(inner) })
    return { kind: 'asked', id, words, key: keyOf(id, secrets) } as const
  })
}

function refusalOfMail(address: string): string | undefined {
  return emailForm.safeParse(address).success && address.length <= 200
    ? undefined
    : '请填写正确的电子邮箱地址，例如 name@example.com。'
}

/** What is followed, in words; undefined where the item never was public, or there is no such agency. */
export async function wordsOf(work: Work, about: Following): Promise<string | undefined> {
  const { item, agency } = about
  if (item !== undefined) {
    const head = await shelfHead(work, item)
    return head && followingInWords(about, { item: head.title })
  }
  const named = (await agencyTree(work)).find(({ code }) => code === agency)
  if (agency !== undefined && named === undefined) return undefined
  return followingInWords(about, { agency: named?.name })
}

/** The address of a subscription, opened. */
export function addressOf({ sealed }: Subscription, secrets: Secrets): string | undefined {
  return secrets.open(purpose, sealed)
}

/** The code in the links of a subscription's letters: it alone confirms and ends it. */
export function codeOf(id: string, secrets: Secrets): string {
  return secrets.mark(`${purpose} code`, id).slice(0, 22)
}

/** The key with which what is sent to a webhook is signed. */
export function keyOf(id: string, secrets: Secrets): string {
  return secrets.mark(`${purpose} key`, id)
}

/** The subscription that this code opens. */
export async function subscriptionByCode(
  work: Work,
  { id, code, secrets }: { readonly id: string; readonly code: string; readonly secrets: Secrets },
): Promise<Subscription | undefined> {
  if (!z.uuid().safeParse(id).success) return undefined
  const right = Buffer.from(codeOf(id, secrets))
  const given = Buffer.from(code)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
  return await subscriptionOf(work, id)
}

/** Confirms: from now on it is told. */
export async function confirmSubscription(work: Work, { id, confirmedAt }: Subscription): Promise<void> {
  if (confirmedAt !== null) return
  const at = now()
  await changeSubscription(work, id, {
    confirmed_at: at,
    next_try_at: at,
    told_change: await latestChange(work),
  })
}

/** Ends it, by its own reader. */
export async function endSubscription(work: Work, { id, endedAt }: Subscription): Promise<void> {
  if (endedAt === null) await changeSubscription(work, id, { ended_at: now(), why_ended: 'reader' })
}

/** Takes an end back. */
export async function resumeSubscription(work: Work, { id }: Subscription): Promise<void> {
  const at = now()
  const fresh = { ended_at: null, why_ended: null, failures: 0, next_try_at: at, confirmed_at: at }
  await changeSubscription(work, id, { ...fresh, told_change: await latestChange(work) })
}
