import { z } from 'zod'
import type { Secrets } from '../../../platform/secret.ts'
import type { Work } from '../../../platform/work.ts'
import { isRefusal, type Refusal, refuse } from '../../../statute/refusal.ts'
import { actorOfClient, type Client, toldKinds } from '../../doors/client.ts'
import { tellSubscribers } from '../../store/doors/deliveries.ts'
import {
  type Filing,
  filedBefore,
  filedSince,
  isFiledBy,
  keepFiling,
  lockFiling,
} from '../../store/doors/filings.ts'
import { demandOf } from '../../store/history.ts'
import { type DemandReceipt, type Registering, registerDemand } from '../registering.ts'
import { refusalOfPoint } from './area.ts'

const purpose = 'hotline filing'
const receiptForm = z.object({ id: z.string(), number: z.string(), trackingCode: z.string() })

/** What a client files: the demand, and what he said beside it. */
export interface ClientFiling extends Omit<Filing, 'client' | 'once'> {
  /** The client's own name for it; where there is none, the same text within ten minutes is the same filing. */
  readonly once?: string | undefined
  readonly demand: Omit<Registering, 'agency' | 'channel' | 'once'>
}

/** The client filed too much in a minute: after so many seconds it may go on. */
export interface Flood {
  readonly kind: 'flood'
  readonly seconds: number
}

const minuteSeconds = 60
const sameTextMinutes = 10

/**
 * Registers what a client brings. Sent again under the same name it answers with the same receipt, the code included: the first
 * answer may have been lost on the way.
 */
export async function fileForClient(
  work: Work,
  { client, filing }: { readonly client: Client; readonly filing: ClientFiling },
  { moment, secrets }: { readonly moment: string; readonly secrets: Secrets },
): Promise<DemandReceipt | Refusal | Flood> {
  if (client.kind === 'exchange') return refuse('呼叫中心的密钥只用于来电，不能登记诉求。')
  const { demand, ...about } = filing
  return await work.transaction(async inner => {
    const { fingerprint, once } = about
    await lockFiling(inner, client.id, once ?? fingerprint)
    const since = ago(moment, sameTextMinutes)
    const before = await filedBefore(inner, client.id, once === undefined ? { fingerprint, since } : { once })
    if (before !== undefined) return receiptAgain(before, fingerprint, secrets)
    const recent = await filedSince(inner, client.id, { after: ago(moment, 1), most: client.perMinute })
    if (recent >= client.perMinute) return { kind: 'flood', seconds: minuteSeconds }
    const outside = await refusalOfPoint(inner, about)
    if (outside !== undefined) return outside
    const registering = { ...demand, agency: client.agency, channel: client.channel }
    const receipt = await registerDemand(inner, registering, { by: actorOfClient(client), moment, secrets })
    if (isRefusal(receipt)) return receipt
    const receiptSealed = secrets.seal(purpose, JSON.stringify(receipt))
    const kept = { ...about, client: client.id, once: once ?? `- ${receipt.id}` }
    await keepFiling(inner, kept, { demand: receipt.id, receiptSealed, moment })
    await tellSubscribers(inner, receipt.id, { kind: 'registered', event: 1, moment })
    return receipt
  })
}

const ago = (moment: string, minutes: number) => new Date(Date.parse(moment) - minutes * 60_000).toISOString()

function receiptAgain(
  before: { readonly demand: string; readonly fingerprint: string; readonly receiptSealed: string },
  fingerprint: string,
  secrets: Secrets,
): DemandReceipt | Refusal {
  if (before.fingerprint !== fingerprint)
    return refuse('这个 Idempotency-Key 已用于另一件内容不同的诉求，请为新的诉求换一个。')
  const text = secrets.open(purpose, before.receiptSealed)
  if (text === undefined) return refuse('这件诉求已经登记，但原来的回执已不能读取。')
  return receiptForm.parse(JSON.parse(text))
}

/** A demand as the system that filed it may know it. */
export interface FiledDemand {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly filedAt: string
  readonly unit: string | null
  readonly closedAt: string | null
  readonly events: readonly { readonly kind: string; readonly at: string }[]
}

/** A demand for the system that filed it; undefined for every other. */
export async function filedDemand(work: Work, client: Client, id: string): Promise<FiledDemand | undefined> {
  const record = (await isFiledBy(work, client.id, id)) ? await demandOf(work, id) : undefined
  if (record === undefined) return undefined
  const { demand, standing, events } = record
  const told = new Set<string>(toldKinds)
  return {
    ...{ id, number: demand.number, state: standing.state, filedAt: demand.filedAt },
    ...{ unit: standing.unit, closedAt: standing.closedAt },
    events: events.flatMap(({ kind, at }) => (told.has(kind) ? [{ kind, at }] : [])),
  }
}
