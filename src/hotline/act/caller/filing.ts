import { randomBytes } from 'node:crypto'
import { agenciesWhere } from '../../../office/people/holders.ts'
import type { Actor, Agency } from '../../../office/roles.ts'
import type { Secrets } from '../../../platform/secret.ts'
import { tokenHash } from '../../../platform/sign-in/sessions.ts'
import type { Work } from '../../../platform/work.ts'
import { isRefusal, type Refusal, refuse } from '../../../statute/refusal.ts'
import { callerId } from '../../events.ts'
import { demandOfCode } from '../../store/callers.ts'
import { demandOf } from '../../store/history.ts'
import { keepSame } from '../../store/published/published.ts'
import type { DemandRecord } from '../../store/standing-row.ts'
import { type HandedFile, keepFiles, knownFiles } from '../papers/papers.ts'
import { type DemandReceipt, filedBefore, type Registering, registerDemand } from '../registering.ts'
import { refusalOfFlood } from './bounds.ts'

/** Who files on the public pages and follows by the code: known by nothing else. */
export const theCaller: Actor = { id: callerId, name: '来电人', grants: [] }

/** The hotlines that take demands: agencies at which an agent works. */
export function hotlines(work: Work): Promise<Agency[]> {
  return agenciesWhere(work, 'hotlineAgent')
}

/** A demand as a citizen files it. */
export interface Filing extends Omit<Registering, 'channel' | 'urgency' | 'trackingCode'> {
  readonly files: readonly HandedFile[]
  /** The published answer of which the citizen says that he has the same matter. */
  readonly same?: string | undefined
  /** The address that it comes from; empty where it is not known. */
  readonly from?: string | undefined
}

/** What the citizen is given; `again` where the same form was sent before. */
export interface FilingReceipt extends DemandReceipt {
  readonly again: boolean
}

/**
 * Files a demand on the public pages: registered like any other, with its photos. Sent again it answers with the same number
 * and the same code, since the first answer may have been lost on the way; floods are refused.
 */
export async function fileDemand(
  work: Work,
  { files, same, from = '', ...filing }: Filing,
  { moment, secrets }: { readonly moment: string; readonly secrets: Secrets },
): Promise<FilingReceipt | Refusal> {
  const { phone } = filing.caller
  if (!/\d{6,}/.test(phone.replaceAll(/[\s-]/g, '')))
    return refuse('请填写联系电话，承办单位要与您联系，办完还要回访。')
  const known = await knownFiles(files, { bare: true })
  if (isRefusal(known)) return known
  return await work.transaction(async inner => {
    const registering = { ...filing, channel: 'web', urgency: 'ordinary' } as const
    const trackingCode = codeOf(filing, secrets)
    const before = await filedBefore(inner, filing)
    if (before !== undefined) return { ...before, trackingCode, again: true }
    const flood = await refusalOfFlood(inner, { phone, from, moment, secrets })
    if (flood !== undefined) return flood
    const by: Actor = { ...webFiling, grants: [{ role: 'hotlineAgent', agency: filing.agency }] }
    const receipt = await registerDemand(inner, { ...registering, trackingCode }, { by, moment, secrets })
    if (isRefusal(receipt)) return receipt
    if (receipt.trackingCode === '') return { ...receipt, trackingCode, again: true }
    const handing = { byName: theCaller.name, moment, secrets, ofCaller: true, openToCaller: true }
    await keepFiles(inner, receipt.id, known, handing)
    if (same !== undefined) await keepSame(inner, { demand: receipt.id, published: same })
    return { ...receipt, again: false }
  })
}

const webFiling = { ...theCaller, name: '网上来件' }

/** The code that goes with the secret of a form: only who sent the form, and the key of the platform, can tell it. */
function codeOf({ once, agency }: Pick<Registering, 'once' | 'agency'>, secrets: Secrets): string {
  const secret = once ?? randomBytes(16).toString('base64url')
  return secrets.mark('hotline tracking code', `${secret} ${agency}`).slice(0, 22)
}

/** The demand of this number that the code opens; a wrong number, a wrong code and none look the same. */
export async function demandByCode(
  work: Work,
  { number, code }: { readonly number: string; readonly code: string },
): Promise<DemandRecord | undefined> {
  if (!/^[\w-]{22}$/.test(code)) return undefined
  const id = await demandOfCode(work, { number, hash: tokenHash(code) })
  return id === undefined ? undefined : await demandOf(work, id)
}
