import { holds } from '../../office/roles.ts'
import type { Work } from '../../platform/work.ts'
import type { Day } from '../../statute/day.ts'
import { refuse } from '../../statute/refusal.ts'
import type { Limit } from '../limits.ts'
import { type DemandDoing, type DemandDone, takeDemandStep } from './act.ts'
import { refusalOfUnit, said } from './dispatching.ts'

/** Names units that work on it beside the one that leads; the leading unit feeds back when each has given its part. */
export function coHandle(
  work: Work,
  doing: DemandDoing,
  { units, words }: { readonly units: readonly string[]; readonly words: string },
): Promise<DemandDone> {
  return takeDemandStep(work, doing, 'coHandle', async ({ standing, work: inner }) => {
    const added = [...new Set(units)]
    if (added.length === 0) return refuse('请选择会办单位。')
    if (standing.unit !== null && added.includes(standing.unit)) return refuse('主办单位不能同时是会办单位。')
    if (standing.coHandlers.some(({ unit }) => added.includes(unit))) return refuse('所选单位已经在会办。')
    for (const unit of added) {
      const refusal = await refusalOfUnit(inner, unit)
      if (refusal !== undefined) return refusal
    }
    return { kind: 'coHandled', units: added, words }
  })
}

/** A co-handler says what it did; given again, the later words hold. */
export function givePart(work: Work, doing: DemandDoing, words: string): Promise<DemandDone> {
  return takeDemandStep(work, doing, 'givePart', ({ standing: { coHandlers } }) => {
    const mine = coHandlers.filter(({ unit }) => holds(doing.by, 'handlingUnit', unit))
    const unit = (mine.find(({ part }) => part === null) ?? mine[0])?.unit
    if (unit === undefined) return refuse('您的单位不是会办单位。')
    return said(words, '请写明本单位办理的情况。') ?? { kind: 'partGiven', unit, words }
  })
}

/** Nobody waits for this co-handler any more. */
export function releaseCoHandler(
  work: Work,
  doing: DemandDoing,
  { unit, reason }: { readonly unit: string; readonly reason: string },
): Promise<DemandDone> {
  return takeDemandStep(work, doing, 'releaseCoHandler', ({ standing: { coHandlers } }) => {
    if (!coHandlers.some(each => each.unit === unit)) return refuse('这个单位不在会办。')
    return said(reason, '请写明取消会办的理由。') ?? { kind: 'coHandlerReleased', unit, reason }
  })
}

/** How long it has in all is changed, in working days; what was used stays used. */
export function changeLimit(
  work: Work,
  doing: DemandDoing,
  { workdays, reason }: { readonly workdays: number; readonly reason: string },
): Promise<DemandDone> {
  return takeDemandStep(work, doing, 'changeLimit', ({ demand }) => {
    if (demand.urgency === 'danger') return refuse('危险诉求当日办理，期限不能调整。')
    const limit: Limit = { kind: 'workdays', count: workdays }
    return said(reason, '请写明调整期限的理由。') ?? { kind: 'limitChanged', limit, reason }
  })
}

/** Enters what a leader wrote on a demand, and by which day he wants to be told. */
export function instruct(
  work: Work,
  doing: DemandDoing,
  { leader, words, dueOn }: { readonly leader: string; readonly words: string; readonly dueOn: Day | null },
): Promise<DemandDone> {
  return takeDemandStep(work, doing, 'instruct', () => {
    const refusal = said(leader, '请填写批示的领导。') ?? said(words, '请填写批示的内容。')
    return refusal ?? { kind: 'instructed', leader: leader.trim(), words, dueOn }
  })
}

/** Says what was done on the oldest instruction that waits for it. */
export function answerInstruction(work: Work, doing: DemandDoing, words: string): Promise<DemandDone> {
  return takeDemandStep(work, doing, 'answerInstruction', ({ standing: { instructions } }) => {
    const waiting = instructions.find(({ answered }) => !answered)
    if (waiting === undefined) return refuse('没有等待反馈的批示。')
    const told = { kind: 'instructionAnswered', instruction: waiting.number, words } as const
    return said(words, '请写明批示办理的情况。') ?? told
  })
}
