import { type AppEnv, signedIn, type Who } from '../../office/env.ts'
import { today } from '../../platform/clock.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { isRefusal } from '../../statute/refusal.ts'
import type { Doing, Done } from '../act/act.ts'
import { draftView } from '../act/views.ts'
import { draftForm } from './views.ts'

/** What a signed-in person does to this report today. */
export function doingOf(context: Who, { agency, year }: { agency: string; year: number }): Doing {
  return { agency, year, by: signedIn(context), today: today() }
}

/** Waits for an act. @throws ProblemError 422 with the article, or 409 with what stands now */
export async function done(act: Promise<Done>): Promise<void> {
  const result = await act
  if (isRefusal(result)) throw ProblemError.of(result)
  if (!('kind' in result)) return
  const { version: now, draft: report } = result.standing
  throw new ProblemError(409, '他人已修改这份报告。您填写的内容仍在页面上，请对照后再保存。', {
    version: now,
    report,
  })
}

/** The report as it stands after an act. @throws ProblemError 404 also for those who may not see it */
export async function viewAfter(work: AppEnv['Variables']['work'], doing: Doing) {
  const view = await draftView(work, doing, doing.by, doing.today)
  if (view === undefined) throw new ProblemError(404, '没有找到这份报告，或者您无权查看。')
  return draftForm.parse(view)
}
