import { openIdentity } from '../../../foi/act/applicant.ts'
import { seenRecord } from '../../../foi/act/views/case.ts'
import type { Channel } from '../../../foi/request.ts'
import { agencyTree } from '../../../office/agencies.ts'
import { agenciesWhere } from '../../../office/people/holders.ts'
import { type Actor, type Agency, holds } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import type { Work } from '../../../platform/work.ts'
import { isRefusal, type Refusal, refuse } from '../../../statute/refusal.ts'
import { type DemandChannel, longest } from '../../demand.ts'
import { lockFiling } from '../../store/doors/filings.ts'
import { appendDemandEvent, demandOf } from '../../store/history.ts'
import { workingTime } from '../act.ts'
import { type DemandReceipt, type RegisteringBy, registerDemand } from '../registering.ts'
import { demandOfRequest } from './linked.ts'

const channels = {
  ...{
    internet: 'web',
    counter: 'letter',
    registeredPost: 'letter',
    post: 'letter',
    fax: 'letter',
    oral: 'phone',
  },
} as const satisfies Record<Channel, DemandChannel>

/**
 * A request that is no request for information but a petition, a complaint or a report, and was answered so, Art. 39 ¶1,
 * becomes a demand of the hotline, with its words and who asks. Both name each other.
 */
export function demandFromRequest(
  work: Work,
  request: string,
  { by, moment, secrets }: RegisteringBy,
): Promise<DemandReceipt | Refusal> {
  return work.transaction(async inner => {
    // Taken over twice at once, the second finds the demand of the first.
    await lockFiling(inner, 'request', request)
    const record = await seenRecord(inner, request, by)
    if (record === undefined) return refuse('没有这件申请。')
    const { number, agency, channel } = record.request
    const hotline = await hotlineOf(inner, agency)
    const refusal = refusalOf(record.standing.outcome, agency, by)
    if (refusal !== undefined) return refusal
    if (hotline === undefined) return refuse('本机关和上级机关都没有开通12345热线。')
    const before = await demandOfRequest(inner, request)
    if (before !== undefined) return refuse(`这件申请与诉求${before.number}已经相互转办，不能重复转办。`)
    const applicant = await openIdentity(inner, { id: request, by, secrets }, '转为12345诉求')
    if (isRefusal(applicant)) return applicant
    const words = record.request.description
    const agent: Actor = { ...by, grants: [{ role: 'hotlineAgent', agency: hotline.code }] }
    const receipt = await registerDemand(
      inner,
      {
        ...{ agency: hotline.code, type: 'complaint', urgency: 'ordinary', place: '', confidential: false },
        ...{
          channel: channels[channel],
          subject: shortened(words, 40),
          body: shortened(words, longest.body),
        },
        caller: {
          name: shortened(applicant.name, longest.name),
          phone: shortened(applicant.contact, longest.phone),
        },
      },
      { by: agent, moment, secrets },
    )
    if (isRefusal(receipt)) return receipt
    await link(inner, receipt, { request, requestNumber: number, agency, by, moment })
    return receipt
  })
}

function refusalOf(outcome: unknown, agency: string, by: Actor): Refusal | undefined {
  const works = (['officer', 'departmentOfficer', 'coordinator'] as const).some(role =>
    holds(by, role, agency),
  )
  if (!works) return refuse('“转为12345诉求”由办理该申请的公开专员、经办人或者局办公室办理。', 'Art 39')
  const petition =
    typeof outcome === 'object' && outcome !== null && 'ground' in outcome && outcome.ground === 'petition'
  return petition
    ? undefined
    : refuse('只有作为信访、投诉、举报不予处理的申请可以转为诉求，请先作出这项答复。', 'Art 39')
}

/** The hotline that is nearest: of the agency itself, or of one above it. */
async function hotlineOf(work: Work, agency: string): Promise<Agency | undefined> {
  const [tree, hotlines] = await Promise.all([agencyTree(work), agenciesWhere(work, 'hotlineAgent')])
  let at: string | null = agency
  while (at !== null) {
    const code: string = at
    const found = hotlines.find(each => each.code === code)
    if (found !== undefined) return found
    at = tree.find(each => each.code === code)?.parent ?? null
  }
  return undefined
}

interface Linking {
  readonly request: string
  readonly requestNumber: string
  readonly agency: string
  readonly by: Actor
  readonly moment: string
}

async function link(work: Work, { id, number }: DemandReceipt, linking: Linking): Promise<void> {
  const { request, requestNumber, agency, by, moment } = linking
  const record = await demandOf(work, id, true)
  if (record === undefined) return
  const event = {
    kind: 'convertedFrom',
    request,
    requestNumber,
    at: moment,
    by: by.id,
    byName: by.name,
  } as const
  await appendDemandEvent(work, record, event, await workingTime(work))
  const who = { by: by.id, byName: by.name, agency }
  await audit(work, {
    ...who,
    act: 'hotline.fromRequest',
    subject: request,
    detail: { number: requestNumber, demand: number },
  })
}

function shortened(text: string, most: number): string {
  return [...text.trim()].slice(0, most).join('')
}
