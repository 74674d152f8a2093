import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import { inChinese } from '../../../statute/day.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import type { Measure } from '../../projects/events.ts'
import { type Scope, saysSomething } from '../../projects/scope.ts'
import type { ProjectStanding } from '../../projects/standing.ts'
import { unitsOf } from '../../projects/steps.ts'
import { demandsNamed, putByHand } from '../../store/projects/members.ts'
import { said } from '../dispatching.ts'
import { refusalOfPersonal } from '../no-personal-data.ts'
import { type ProjectDoing, type ProjectDone, takeProjectStep } from './act.ts'
import { gatherAll } from './gathering.ts'
import { dayOfMoment } from './opening.ts'

/** The lead unit says what causes the demands, and what is done by whom until when. */
export function plan(
  work: Work,
  doing: ProjectDoing,
  { cause, measures }: { readonly cause: string; readonly measures: readonly Measure[] },
): Promise<ProjectDone> {
  return takeProjectStep(work, doing, 'plan', ({ standing }) => {
    const wrong = said(cause, '请写明诉求高发的原因。') ?? refusalOfMeasures(measures, standing)
    return wrong ?? { kind: 'planned', cause, measures }
  })
}

function refusalOfMeasures(measures: readonly Measure[], standing: ProjectStanding): Refusal | undefined {
  if (measures.length === 0) return refuse('请至少写一项治理措施。')
  for (const [place, { words, unit, due }] of measures.entries()) {
    const which = `第 ${place + 1} 项措施`
    if (words.trim() === '') return refuse(`请写明${which}的内容。`)
    if (!unitsOf(standing).includes(unit)) return refuse(`${which}的责任单位不是牵头或者配合单位。`)
    if (due > standing.limit)
      return refuse(
        `${which}的时限晚于专项的期限（${inChinese(standing.limit)}），请提前，或者请督办员调整期限。`,
      )
  }
  return undefined
}

/** The supervisor agrees to the plan; the measures begin. */
export function agreePlan(work: Work, doing: ProjectDoing, words: string): Promise<ProjectDone> {
  return takeProjectStep(work, doing, 'agreePlan', () => ({ kind: 'planAgreed', words }))
}

/** The supervisor wants another plan. */
export function returnPlan(work: Work, doing: ProjectDoing, reason: string): Promise<ProjectDone> {
  return takeProjectStep(
    work,
    doing,
    'returnPlan',
    () => said(reason, '请写明退回方案的理由。') ?? { kind: 'planReturned', reason },
  )
}

/** What was done, of a measure or in general; `measure` counts from 1, as the page does. */
export function progress(
  work: Work,
  doing: ProjectDoing,
  {
    words,
    measure,
    done,
  }: { readonly words: string; readonly measure: number | null; readonly done: boolean },
): Promise<ProjectDone> {
  return takeProjectStep(work, doing, 'progress', ({ standing: { measures } }) => {
    const wrong = said(words, '请写明做了什么、结果怎样。')
    if (wrong !== undefined) return wrong
    if (measure === null)
      return done ? refuse('注明完成的，请选择是哪一项措施。') : { kind: 'progressed', words, measure, done }
    if (measures[measure - 1] === undefined) return refuse(`方案中没有第 ${measure} 项措施。`)
    return { kind: 'progressed', words, measure: measure - 1, done }
  })
}

/** The lead unit says that every measure is finished. */
export function report(work: Work, doing: ProjectDoing, words: string): Promise<ProjectDone> {
  return takeProjectStep(
    work,
    doing,
    'report',
    () => said(words, '请写明治理的情况和结果。') ?? { kind: 'reported', words },
  )
}

/** The supervisor signs off: the project is done with, its demands are still followed. */
export function signOff(work: Work, doing: ProjectDoing, words: string): Promise<ProjectDone> {
  return takeProjectStep(
    work,
    doing,
    'signOff',
    () => said(words, '请写明验收的意见。') ?? { kind: 'signedOff', words },
  )
}

/** The supervisor is not content. */
export function sendBack(work: Work, doing: ProjectDoing, reason: string): Promise<ProjectDone> {
  return takeProjectStep(
    work,
    doing,
    'sendBack',
    () => said(reason, '请写明退回整改的理由。') ?? { kind: 'sentBack', reason },
  )
}

/** Another last day, later or earlier. */
export function changeLimit(
  work: Work,
  doing: ProjectDoing,
  { limit, reason }: { readonly limit: Day; readonly reason: string },
): Promise<ProjectDone> {
  return takeProjectStep(work, doing, 'changeLimit', ({ standing }) => {
    if (limit <= dayOfMoment(doing.moment)) return refuse('期限应当在今天以后。')
    const after = standing.measures.find(({ due }) => due > limit)
    if (after !== undefined) return refuse(`措施“${after.words}”的时限在新的期限以后，不能提前到这一天。`)
    return said(reason, '请写明调整期限的理由。') ?? { kind: 'limitChanged', limit, reason }
  })
}

/** Another rule of scope; what was put in or taken out by hand stays. */
export function changeScope(
  work: Work,
  doing: ProjectDoing,
  { scope, reason }: { readonly scope: Scope; readonly reason: string },
): Promise<ProjectDone> {
  return takeProjectStep(work, doing, 'changeScope', async ({ id, agency, work: inner }) => {
    if (!saysSomething(scope)) return refuse('请写明诉求范围中的词语、地点或者分类。')
    const wrong = said(reason, '请写明调整范围的理由。')
    if (wrong !== undefined) return wrong
    await gatherAll(inner, { id, agency, scope }, doing.moment)
    return { kind: 'scopeChanged', scope, reason }
  })
}

/** Puts a demand in, or takes it out, by its number; the correction sticks. */
export function correct(
  work: Work,
  doing: ProjectDoing,
  {
    number,
    belongs,
    reason,
  }: { readonly number: string; readonly belongs: boolean; readonly reason: string },
): Promise<ProjectDone> {
  return takeProjectStep(work, doing, 'correct', async ({ id, agency, work: inner }) => {
    const [found] = await demandsNamed(inner, agency, { numbers: [number] })
    if (found === undefined) return refuse(`本热线没有编号为“${number}”的诉求。`)
    const wrong = said(reason, '请写明更正的理由。')
    if (wrong !== undefined) return wrong
    await putByHand(inner, id, [{ ...found, way: belongs ? 'named' : 'out' }])
    return { kind: 'corrected', demand: found.id, belongs, reason }
  })
}

/** What the public is told of the matter and what was done about it; a later text replaces it. */
export function publish(work: Work, doing: ProjectDoing, words: string): Promise<ProjectDone> {
  return takeProjectStep(work, doing, 'publish', ({ standing }) => {
    const texts = [words, standing.title, ...standing.measures.map(measure => measure.words)]
    const wrong = said(words, '请填写向社会公布的内容。') ?? refusalOfPersonal('公布的内容', texts.join('\n'))
    return wrong ?? { kind: 'published', words }
  })
}

/** The summary is no longer shown. */
export function takeDown(work: Work, doing: ProjectDoing, reason: string): Promise<ProjectDone> {
  return takeProjectStep(
    work,
    doing,
    'takeDown',
    () => said(reason, '请写明撤下的理由。') ?? { kind: 'takenDown', reason },
  )
}

/** The project is given up. */
export function drop(work: Work, doing: ProjectDoing, reason: string): Promise<ProjectDone> {
  return takeProjectStep(
    work,
    doing,
    'drop',
    () => said(reason, '请写明终止的理由。') ?? { kind: 'dropped', reason },
  )
}
