import { type Actor, holds } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import { guardedThreads } from '../../../platform/strange/guarded-thread.ts'
import { together, type Work } from '../../../platform/work.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import { type Labelled, type ModelFigures, tooLittle } from '../../classify/office-model.ts'
import { keepModel, newestModel } from '../../store/categories/models.ts'
import {
  factsCategorised,
  labelledPast,
  suggestionsKept,
  uncategorised,
} from '../../store/categories/rows.ts'
import { suggestedFor } from './suggesting.ts'

const mostSuggested = 2000
const learning = guardedThreads<
  readonly Labelled[],
  { readonly bytes: Uint8Array; readonly figures: ModelFigures }
>(new URL('./learning-worker.ts', import.meta.url), {
  ...{ atOnce: 1, longestMillis: 600_000, memoryMb: 3000, late: '训练超过十分钟，已停止。' },
})

/** Learns a model from the office's own past, in a thread of its own. @returns why there is too little to learn from, else undefined */
export async function learnCategories(work: Work, agency: string, at: string): Promise<string | undefined> {
  const labelled = await labelledPast(work, agency)
  const why = tooLittle(labelled)
  if (why !== undefined) return why
  const learned = await learning(labelled)
  if ('wrong' in learned) throw new Error(`the categories of ${agency} could not be learned`)
  await work.transaction(inner => keepModel(inner, agency, { ...learned, at }))
  return undefined
}

const training = new Set<string>()

/** Somebody of the hotline lets the model be learned now and not at night; one training of a hotline at a time. */
export async function trainNow(
  work: Work,
  agency: string,
  { by, at }: { readonly by: Actor; readonly at: string },
): Promise<Refusal | 'trained'> {
  const may = (['dispatcher', 'supervisor'] as const).some(role => holds(by, role, agency))
  if (!may) return refuse('分类的训练由本热线的派单员或者督办员启动。')
  if (training.has(agency)) return refuse('这个热线正在训练，请稍候刷新页面。')
  training.add(agency)
  try {
    const why = await learnCategories(work, agency, at)
    if (why !== undefined) return refuse(why)
    await suggestMissing(work, agency)
    const who = { by: by.id, byName: by.name, agency }
    await audit(work, { ...who, act: 'hotline.categoryTraining', subject: agency, detail: {} })
    return 'trained'
  } finally {
    training.delete(agency)
  }
}

/** Lets the newest model speak on open demands of which none spoke yet: those from before there was one. */
export async function suggestMissing(work: Work, agency: string): Promise<void> {
  const model = await newestModel(work, agency)
  if (model === undefined) return
  const missing = await uncategorised(work, agency, mostSuggested)
  const suggested = missing.map(({ id, ...message }) => suggestedFor(model, id, message))
  await together(work, suggestionsKept(work, agency, suggested))
  await together(work, [factsCategorised(missing.map(({ id }) => id))])
}
