import type { Work } from '../../platform/work.ts'
import { workdayAfter } from '../../statute/calendar.ts'
import { addDays, type Day, dayNumber } from '../../statute/day.ts'
import { feeByPage, feeByPiece } from '../../statute/fees.ts'
import { answerPeriod, coMakerPeriod, feePaymentPeriod, thirdPartyPeriod } from '../../statute/law.ts'
import { refuse } from '../../statute/refusal.ts'
import { clockOf } from '../clock.ts'
import { clockEvents } from '../clock-of-request.ts'
import type { FeeBasis, OpinionAnswer, OpinionParty, Person } from '../events.ts'
import { transferLetter } from '../letters/afterwards.ts'
import { correctionLetter, extensionLetter, feeLetter, receiptLetter } from '../letters/notices.ts'
import { coMakerLetter, thirdPartyLetter } from '../letters/third-parties.ts'
import { type FoiDoing, type FoiDone, takeFoiStep } from './act.ts'
import { factsOf, type Sending } from './sending.ts'

/** Confirms the day of receipt with its evidence, and sends the receipt that says when the answer is due, Arts 31, 33. */
export function receive(
  work: Work,
  doing: FoiDoing & Sending,
  { on, evidence }: { on: Day; evidence: string },
): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'receive', async before => {
    if (on < before.request.arrivedOn) return refuse('收到之日不能早于来件之日。', 'Art 31')
    if (on > doing.today) return refuse('收到之日在今天之后，请填写双方确认的日期。', 'Art 31')
    if (evidence.trim() === '') return refuse('请写明收到之日的依据，如双方确认的时间和方式。', 'Art 31')
    const facts = { ...(await factsOf(before, doing, doing.today)), receivedOn: on }
    const letter = receiptLetter(facts, workdayAfter(before.calendar, on, answerPeriod.value))
    return { tells: { kind: 'received', on, evidence }, letters: [letter] }
  })
}

/** Gives the request to a department with a limit of its own, and to a person of it where that is known. */
export function assign(
  work: Work,
  doing: FoiDoing,
  { department, limit, handler }: { department: string; limit: Day; handler?: Person | undefined },
): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'assign', () =>
    limit < doing.today
      ? refuse('处室办理期限不能早于今天。', 'Art 33')
      : { kind: 'assigned', on: doing.today, department, limit, handler },
  )
}

/** Asks once for a correction, with its letter, Art. 30. */
export function askForCorrection(
  work: Work,
  doing: FoiDoing & Sending,
  asked: { answerBy: Day; reason: string },
): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'askForCorrection', async before => {
    if (asked.answerBy <= doing.today) return refuse('补正期限须在今天之后，并给申请人合理的时间。', 'Art 30')
    if (asked.reason.trim() === '') return refuse('请写明申请内容何处不明确、需要补正什么。', 'Art 30')
    const letter = correctionLetter(await factsOf(before, doing, doing.today), asked)
    return { tells: { kind: 'correctionAsked', on: doing.today, ...asked }, letters: [letter] }
  })
}

/** Takes in the corrected request: the period starts afresh. */
export function receiveCorrection(
  work: Work,
  doing: FoiDoing,
  { on, description }: { on: Day; description: string },
): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'receiveCorrection', () => ({ kind: 'corrected', on, description }))
}

/** Seeks the opinion of a third party, Art. 32, or of a co-making agency, Art. 34, with its letter. */
export function seekOpinion(
  work: Work,
  doing: FoiDoing & Sending,
  { of, party }: { of: string; party: OpinionParty },
): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'seekOpinion', async before => {
    const facts = await factsOf(before, doing, doing.today)
    const letter = party === 'thirdParty' ? thirdPartyLetter(facts, of) : coMakerLetter(facts, of)
    const { value } = party === 'thirdParty' ? thirdPartyPeriod : coMakerPeriod
    const answerBy = workdayAfter(before.calendar, doing.today, value)
    return { tells: { kind: 'opinionSought', on: doing.today, of, party, answerBy }, letters: [letter] }
  })
}

/** Writes down what the party said; silence counts only once its time is over. */
export function receiveOpinion(
  work: Work,
  doing: FoiDoing,
  opinion: { of: string; answer: OpinionAnswer; words: string },
): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'receiveOpinion', ({ standing }) => {
    const sought = standing.opinions.find(({ of }) => of === opinion.of)
    if (sought === undefined) return refuse(`没有正在等待的${opinion.of}的意见。`, 'Art 32')
    if (opinion.answer === 'silent' && doing.today <= sought.answerBy) {
      return refuse(`${opinion.of}的答复期限到 ${sought.answerBy}，尚未届满，不能按未答复处理。`, 'Art 32')
    }
    return { kind: 'opinionReceived', on: doing.today, ...opinion }
  })
}

/** Asks the head for an extension, Art. 33 ¶2. */
export function proposeExtension(
  work: Work,
  doing: FoiDoing,
  proposed: { workdays: number; reason: string },
): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'proposeExtension', () => ({
    kind: 'extensionProposed',
    on: doing.today,
    ...proposed,
  }))
}

/** The head does not consent. */
export function declineExtension(work: Work, doing: FoiDoing, reason: string): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'declineExtension', () => ({
    kind: 'extensionDeclined',
    on: doing.today,
    reason,
  }))
}

/** The head consents, and the applicant is told before the period ends. */
export function extend(work: Work, doing: FoiDoing & Sending, reason: string): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'extend', async before => {
    const workdays = before.standing.extensionProposed ?? 0
    const moving = [...clockEvents(before.events), { kind: 'extended', on: doing.today, workdays } as const]
    const { due } = clockOf(moving, doing.today, before.calendar)
    const facts = await factsOf(before, doing, doing.today)
    const letters = due === null ? [] : [extensionLetter(facts, { due, workdays, reason })]
    return { tells: { kind: 'extended', on: doing.today, workdays, reason }, letters }
  })
}

/** Tells early that another agency has the information, Art. 36 (5); the answer still follows in its time. */
export function hintTransfer(
  work: Work,
  doing: FoiDoing & Sending,
  { agency, contact }: { agency: string; contact: string },
): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'hintTransfer', async before => {
    if (agency.trim() === '') return refuse('请填写负责公开的机关。', 'Art 36')
    const facts = await factsOf(before, doing, doing.today)
    const letter = transferLetter(facts, { name: agency, contact })
    return { tells: { kind: 'transferHinted', on: doing.today, agency, contact }, letters: [letter] }
  })
}

/** Tells the fee with its arithmetic, 109号. */
export function notifyFee(
  work: Work,
  doing: FoiDoing & Sending,
  { basis, count }: { basis: FeeBasis; count: number },
): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'notifyFee', async before => {
    const fee = basis === 'pieces' ? feeByPiece(count) : feeByPage(count)
    if (fee.yuan === 0) return refuse('没有超过免费的数量，不收取信息处理费。', fee.law)
    const payBy = addDays(doing.today, feePaymentPeriod.value)
    const letter = feeLetter(await factsOf(before, doing, doing.today), { fee, payBy })
    const { yuan } = fee
    return { tells: { kind: 'feeNotified', on: doing.today, basis, count, yuan, payBy }, letters: [letter] }
  })
}

/** The fee is paid; the period goes on. */
export function receivePayment(work: Work, doing: FoiDoing, on: Day): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'receivePayment', ({ standing }) => {
    if (standing.fee !== null && dayNumber(on) > dayNumber(standing.fee.payBy)) {
      return refuse(
        `缴费期限为 ${standing.fee.payBy}，逾期缴费的请先与申请人确认后作为新申请登记。`,
        '国办函〔2020〕109号',
      )
    }
    return { kind: 'paid', on }
  })
}

/** A remark for colleagues; the applicant does not see it. */
export function note(work: Work, doing: FoiDoing, text: string): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'note', () => ({ kind: 'noted', on: doing.today, text }))
}
