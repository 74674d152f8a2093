import { agencyTree } from '../../../office/agencies.ts'
import { type Actor, worksAt } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import { now } from '../../../platform/clock.ts'
import type { Secrets } from '../../../platform/secret.ts'
import { tokenHash } from '../../../platform/sign-in/sessions.ts'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import {
  type Fault,
  faultOf,
  faultOfCode,
  keepFault,
  keepFaultAnswer,
  keepUseful,
  sealedReporters,
} from '../../store/citizens/faults.ts'
import { itemRecordOf } from '../../store/history.ts'
import { type FaultKind, refusalOfAnswering } from '../../voices.ts'
import { type Contact, openContact, sealContact } from './contact.ts'

const purpose = 'disclosure fault'

/** A fault as a reader reports it; `once` is a secret of the form. */
export interface ReportedFault extends Contact {
  readonly path: string
  readonly kind: FaultKind
  readonly text: string
  readonly once: string
}

/** Takes a report of a fault. It belongs to the agency of the page, else to the agency above all. @returns its number and the code that opens it */
export async function reportFault(
  work: Work,
  { path, kind, text, once, ...reporter }: ReportedFault,
  { today, secrets }: { readonly today: Day; readonly secrets: Secrets },
): Promise<{ readonly kind: 'reported'; readonly number: string; readonly trackingCode: string } | Refusal> {
  if (text === '') return refuse('请写明哪里有错。')
  return await work.transaction(async inner => {
    const item = await itemAt(inner, path)
    const top = (await agencyTree(inner)).find(({ parent, standing }) => parent === null && standing)
    const agency = item?.agency ?? top?.code
    if (agency === undefined) return refuse('本网站还没有设立机构，暂不能受理。')
    const trackingCode = secrets.mark(`${purpose} code`, once).slice(0, 22)
    const kept = {
      ...{ sealed: sealContact(secrets, purpose, reporter), once: secrets.mark(purpose, once) },
      ...{ trackingHash: tokenHash(trackingCode), filedAt: now() },
    }
    const fault = { agency, item: item?.id ?? null, path: path.slice(0, 500), kind, text, filedOn: today }
    const number = await keepFault(inner, fault, kept)
    return { kind: 'reported', number, trackingCode } as const
  })
}

/** The item on whose page something was found. */
async function itemAt(work: Work, path: string) {
  const [, id] = /^\/disclosure\/items\/([\w-]+)/.exec(path) ?? []
  return id === undefined ? undefined : (await itemRecordOf(work, id))?.item
}

/** The report that a tracking code opens. */
export function faultByCode(work: Work, code: string): Promise<Fault | undefined> {
  return /^[\w-]{22}$/.test(code) ? faultOfCode(work, tokenHash(code)) : Promise.resolve(undefined)
}

/** Answers a report, once: whether there was a fault, and what was done. */
export async function answerFault(
  work: Work,
  { id, by, today }: { readonly id: string; readonly by: Actor; readonly today: Day },
  { valid, answer }: { readonly valid: boolean; readonly answer: string },
): Promise<Fault | Refusal> {
  return await work.transaction(async inner => {
    const fault = await faultOf(inner, id, true)
    if (fault === undefined) return refuse('没有这件找错。')
    const refusal = refusalOfAnswering(by, fault.agency)
    if (refusal !== undefined) return refusal
    if (fault.answeredOn !== null) return refuse('这件找错已经答复。')
    if (answer === '') return refuse('请写明核实的结果和处理情况，读者将看到它。')
    await keepFaultAnswer(inner, id, { valid, answer, on: today, byName: by.name })
    const who = { by: by.id, byName: by.name, agency: fault.agency }
    await audit(inner, {
      ...who,
      act: 'disclosure.answerFault',
      subject: id,
      detail: { number: fault.number },
    })
    return { ...fault, valid, answer, answeredOn: today, answeredBy: by.name }
  })
}

/** Who reported these faults, for the people of their agencies only. */
export async function reportersOf(
  work: Work,
  faults: readonly Fault[],
  { by, secrets }: { readonly by: Actor; readonly secrets: Secrets },
): Promise<ReadonlyMap<string, Contact>> {
  const mine = faults.filter(({ agency }) => worksAt(by, agency)).map(({ id }) => id)
  const sealed = [...(await sealedReporters(work, mine))]
  return new Map(
    sealed.flatMap(([id, text]): [string, Contact][] => {
      const opened = openContact(secrets, purpose, text)
      return opened === undefined ? [] : [[id, opened]]
    }),
  )
}

/** A reader says whether a page was useful to him. */
export async function sayUseful(
  work: Work,
  { path, useful, why }: { readonly path: string; readonly useful: boolean; readonly why: string },
  today: Day,
): Promise<void> {
  const item = await itemAt(work, path)
  await keepUseful(work, { path: path.slice(0, 500), item: item?.id ?? null, useful, why, on: today })
}
