import type { Work } from '../../platform/work.ts'
import { type Day, inChinese } from '../../statute/day.ts'
import { refuse } from '../../statute/refusal.ts'
import type { ObjectionFinding } from '../events.ts'
import { delayLetter, reasonsLetter } from '../letters/notices.ts'
import { unweighed } from '../steps.ts'
import { type FoiDoing, type FoiDone, takeFoiStep } from './act.ts'
import { factsOf, type Sending } from './sending.ts'

/**
 * What the office finds of a third party's objection, Art. 32: a reasonable one withholds the information, unless the
 * public interest weighs more; then the third party is told with reasons.
 */
export function weigh(
  work: Work,
  doing: FoiDoing,
  found: { of: string; finding: ObjectionFinding; reason: string },
): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'weigh', ({ standing }) => {
    if (!unweighed(standing).includes(found.of))
      return refuse(`没有${found.of}的尚未审查的反对意见。`, 'Art 32')
    if (found.reason.trim() === '') return refuse('请写明审查的理由。', 'Art 32')
    return { kind: 'weighed', on: doing.today, ...found }
  })
}

/** Asks the applicant for the reasons of a clearly unreasonable number or frequency, Art. 35. */
export function askForReasons(
  work: Work,
  doing: FoiDoing & Sending,
  asked: { answerBy: Day; reason: string },
): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'askForReasons', async before => {
    if (asked.answerBy <= doing.today) return refuse('说明理由的期限须在今天之后。', 'Art 35')
    if (asked.reason.trim() === '')
      return refuse('请写明申请的数量、频次，以及为什么认为明显超过合理范围。', 'Art 35')
    const letter = reasonsLetter(await factsOf(before, doing, doing.today), asked)
    return { tells: { kind: 'reasonsAsked', on: doing.today, ...asked }, letters: [letter] }
  })
}

/** Writes down the reasons that the applicant gave. */
export function receiveReasons(work: Work, doing: FoiDoing, words: string): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'receiveReasons', () =>
    words.trim() === ''
      ? refuse('请写明申请的理由。', 'Art 35')
      : { kind: 'reasonsGiven', on: doing.today, words },
  )
}

/** The reasons are reasonable, but the answer cannot be ready in time: sets and tells a reasonable later day, Art. 35. */
export function delay(
  work: Work,
  doing: FoiDoing & Sending,
  { until, reason }: { until: Day; reason: string },
): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'delay', async before => {
    if (until <= doing.today) return refuse(`延迟的期限 ${inChinese(until)}须在今天之后。`, 'Art 35')
    if (reason.trim() === '') return refuse('请写明为什么不能按期答复、需要延迟多久。', 'Art 35')
    const letter = delayLetter(await factsOf(before, doing, doing.today), { until, reason })
    return { tells: { kind: 'delayed', on: doing.today, until, reason }, letters: [letter] }
  })
}
