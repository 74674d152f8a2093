import type { Work } from '../../platform/work.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'
import type { Decision } from '../events.ts'
import { answerLetter } from '../letters/answer.ts'
import type { Letter, LetterFacts } from '../letters/letter.ts'
import { thirdPartyToldLetter } from '../letters/third-parties.ts'
import type { ServingWay } from '../request.ts'
import type { FoiStanding } from '../standing.ts'
import type { FoiStep } from '../steps.ts'
import { type Before, type FoiDoing, type FoiDone, takeFoiStep } from './act.ts'
import { factsOf, type Sending } from './sending.ts'

/** Proposes an outcome with its reasons. What ends a request without an answer has steps of its own. */
export function draft(work: Work, doing: FoiDoing, decision: Decision): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'draft', ({ standing }) => {
    const { outcome, reasoning } = decision
    if (outcome.kind === 'closed')
      return refuse('“其他处理”由逾期不补正、逾期不缴费或者撤回产生，不能拟作答复。', 'Art 36')
    if (outcome.kind !== 'granted' && reasoning.trim() === '')
      return refuse('不予公开、不能提供或者不予处理的，须说明理由。', 'Art 36')
    return refusalOfParts(decision, standing) ?? { kind: 'drafted', on: doing.today, ...decision }
  })
}

/** Art. 37: each withheld part is named; Art. 32: what a third party reasonably objects to is not given whole. */
function refusalOfParts({ outcome, parts = [] }: Decision, { findings }: FoiStanding): Refusal | undefined {
  if (outcome.kind === 'partlyGranted' && parts.length === 0)
    return refuse('部分公开的，逐项写明不予公开的部分及其理由。', 'Art 37')
  if (parts.some(({ what }) => what.trim() === '')) return refuse('请写明不予公开的是哪一部分。', 'Art 37')
  const protectedBy = Object.keys(findings).find(of => findings[of] === 'reasonable')
  return outcome.kind === 'granted' && protectedBy !== undefined
    ? refuse(`${protectedBy}不同意公开且理由合理，不能全部公开；公共利益更为重要的，先重新审查。`, 'Art 32')
    : undefined
}

/** The coordinator passes the draft. */
export function check(work: Work, doing: FoiDoing): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'check', () => ({ kind: 'checked', on: doing.today }))
}

/** Coordinator or head send the draft back. */
export function sendBack(work: Work, doing: FoiDoing, reason: string): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'sendBack', () =>
    reason.trim() === ''
      ? refuse('“退回”须写明原因。', 'Art 36')
      : { kind: 'returned', on: doing.today, reason },
  )
}

/** The head consents to the answer. */
export function consent(work: Work, doing: FoiDoing): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'consent', () => ({ kind: 'consented', on: doing.today }))
}

/** Answers: the decision letter is numbered and frozen, and the request enters its row of the annual report. */
export function answer(work: Work, doing: FoiDoing & Sending): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'answer', async before => {
    const { draft: proposed } = before.standing
    if (proposed === null) return refuse('还没有拟稿。', 'Art 36')
    const { by: _, ...decision } = proposed
    const facts = await factsOf(before, doing, doing.today)
    const letters = [answerLetter(decision, facts), ...toldThirdParties(before, decision, facts)]
    return { tells: { kind: 'answered', on: doing.today, ...decision, letter: '' }, letters }
  })
}

/** Art. 32: who objected in vain is told what is disclosed and why. */
function toldThirdParties({ events }: Before, decision: Decision, facts: LetterFacts): Letter[] {
  const { outcome, parts = [] } = decision
  if (outcome.kind !== 'granted' && outcome.kind !== 'partlyGranted') return []
  const rest = parts.length === 0 ? '' : `（${parts.map(({ what }) => what).join('、')}除外）`
  const weighed = new Map(
    events.flatMap(event => (event.kind === 'weighed' ? [[event.of, event] as const] : [])),
  )
  return [...weighed.values()].flatMap(({ of: party, finding, reason }) =>
    finding === 'reasonable'
      ? []
      : [thirdPartyToldLetter(facts, { party, finding, disclosed: `${facts.description}${rest}`, reason })],
  )
}

/** Writes down how the answer reached the applicant, with its proof. */
export function serve(
  work: Work,
  doing: FoiDoing,
  { way, proof }: { way: ServingWay; proof: string },
): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'serve', () =>
    proof.trim() === ''
      ? refuse('请写明送达的凭证，如邮件号、签收人或者系统记录。', 'Art 40')
      : { kind: 'served', on: doing.today, way, proof },
  )
}

/** No correction came in time: taken as abandoned, Art. 30. */
export const lapse = ending('lapse', 'uncorrected', '逾期不补正')

/** The fee was not paid in time, 109号. */
export const closeUnpaid = ending('closeUnpaid', 'unpaid', '逾期不缴费')

/** The applicant takes the request back; counted as 其他处理·其他 (decision 0010). */
export const withdraw = ending('withdraw', 'other', '申请人撤回')

function ending(step: FoiStep, ground: 'uncorrected' | 'unpaid' | 'other', reason: string) {
  const outcome = { kind: 'closed', ground } as const
  return (work: Work, doing: FoiDoing & Sending): Promise<FoiDone> =>
    takeFoiStep(work, doing, step, async before => {
      const letter = answerLetter({ outcome, reasoning: '' }, await factsOf(before, doing, doing.today))
      return { tells: { kind: 'closed', on: doing.today, outcome, reason }, letters: [letter] }
    })
}
