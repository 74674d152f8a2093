import type { Secrets } from '../../../platform/secret.ts'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import { refuse } from '../../../statute/refusal.ts'
import type { FoiDone } from '../../act/act.ts'
import { withdraw } from '../../act/answering.ts'
import { rate, submit, theApplicant } from '../../act/applicant.ts'
import { receiveCorrection } from '../../act/handling.ts'
import { receiveReasons } from '../../act/objections.ts'
import { attach } from '../../act/papers.ts'
import { proposePublication } from '../../act/publishing.ts'
import { sendingOf } from '../../act/sending.ts'
import { submissionKinds } from '../../events.ts'
import { paperPurposes } from '../../request.ts'
import type { FoiRecord } from '../../store/history.ts'

/** What the applicant sent: the step, what was typed, a file. */
export interface Sent {
  readonly record: FoiRecord
  readonly step: string
  readonly typed: Readonly<Record<string, string>>
  readonly file: File | undefined
  readonly today: Day
  readonly secrets: Secrets
}

/** Does it as the applicant; undefined where there is no such step. */
export async function doAsApplicant(work: Work, sent: Sent): Promise<FoiDone | undefined> {
  const { record, step, typed, today, secrets } = sent
  const { words = '' } = typed
  const doing = { id: record.request.id, by: theApplicant, today, asApplicant: true }
  switch (step) {
    case 'receiveCorrection':
      if (words === '') return refuse('请填写补正后的申请内容。', 'Art 30')
      return receiveCorrection(work, doing, { on: today, description: words })
    case 'receiveReasons':
      return receiveReasons(work, doing, words)
    case 'submit': {
      const about = submissionKinds.find(kind => kind === typed.about) ?? 'other'
      return submit(work, doing, { about, words })
    }
    case 'rate':
      return rate(work, doing, { score: Number(typed.score), words })
    case 'proposePublication':
      return proposePublication(work, doing, words)
    case 'withdraw':
      if (typed.sure !== '1') return refuse('请勾选“我确认撤回”。')
      return withdraw(work, { ...doing, ...(await sendingOf(work, secrets)) })
    case 'attach':
      return attachFile(work, sent)
    default:
      return undefined
  }
}

async function attachFile(work: Work, { record, typed, file, today, secrets }: Sent): Promise<FoiDone> {
  if (file === undefined || file.name === '') return refuse('请选择要上传的文件。')
  const purpose = paperPurposes.find(each => each === typed.purpose)
  if (purpose === undefined || purpose === 'given' || purpose === 'working')
    return refuse('请选择材料的种类。')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const doing = { id: record.request.id, by: theApplicant, today, asApplicant: true, secrets }
  return attach(work, doing, { name: file.name, bytes, purpose })
}
