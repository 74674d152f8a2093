import { idIn } from '../../office/api/id-in.ts'
import { type AppEnv, signedIn, type Who } from '../../office/env.ts'
import { today } from '../../platform/clock.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import type { Refusal } from '../../statute/refusal.ts'
import type { FoiConflict, FoiDoing } from '../act/act.ts'
import { type Sending, sendingOf } from '../act/sending.ts'
import { caseView, seenRecord } from '../act/views/case.ts'
import type { Reading } from '../act/views/register.ts'
import type { FoiRecord } from '../store/history.ts'
import type { CaseView } from '../view.ts'

type Work = AppEnv['Variables']['work']

const unseen = '没有找到这件申请，或者您无权查看。'

/** Who reads, today. */
export function reading(context: Who): Reading {
  return { reader: signedIn(context), today: today(), secrets: context.var.secrets }
}

/** The id in the address. @throws ProblemError 404 where it is none */
export function idOf(context: Who): string {
  return idIn(context, unseen)
}

/** What a signed-in person does to this request today. @throws ProblemError 404 also for those who may not see it */
export async function doing(context: Who): Promise<FoiDoing & Sending & { readonly record: FoiRecord }> {
  const { work, secrets } = context.var
  const by = signedIn(context)
  const record = await record404(work, idOf(context), by)
  return { id: record.request.id, by, today: today(), record, ...(await sendingOf(work, secrets)) }
}

async function record404(work: Work, id: string, by: Reading['reader']): Promise<FoiRecord> {
  const record = await seenRecord(work, id, by)
  if (record === undefined) throw new ProblemError(404, unseen)
  return record
}

/** The request that this person may see. @throws ProblemError 404 */
export function recordSeen(context: Who): Promise<FoiRecord> {
  return record404(context.var.work, idOf(context), signedIn(context))
}

/** Its whole view. @throws ProblemError 404 */
export async function caseSeen(context: Who): Promise<CaseView> {
  const view = await caseView(context.var.work, idOf(context), reading(context))
  if (view === undefined) throw new ProblemError(404, unseen)
  return view
}

/** Why an act was not done: 422 with the article, or 409 with the version that stands now. */
export function problemOf(result: Refusal | FoiConflict): ProblemError {
  if (result.kind === 'refusal') return ProblemError.of(result)
  const { version } = result.standing
  return new ProblemError(409, '他人刚刚办理过这件申请。您填写的内容仍在页面上，请看过最新情况后再办理。', {
    version,
  })
}
