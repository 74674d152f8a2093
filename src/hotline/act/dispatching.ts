import type { Work } from '../../platform/work.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'
import { limitOf } from '../limits.ts'
import { unitHeld } from '../store/queue/held.ts'
import { type DemandDoing, type DemandDone, takeDemandStep } from './act.ts'

/** Answers at once, without a unit. */
export function answer(work: Work, doing: DemandDoing, words: string): Promise<DemandDone> {
  return takeDemandStep(
    work,
    doing,
    'answer',
    () => said(words, '请填写答复的内容。') ?? { kind: 'answered', words },
  )
}

/** Sends it to the unit that is responsible; the limit is that of its type and urgency and runs from now. */
export function dispatch(
  work: Work,
  doing: DemandDoing,
  { unit, basis }: { readonly unit: string; readonly basis: string },
): Promise<DemandDone> {
  return takeDemandStep(work, doing, 'dispatch', async ({ demand, settled, work: inner }) => {
    const refusal = await refusalOfUnit(inner, unit)
    return refusal ?? { kind: 'dispatched', unit, limit: limitOf(demand, settled.limits), basis }
  })
}

/** The unit takes it into its hands; the clock runs already. */
export function sign(work: Work, doing: DemandDoing): Promise<DemandDone> {
  return takeDemandStep(work, doing, 'sign', () => ({ kind: 'signed' }))
}

/** The unit sends it back, with its reason and, where it knows, who is responsible; the clock goes on. */
export function returnDemand(
  work: Work,
  doing: DemandDoing,
  { reason, responsible }: { readonly reason: string; readonly responsible: string },
): Promise<DemandDone> {
  return takeDemandStep(
    work,
    doing,
    'return',
    () => said(reason, '退单请写明理由，并尽量写明应由谁办理。') ?? { kind: 'returned', reason, responsible },
  )
}

/** The hotline does not accept the return: it goes back to the same unit. */
export function refuseReturn(work: Work, doing: DemandDoing, reason: string): Promise<DemandDone> {
  return takeDemandStep(
    work,
    doing,
    'refuseReturn',
    () => said(reason, '请写明不同意退单的理由。') ?? { kind: 'returnRefused', reason },
  )
}

/** After the second return the supervisor names the unit; it binds. */
export function arbitrate(
  work: Work,
  doing: DemandDoing,
  { unit, reason }: { readonly unit: string; readonly reason: string },
): Promise<DemandDone> {
  return takeDemandStep(work, doing, 'arbitrate', async ({ demand, settled, work: inner }) => {
    const refusal = said(reason, '请写明裁定的理由。') ?? (await refusalOfUnit(inner, unit))
    return refusal ?? { kind: 'arbitrated', unit, limit: limitOf(demand, settled.limits), reason }
  })
}

/** Why words that are needed are missing. */
export function said(words: string, missing: string): Refusal | undefined {
  return words.trim() === '' ? refuse(missing) : undefined
}

/** Why nothing is sent to this unit: there is none, or it has ended. Who was not refused holds it until his transaction ends. */
export async function refusalOfUnit(work: Work, unit: string): Promise<Refusal | undefined> {
  const found = await unitHeld(work, unit)
  if (found === undefined) return refuse('没有这个承办单位，请从列表中选择。')
  return found.standing ? undefined : refuse(`${found.name}已经撤销，请选择承接其职能的单位。`)
}

/** Why a demand does not go back to its unit: the unit has ended, and the demand would be nobody's. */
export async function refusalOfEnded(work: Work, unit: string | null): Promise<Refusal | undefined> {
  const found = unit === null ? undefined : await unitHeld(work, unit)
  if (found === undefined || found.standing) return undefined
  return refuse(
    `原承办单位${found.name}已经撤销，这件诉求不能重办；请另行登记诉求，由热线派给承接其职能的单位。`,
  )
}
