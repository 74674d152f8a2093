import { randomBytes } from 'node:crypto'
import type { Actor } from '../../office/roles.ts'
import { audit } from '../../platform/audit.ts'
import { now } from '../../platform/clock.ts'
import type { Secrets } from '../../platform/secret.ts'
import { tokenHash } from '../../platform/sessions.ts'
import type { Work } from '../../platform/work.ts'
import type { Day } from '../../statute/day.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'
import type { FoiEvent } from '../events.ts'
import { type Applicant, type FoiRequest, receiptEvidence } from '../request.ts'
import { keepApplicant } from '../store/applicants.ts'
import { append } from '../store/history.ts'
import { nextNumber } from '../store/letters.ts'

/** A request as it is lodged, by the applicant or by the office that writes it down, Art. 29. */
export interface Lodging extends Omit<FoiRequest, 'id' | 'number' | 'arrivedOn'> {
  readonly applicant: Applicant
}

/** What the applicant is given: the number, and the code that alone opens the tracking page. */
export interface Receipt {
  readonly id: string
  readonly number: string
  readonly trackingCode: string
}

/**
 * Lodges a request. Where the channel itself proves the day (handed in, signed for, written down), it is received that day;
 * else it waits for confirmation and no period runs, Art. 31.
 */
export function lodge(
  work: Work,
  { applicant, ...facts }: Lodging,
  { by, today, secrets }: { readonly by: Actor; readonly today: Day; readonly secrets: Secrets },
): Promise<Receipt | Refusal> {
  const refusal = refusalOfLodging(facts.description, applicant)
  if (refusal !== undefined) return Promise.resolve(refusal)
  return work.transaction(async inner => {
    const number = await nextNumber(inner, facts.agency, 'request', today)
    const trackingCode = randomBytes(16).toString('base64url')
    const { id } = await inner.db
      .insertInto('foi_requests')
      .values({
        ...{ agency: facts.agency, number, channel: facts.channel, applicant_kind: facts.applicantKind },
        ...{ description: facts.description, giving_form: facts.givingForm },
        ...{ serving_way: facts.servingWay, arrived_on: today, tracking_hash: tokenHash(trackingCode) },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await keepApplicant(inner, id, { applicant, secrets })
    const request: FoiRequest = { ...facts, id, number, arrivedOn: today }
    const who = { at: now(), by: by.id, byName: by.name, on: today }
    const arrived: FoiEvent = { kind: 'arrived', ...who }
    await append(inner, { request, events: [] }, arrived)
    const { confirmed, words } = receiptEvidence[facts.channel]
    if (!confirmed) {
      const received: FoiEvent = { kind: 'received', evidence: words, ...who }
      await append(inner, { request, events: [arrived] }, received)
    }
    const entry = { by: by.id, byName: by.name, agency: facts.agency, act: 'foi.lodge', subject: id }
    await audit(inner, { ...entry, detail: { number, channel: facts.channel } })
    return { id, number, trackingCode }
  })
}

function refusalOfLodging(description: string, applicant: Applicant): Refusal | undefined {
  if (description.trim() === '') return refuse('请写明申请公开的政府信息的名称、文号或者其他特征。', 'Art 29')
  if ([...description].length > 5000) return refuse('申请内容不能超过 5000 字，请概括后另附材料。', 'Art 29')
  if (applicant.name.trim() === '') return refuse('请填写申请人的姓名或者名称。', 'Art 29')
  if (applicant.document.trim() === '') return refuse('请填写申请人的身份证明。', 'Art 29')
  if (applicant.contact.trim() === '') return refuse('请填写申请人的联系方式。', 'Art 29')
  return undefined
}
