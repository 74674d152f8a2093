import { randomUUID, timingSafeEqual } from 'node:crypto'
import { agenciesSeen, agencyTree } from '../../../office/agencies.ts'
import { type Actor, administers } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import type { Secrets } from '../../../platform/secret.ts'
import { tokenHash } from '../../../platform/sign-in/sessions.ts'
import type { Work } from '../../../platform/work.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import { type Client, clientKindLabel } from '../../doors/client.ts'
import {
  type ClientLine,
  changeClient,
  clientBy,
  clientLines,
  type KeyedClient,
  keepClient,
} from '../../store/doors/clients.ts'
import { endSubscriptions } from '../../store/doors/subscriptions.ts'
import { signatureOf } from './signing.ts'

const purpose = 'hotline client key'

/** Who changes a client, at which moment, and with what keys are made. */
export interface ClientDoing {
  readonly by: Actor
  readonly moment: string
  readonly secrets: Secrets
}

/**
 * The key of a client: made from the platform's own and the number of the key, so that nothing in the database tells it, and a
 * signature can still be checked.
 */
function keyOf(id: string, serial: number, secrets: Secrets): string {
  return secrets.mark(purpose, `${id} ${serial}`)
}

/** Lets a system in. @returns its id and its key, which is shown once */
export async function makeClient(
  work: Work,
  making: Omit<Client, 'id'>,
  { by, moment, secrets }: ClientDoing,
): Promise<{ readonly id: string; readonly key: string } | Refusal> {
  return await work.transaction(async inner => {
    const tree = await agencyTree(inner)
    const agency = tree.find(({ code }) => code === making.agency)
    if (agency === undefined) return refuse('没有这个热线机构。')
    if (!administers(by, agency.code, tree)) return refuse('接入方由该机构的系统管理员登记。')
    const id = randomUUID()
    const key = keyOf(id, 1, secrets)
    await keepClient(inner, { ...making, id }, { keyHash: tokenHash(key), byName: by.name, moment })
    await told(inner, { ...making, id }, { by, act: 'hotline.client' })
    return { id, key }
  })
}

/** Gives a client another key; the old one opens nothing from now on. */
export async function renewKey(
  work: Work,
  id: string,
  { by, secrets }: ClientDoing,
): Promise<{ readonly id: string; readonly key: string } | Refusal> {
  return await work.transaction(async inner => {
    const client = await administered(inner, id, by)
    if ('message' in client) return client
    const serial = client.keySerial + 1
    const key = keyOf(id, serial, secrets)
    await changeClient(inner, id, { key_serial: serial, key_hash: tokenHash(key) })
    await told(inner, client, { by, act: 'hotline.clientKey' })
    return { id, key }
  })
}

/** Shuts a client out; what it brought stays. */
export async function revokeClient(
  work: Work,
  id: string,
  { by, moment }: ClientDoing,
): Promise<Client | Refusal> {
  return await work.transaction(async inner => {
    const client = await administered(inner, id, by)
    if ('message' in client) return client
    await changeClient(inner, id, { revoked_by: by.name, revoked_at: moment })
    await endSubscriptions(inner, { client: id }, { name: by.name, moment })
    await told(inner, client, { by, act: 'hotline.clientRevoked' })
    return client
  })
}

/** The client, where this person is its administrator. */
export async function administered(work: Work, id: string, by: Actor): Promise<KeyedClient | Refusal> {
  const [client, tree] = await Promise.all([clientBy(work, { id }), agencyTree(work)])
  if (client !== undefined && administers(by, client.agency, tree)) return client
  return refuse('没有这个接入方，或者它已经停用，或者不归您管理。')
}

async function told(
  work: Work,
  { id, agency, name, kind }: Client,
  { by, act }: { readonly by: Actor; readonly act: string },
): Promise<void> {
  const who = { by: by.id, byName: by.name, agency }
  await audit(work, { ...who, act, subject: id, detail: { name, what: clientKindLabel[kind] } })
}

/** The clients of the hotlines that this administrator administers. */
export async function clientsOf(work: Work, reader: Actor): Promise<ClientLine[]> {
  const [seen, tree] = await Promise.all([agenciesSeen(work, reader), agencyTree(work)])
  const mine = seen.filter(({ code }) => administers(reader, code, tree))
  return await clientLines(
    work,
    mine.map(({ code }) => code),
  )
}

/** The client that this key opens. */
export async function clientWithKey(work: Work, key: string): Promise<KeyedClient | undefined> {
  return key === '' ? undefined : await clientBy(work, { keyHash: tokenHash(key) })
}

/** A call as it came, with who says that he signed it. */
export interface SignedCall {
  readonly client: string
  /** `t=…,v1=…` */
  readonly signature: string
  readonly method: string
  readonly path: string
  readonly once: string
  readonly body: string
}

/** So many seconds the clocks of both sides may differ; a signature that is older opens nothing. */
export const clockDifferenceSeconds = 300

/** The client that signed this call, now; undefined where nobody did. `seconds` is the real time since 1970. */
export async function clientThatSigned(
  work: Work,
  call: SignedCall,
  { secrets, seconds }: { readonly secrets: Secrets; readonly seconds: number },
): Promise<KeyedClient | undefined> {
  const parts = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(call.signature)
  if (parts === null || Math.abs(seconds - Number(parts[1])) > clockDifferenceSeconds) return undefined
  const client = await clientBy(work, { id: call.client })
  if (client === undefined) return undefined
  const right = signatureOf({ ...call, stamp: parts[1] ?? '' }, keyOf(client.id, client.keySerial, secrets))
  return timingSafeEqual(Buffer.from(right), Buffer.from(parts[2] ?? '')) ? client : undefined
}
