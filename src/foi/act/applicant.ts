import { type Actor, worksAt } from '../../office/roles.ts'
import { audit } from '../../platform/audit.ts'
import type { Secrets } from '../../platform/secret.ts'
import { tokenHash } from '../../platform/sign-in/sessions.ts'
import type { Work } from '../../platform/work.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'
import type { SubmissionKind } from '../events.ts'
import type { Applicant } from '../request.ts'
import { applicantOf } from '../store/applicants.ts'
import { type FoiRecord, recordOf } from '../store/history.ts'
import { requestOfCode } from '../store/requests.ts'
import { type FoiDoing, type FoiDone, takeFoiStep } from './act.ts'

/** Who acts on the tracking page: known by the code alone. */
export const theApplicant: Actor = { id: 'applicant', name: '申请人', grants: [] }

/** The request that a tracking code opens; a wrong code and none look the same. */
export async function requestByCode(work: Work, code: string): Promise<FoiRecord | undefined> {
  if (!/^[\w-]{22}$/.test(code)) return undefined
  const id = await requestOfCode(work, tokenHash(code))
  return id === undefined ? undefined : await recordOf(work, id)
}

const longestWords = 2000

/** What the applicant says from the tracking page. */
export function submit(
  work: Work,
  doing: FoiDoing,
  { about, words }: { about: SubmissionKind; words: string },
): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'submit', () => {
    if (words.trim() === '') return refuse('请写明要说明的内容。', 'Art 29')
    if ([...words].length > longestWords)
      return refuse(`说明不能超过 ${longestWords} 字，请概括后另附材料。`, 'Art 29')
    return { kind: 'submitted', on: doing.today, about, words }
  })
}

/** How satisfied the applicant is with the handling, from 1 to 5, Art. 46. */
export function rate(
  work: Work,
  doing: FoiDoing,
  { score, words }: { score: number; words: string },
): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'rate', () => {
    if (!Number.isInteger(score) || score < 1 || score > 5)
      return refuse('请在“非常满意”到“非常不满意”之间选择一项。', 'Art 46')
    if ([...words].length > longestWords) return refuse(`评价不能超过 ${longestWords} 字。`, 'Art 46')
    return { kind: 'rated', on: doing.today, score, words }
  })
}

/** Opens who asks, for a reason that goes into the trail. */
export function openIdentity(
  work: Work,
  { id, by, secrets }: { id: string; by: Actor; secrets: Secrets },
  reason: string,
): Promise<Applicant | Refusal> {
  return work.transaction(async inner => {
    const record = await recordOf(inner, id)
    if (record === undefined) return refuse('没有这件申请。')
    if (!worksAt(by, record.request.agency))
      return refuse('申请人身份信息只有本机关的经办人员可以查看。', 'Art 29')
    if (reason.trim().length < 4) return refuse('请写明查看身份信息的理由，理由将记入操作留痕。')
    const applicant = await applicantOf(inner, id, secrets)
    if (applicant === undefined) return refuse('身份信息已按保存期限清除，不能再查看。')
    const who = { by: by.id, byName: by.name, agency: record.request.agency }
    const detail = { number: record.request.number, note: reason.trim() }
    await audit(inner, { ...who, act: 'foi.openIdentity', subject: id, detail })
    return applicant
  })
}
