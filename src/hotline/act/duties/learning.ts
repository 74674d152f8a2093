import { type Actor, holds } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import { guardedThreads } from '../../../platform/strange/guarded-thread.ts'
import type { Work } from '../../../platform/work.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import { fewestHandled, type Handled } from '../../duties/learning.ts'
import type { UnitModel } from '../../duties/unit-model.ts'
import { correctionsSince } from '../../store/duties/corrections.ts'
import { handledOf, hotlinesWithDemands, keepUnitModel } from '../../store/duties/past.ts'
import {
  askForTraining,
  lastTraining,
  learnedAt,
  noteTraining,
  type UnitTraining,
  waitingTraining,
} from '../../store/duties/trainings.ts'

const mostHandled = 20_000
/** So many of the newest returns speak before the next training. */
export const mostCorrections = 100
const learning = guardedThreads<
  readonly Handled[],
  (Omit<UnitModel, 'model'> & { readonly model: Uint8Array }) | null
>(new URL('./learning-worker.ts', import.meta.url), {
  ...{ atOnce: 1, longestMillis: 600_000, memoryMb: 3000, late: '训练超过十分钟，已停止。' },
})

/** Learns anew where the demands of every hotline go, from what was handled until now. @returns of how many demands */
export async function learnWhereDemandsGo(work: Work, at: string): Promise<number> {
  let all = 0
  for (const hotline of await hotlinesWithDemands(work)) {
    const past = await handledOf(work, hotline, mostHandled)
    if (await learnedOf(work, hotline, { past, at })) all += past.length
  }
  return all
}

/** Learns where the demands of one hotline go, in a thread of its own. @returns whether there was enough to learn from */
async function learnedOf(
  work: Work,
  hotline: string,
  { past, at }: { readonly past: readonly Handled[]; readonly at: string },
): Promise<boolean> {
  if (past.length < fewestHandled) return false
  const learned = await learning(past)
  if (learned === null) return false
  if ('wrong' in learned) throw new Error(`the units of ${hotline} could not be learned`)
  await keepUnitModel(work, hotline, { learned, from: past.length, at })
  return true
}

function mayTrain(by: Actor, hotline: string): boolean {
  return holds(by, 'dispatcher', hotline) || holds(by, 'supervisor', hotline)
}

/** Somebody of the hotline lets it be learned now and not at night; the job begins within a minute. */
export async function askToLearn(
  work: Work,
  hotline: string,
  { by, at }: { readonly by: Actor; readonly at: string },
): Promise<Refusal | 'asked'> {
  if (!mayTrain(by, hotline)) return refuse('派单建议的训练由本热线的派单员或者督办员启动。')
  return await work.transaction(async inner => {
    if (!(await askForTraining(inner, { hotline, byName: by.name, at })))
      return refuse('这个热线的训练已经排队或者正在进行，请稍候。')
    const who = { by: by.id, byName: by.name, agency: hotline }
    await audit(inner, { ...who, act: 'hotline.unitTraining', subject: hotline, detail: {} })
    return 'asked' as const
  })
}

/** Does the training that waits longest; one that was broken off is begun again. @returns whether there was one */
export async function doWaitingTraining(work: Work, at: string): Promise<boolean> {
  const training = await waitingTraining(work)
  if (training === undefined) return false
  const { id, hotline } = training
  const past = await handledOf(work, hotline, mostHandled)
  await noteTraining(work, id, { begunAt: at, demands: past.length })
  let why = `已反馈的诉求只有 ${past.length} 件，或者都由同一个单位承办；满 ${fewestHandled} 件、两个以上单位后才能训练。`
  try {
    if (await learnedOf(work, hotline, { past, at })) why = ''
  } catch (cause) {
    await noteTraining(work, id, {
      doneAt: at,
      why: '训练没有完成，请稍后重试；反复如此的，请联系系统管理员。',
    })
    throw cause
  }
  await noteTraining(work, id, { doneAt: at, why })
  return true
}

/** What a hotline has learned of its units: when, of how many demands, what came back since; and the training in hand. */
export interface UnitLearning {
  readonly learned: { readonly at: string; readonly demands: number } | null
  /** How many demands came back since then, which are heeded already. */
  readonly corrections: number
  readonly training: UnitTraining | null
  readonly mayTrain: boolean
}

/** What a hotline has learned of its units. */
export async function unitLearning(work: Work, hotline: string, reader: Actor): Promise<UnitLearning> {
  const [learned, training] = await Promise.all([learnedAt(work, hotline), lastTraining(work, hotline)])
  const since = learned?.at ?? '-infinity'
  const corrections = await correctionsSince(work, hotline, { since, most: mostCorrections })
  return {
    ...{ learned: learned ?? null, training: training ?? null },
    ...{ corrections: corrections.length, mayTrain: mayTrain(reader, hotline) },
  }
}
