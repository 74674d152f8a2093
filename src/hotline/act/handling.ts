import type { Work } from '../../platform/work.ts'
import { refuse } from '../../statute/refusal.ts'
import { isSampled } from '../callback/sampling.ts'
import { limitClock } from '../clock.ts'
import {
  isSatisfied,
  type Resolution,
  type ToldDemandEvent,
  type UrgeLevel,
  urgeLevelLabel,
} from '../events.ts'
import { limitOf } from '../limits.ts'
import { personalKindsIn, refusalOfDraft } from '../quality/draft.ts'
import { limitEvents } from '../standing.ts'
import { refusalOfUnfilled } from '../templates/template.ts'
import { type DemandDoing, type DemandDone, takeDemandStep } from './act.ts'
import { refusalOfEnded, said } from './dispatching.ts'

/** The most working days that are asked for at once. */
export const mostWorkdaysAsked = 30

/** The unit asks for more working days, before its limit is over. */
export function askExtension(
  work: Work,
  doing: DemandDoing,
  { workdays, reason }: { readonly workdays: number; readonly reason: string },
): Promise<DemandDone> {
  return takeDemandStep(work, doing, 'askExtension', ({ events, settled }) => {
    const { late } = limitClock(limitEvents(events), doing.moment, settled.time)
    if (late) return refuse('办理期限已过，不能再申请延期；请尽快反馈，并说明超期的原因。')
    if (workdays < 1 || workdays > mostWorkdaysAsked)
      return refuse(`请填写 1 至 ${mostWorkdaysAsked} 个工作日。`)
    return said(reason, '请写明申请延期的理由。') ?? { kind: 'extensionAsked', workdays, reason }
  })
}

/** The hotline grants the days that were asked for. */
export function extend(work: Work, doing: DemandDoing, reason: string): Promise<DemandDone> {
  return takeDemandStep(work, doing, 'extend', ({ standing: { extensionAsked } }) => {
    if (extensionAsked === null) return refuse('承办单位没有申请延期。')
    return { kind: 'extended', workdays: extensionAsked, reason }
  })
}

/** The hotline does not grant them. */
export function declineExtension(work: Work, doing: DemandDoing, reason: string): Promise<DemandDone> {
  return takeDemandStep(
    work,
    doing,
    'declineExtension',
    () => said(reason, '请写明不同意延期的理由。') ?? { kind: 'extensionDeclined', reason },
  )
}

/** The clock stands still, for a reason. */
export function suspend(work: Work, doing: DemandDoing, reason: string): Promise<DemandDone> {
  return takeDemandStep(
    work,
    doing,
    'suspend',
    () => said(reason, '请写明中止的理由。') ?? { kind: 'suspended', reason },
  )
}

/** The clock goes on. */
export function resume(work: Work, doing: DemandDoing, reason: string): Promise<DemandDone> {
  return takeDemandStep(work, doing, 'resume', () => ({ kind: 'resumed', reason }))
}

/** What the unit did and what came of it; `checked` are the personal data in its words that it says it has checked. */
export interface Feedback {
  readonly words: string
  readonly resolution: Resolution
  readonly checked?: readonly string[] | undefined
}

/** The unit says what it did and what came of it. */
export function feedBack(
  work: Work,
  doing: DemandDoing,
  { words, resolution, checked = [] }: Feedback,
): Promise<DemandDone> {
  return takeDemandStep(work, doing, 'feedBack', ({ demand, standing, settled }) => {
    const others = standing.followers.length
    const refusal =
      said(words, '请写明办理的情况和结果。') ??
      refusalOfUnfilled(words) ??
      refusalOfDraft(words, checked, others)
    if (refusal !== undefined) return refusal
    const callBack = isSampled(demand, settled.sampling)
    const holds = personalKindsIn(words)
    return { kind: 'fedBack', words, resolution, callBack, ...(holds.length > 0 && { checked: holds }) }
  })
}

/** What the caller says; both are null where he said nothing, and then `failure` says why. */
export function callBack(
  work: Work,
  doing: DemandDoing,
  told: Omit<ToldDemandEvent<'calledBack'>, 'kind'>,
): Promise<DemandDone> {
  return takeDemandStep(work, doing, 'callBack', () => {
    const { handling, result, words, failure } = told
    const said = handling !== null || result !== null
    if (said && failure !== undefined) return refuse('已作评价的，不再选择未评价的原因。')
    if (!said && failure === undefined) return refuse('没有评价的，请选择原因；已作评价的，请选择满意程度。')
    if (result !== null && !isSatisfied(result) && words.trim() === '')
      return refuse('不满意的，请写明原因。')
    return { kind: 'calledBack', ...told }
  })
}

/** The demand is done with. */
export function close(work: Work, doing: DemandDoing): Promise<DemandDone> {
  return takeDemandStep(work, doing, 'close', () => ({ kind: 'closed' }))
}

/** Done with although the caller is dissatisfied: he was told why nothing more is done. */
export function explain(work: Work, doing: DemandDoing, explained: string): Promise<DemandDone> {
  return takeDemandStep(
    work,
    doing,
    'explain',
    () => said(explained, '请写明向来电人解释的情况和不再办理的理由。') ?? { kind: 'closed', explained },
  )
}

/** It goes back to the unit, with a fresh limit. */
export function reopen(work: Work, doing: DemandDoing, reason: string): Promise<DemandDone> {
  return takeDemandStep(
    work,
    doing,
    'reopen',
    async ({ demand, standing, settled, work: inner }) =>
      said(reason, '请写明重办的理由。') ??
      (await refusalOfEnded(inner, standing.unit)) ?? {
        ...{ kind: 'reopened', reason, limit: limitOf(demand, settled.limits) },
      },
  )
}

/** Presses whoever has it: the hotline or the caller urges, the supervisor supervises, the head takes it up. */
export function urge(
  work: Work,
  doing: DemandDoing,
  words: string,
  level: UrgeLevel = 'urge',
): Promise<DemandDone> {
  const missing = `请写明${urgeLevelLabel[level]}的内容。`
  return takeDemandStep(work, doing, level, () => said(words, missing) ?? { kind: 'urged', words, level })
}

/** A note on the ticket. */
export function noteDemand(work: Work, doing: DemandDoing, words: string): Promise<DemandDone> {
  return takeDemandStep(work, doing, 'note', () => said(words, '请填写备注。') ?? { kind: 'noted', words })
}

/** The caller does not want it any more. */
export function withdrawDemand(work: Work, doing: DemandDoing, reason: string): Promise<DemandDone> {
  return takeDemandStep(
    work,
    doing,
    'withdraw',
    () => said(reason, '请写明撤回的理由。') ?? { kind: 'withdrawn', reason },
  )
}
