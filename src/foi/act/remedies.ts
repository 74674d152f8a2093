import { randomUUID } from 'node:crypto'
import type { Work } from '../../platform/work.ts'
import type { Day } from '../../statute/day.ts'
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts'
import type { FoiEvent, RemedyResult, RemedyRoute, ToldEvent } from '../events.ts'
import { contestedOf, warningsOf } from '../remedies/limits.ts'
import { receiptEvidence } from '../request.ts'
import { applicantOf } from '../store/applicants.ts'
import { recordOf } from '../store/history.ts'
import { keepRemedies } from '../store/remedies.ts'
import { type Before, type FoiConflict, type FoiDoing, type FoiDone, takeFoiStep } from './act.ts'
import { receive } from './handling.ts'
import { lodge, type Receipt } from './lodge.ts'
import type { Sending } from './sending.ts'

/** How the decision, or the want of one, is contested. */
export interface Lodged {
  readonly route: RemedyRoute
  readonly body: string
  readonly reference: string
  /** The day on which it was sought. */
  readonly on: Day
  /** Why it is heard although the law would have it otherwise; see `warningsOf`. */
  readonly reason?: string | undefined
}

/** Registers a reconsideration or a lawsuit against the decision, or against its absence. A late one is registered too: the body decides. */
export function lodgeRemedy(work: Work, doing: FoiDoing, lodged: Lodged): Promise<FoiDone> {
  return work.transaction(async inner => {
    const { reason = '', ...told } = lodged
    const remedy = randomUUID()
    const done = await kept(inner, doing, 'lodgeRemedy', before => {
      const refusal = refusalOfLodged(before, lodged)
      return refusal ?? { kind: 'remedyLodged', remedy, ...told }
    })
    if ('kind' in done || reason.trim() === '') return done
    return await noteRemedy(inner, { ...doing, version: undefined }, { remedy, text: reason })
  })
}

function refusalOfLodged(before: Before, lodged: Lodged): Refusal | undefined {
  if (lodged.body.trim() === '') return refuse('请填写复议机关或者法院的名称。', 'Art 51')
  const twice = before.events.some(
    event =>
      event.kind === 'remedyLodged' &&
      event.route === lodged.route &&
      event.body === lodged.body &&
      event.reference === lodged.reference,
  )
  if (twice) return refuse('同一机关同一案号的复议或者诉讼已经登记过。', 'Art 51')
  const contested = contestedOf(before, lodged.on, before.calendar)
  if (isRefusal(contested)) return contested
  const warnings = warningsOf(lodged, contested, before.standing.remedies)
  if (isRefusal(warnings)) return warnings
  const why = warnings.find(({ mustSayWhy }) => mustSayWhy)
  return why !== undefined && (lodged.reason ?? '').trim() === '' ? refuse(why.message, why.law) : undefined
}

/** Writes down what happened to a remedy on the way: accepted, heard, the second court. It moves no figure. */
export function noteRemedy(
  work: Work,
  doing: FoiDoing,
  { remedy, text }: { remedy: string; text: string },
): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'noteRemedy', ({ standing }) => {
    if (!standing.remedies.some(each => each.remedy === remedy))
      return refuse('没有这件复议或者诉讼。', 'Art 51')
    return text.trim() === ''
      ? refuse('请写明进展。', 'Art 51')
      : { kind: 'remedyNoted', on: doing.today, remedy, text }
  })
}

/** How a remedy ended. */
export interface Decided {
  readonly remedy: string
  readonly result: RemedyResult
  readonly words: string
  readonly answerAgain: boolean
  readonly on: Day
}

/** Writes down how a remedy ended: one of the columns of table 4. A second court is a note (decision 0008). */
export function decideRemedy(work: Work, doing: FoiDoing, decided: Decided): Promise<FoiDone> {
  return kept(work, doing, 'decideRemedy', ({ standing }) => {
    const found = standing.remedies.find(each => each.remedy === decided.remedy)
    if (found === undefined) return refuse('没有这件复议或者诉讼。', 'Art 51')
    if (found.result !== null) return refuse('这件复议或者诉讼已登记结果；二审、再审请记录为进展。', 'Art 51')
    if (decided.on < found.lodgedOn) return refuse('审结日期不能早于提出日期。', 'Art 51')
    if (decided.answerAgain && decided.result === 'upheld')
      return refuse('结果维持的，不会责令重新答复，请核对。', 'Art 51')
    return { kind: 'remedyDecided', ...decided }
  })
}

/** A step whose remedies are kept in the table that table 4 counts, in the same transaction. */
function kept(
  work: Work,
  doing: FoiDoing,
  step: 'lodgeRemedy' | 'decideRemedy',
  tell: (before: Before) => ToldEvent | Refusal,
): Promise<FoiDone> {
  return work.transaction(async inner => {
    const done = await takeFoiStep(inner, doing, step, tell)
    if ('kind' in done) return done
    const record = await recordOf(inner, doing.id)
    if (record !== undefined) await keepRemedies(inner, record.request, done)
    return done
  })
}

/** A round that answers again; its tracking code goes to the same applicant. */
export interface Round {
  readonly kind: 'round'
  readonly receipt: Receipt
}

/** Opens the round that an order asks for: a new request of the same applicant whose clock starts on the day the order came. */
export function openRound(
  work: Work,
  doing: FoiDoing & Sending,
  { orderCameOn }: { orderCameOn: Day },
): Promise<Round | Refusal | FoiConflict> {
  return work.transaction(async inner => {
    let round: Round | undefined
    const done = await takeFoiStep(inner, doing, 'openRound', async before => {
      const order = before.events.findLast(isOrder)
      if (order === undefined) return refuse('没有责令重新答复的复议决定或者判决。', 'Art 51')
      if (orderCameOn < order.on) return refuse('收到之日不能早于决定或者判决之日。', 'Art 51')
      if (orderCameOn > doing.today) return refuse('收到之日在今天之后，请填写已经发生的日期。', 'Art 51')
      const receipt = await lodgeAgain(before, doing, orderCameOn)
      if (isRefusal(receipt)) return receipt
      round = { kind: 'round', receipt }
      return { kind: 'roundOpened', on: doing.today, request: receipt.id, number: receipt.number }
    })
    if ('kind' in done) return done
    return round ?? refuse('没有责令重新答复的复议决定或者判决。', 'Art 51')
  })
}

function isOrder(event: FoiEvent): event is FoiEvent<'remedyDecided'> {
  return event.kind === 'remedyDecided' && event.answerAgain
}

/** The same request once more, received on the day on which the order came. */
async function lodgeAgain(
  { work, request, events }: Before,
  doing: FoiDoing & Sending,
  orderCameOn: Day,
): Promise<Receipt | Refusal> {
  const applicant = await applicantOf(work, request.id, doing.secrets)
  if (applicant === undefined) return refuse('申请人信息已清除，不能重新办理；请另行登记。', 'Art 29')
  const corrected = events.findLast(event => event.kind === 'corrected')
  const evidence = `收到责令重新答复的复议决定或者判决之日（原申请 ${request.number}）`
  const receipt = await lodge(
    work,
    {
      ...{ agency: request.agency, channel: request.channel, applicantKind: request.applicantKind },
      ...{ description: corrected?.description ?? request.description, applicant, evidence },
      ...{ givingForm: request.givingForm, servingWay: request.servingWay },
      ...{ arrivedOn: orderCameOn, roundOf: request.id },
    },
    doing,
  )
  if (isRefusal(receipt) || !receiptEvidence[request.channel].confirmed) return receipt
  const { by, today, secrets, remedies } = doing
  const received = await receive(
    work,
    { id: receipt.id, by, today, secrets, remedies },
    { on: orderCameOn, evidence },
  )
  if ('kind' in received) throw new Error('a round that was lodged is not received')
  return receipt
}
