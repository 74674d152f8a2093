import { randomUUID } from 'node:crypto'
import { agenciesSeen, agencyTree } from '../../../office/agencies.ts'
import { type Actor, administers } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import { openInternet, type Reach, refusalOfAddress } from '../../../platform/outbox/webhook.ts'
import type { Secrets } from '../../../platform/secret.ts'
import type { Work } from '../../../platform/work.ts'
import { isRefusal, type Refusal, refuse } from '../../../statute/refusal.ts'
import type { ToldKind } from '../../doors/client.ts'
import {
  clientOfSubscription,
  type DeliveryLine,
  deliveryLines,
  endSubscriptions,
  keepSubscription,
  reviveDeliveries,
  subscriptionLines,
} from '../../store/doors/subscriptions.ts'
import { administered, type ClientDoing } from './clients.ts'

const purpose = 'hotline subscription'
/** So many subscriptions at most run for one client: our choice. */
const mostOfClient = 10

/** The address of a subscription; undefined where it was sealed with another key. */
export function addressOf(sealed: string, secrets: Secrets): string | undefined {
  return secrets.open(purpose, sealed)
}

/** The key with which what is sent to a subscription is signed; made as a client's key is. */
export function subscriptionKey(id: string, secrets: Secrets): string {
  return secrets.mark(`${purpose} key`, id)
}

/** Lets a client be told of what happens to the demands that it filed. @returns the key of the signatures, shown once */
export async function subscribeClient(
  work: Work,
  asked: { readonly client: string; readonly address: string; readonly kinds: readonly ToldKind[] },
  { by, moment, secrets, reach = openInternet }: ClientDoing & { readonly reach?: Reach },
): Promise<{ readonly id: string; readonly key: string } | Refusal> {
  const wrong = refusalOfAddress(asked.address, reach)
  if (wrong !== undefined) return refuse(wrong)
  return await work.transaction(async inner => {
    const client = await administered(inner, asked.client, by)
    if (isRefusal(client)) return client
    if (client.kind === 'exchange') return refuse('呼叫中心不登记诉求，没有可以推送的办理情况。')
    const running = await subscriptionLines(inner, [client.id])
    if (running.length >= mostOfClient)
      return refuse(`一个接入方最多 ${mostOfClient} 个推送地址，请先停用不用的。`)
    const id = randomUUID()
    const row = { id, client: client.id, address_sealed: secrets.seal(purpose, asked.address) }
    await keepSubscription(inner, { ...row, kinds: [...asked.kinds], made_by: by.name, made_at: moment })
    const who = { by: by.id, byName: by.name, agency: client.agency, act: 'hotline.subscription' }
    const detail = { name: client.name, address: new URL(asked.address).host }
    await audit(inner, { ...who, subject: id, detail })
    return { id, key: subscriptionKey(id, secrets) }
  })
}

/** Ends a subscription; what waits is told no more. */
export async function endSubscription(
  work: Work,
  id: string,
  { by, moment }: ClientDoing,
): Promise<object | Refusal> {
  return await work.transaction(async inner => {
    const named = await clientOfSubscription(inner, id)
    if (named === undefined) return refuse('没有这个推送地址，或者它已经停用。')
    const client = await administered(inner, named, by)
    if (isRefusal(client)) return client
    await endSubscriptions(inner, { id }, { name: by.name, moment })
    const who = { by: by.id, byName: by.name, agency: client.agency, act: 'hotline.subscriptionEnded' }
    await audit(inner, { ...who, subject: id, detail: { name: client.name } })
    return {}
  })
}

/** A subscription as the desk shows it: of the address only where it leads, since its path may hold a key. */
export interface SubscriptionView {
  readonly id: string
  readonly client: string
  readonly host: string
  readonly kinds: readonly string[]
  readonly madeAt: string
}

/** The running subscriptions of these clients. */
export async function subscriptionsOf(
  work: Work,
  clients: readonly string[],
  secrets: Secrets,
): Promise<SubscriptionView[]> {
  const lines = await subscriptionLines(work, clients)
  return lines.map(({ addressSealed, ...line }) => {
    const address = addressOf(addressSealed, secrets)
    return { ...line, host: address === undefined ? '已不能读取' : new URL(address).host }
  })
}

async function administeredAgencies(work: Work, by: Actor): Promise<string[]> {
  const [seen, tree] = await Promise.all([agenciesSeen(work, by), agencyTree(work)])
  return seen.flatMap(({ code }) => (administers(by, code, tree) ? [code] : []))
}

/** What was and is to be told, for the administrator. */
export async function deliveriesOf(
  work: Work,
  reader: Actor,
  asked: {
    readonly state?: string | undefined
    readonly client?: string | undefined
    readonly page: number
    readonly size: number
  },
): Promise<{ readonly lines: DeliveryLine[]; readonly total: number }> {
  return await deliveryLines(work, { ...asked, agencies: await administeredAgencies(work, reader) })
}

/** Tries dead deliveries again from the first pause. @returns how many */
export async function resendDeliveries(
  work: Work,
  ids: readonly string[],
  { by, moment }: ClientDoing,
): Promise<{ readonly count: number }> {
  return await work.transaction(async inner => {
    const agencies = await administeredAgencies(inner, by)
    const count = await reviveDeliveries(inner, ids, { agencies, moment })
    if (count > 0) {
      const who = { by: by.id, byName: by.name, agency: agencies[0] ?? null, act: 'hotline.resend' }
      await audit(inner, { ...who, subject: ids[0] ?? '', detail: { count } })
    }
    return { count }
  })
}
