import { type Day, dayOf, inChinese } from '../../../statute/day.ts'
import type { Refusal } from '../../../statute/refusal.ts'
import type { ClockProof } from '../../clock.ts'
import type { FoiRequest } from '../../request.ts'
import type { FoiStanding } from '../../standing.ts'
import type { FoiStep } from '../../steps.ts'
import type { Paper } from '../../store/papers.ts'
import type { PublicLine } from '../../timeline.ts'
import type { LetterLine } from '../../view.ts'

/** What the applicant sees behind the tracking code. */
export interface TrackView {
  readonly request: FoiRequest
  readonly agencyName: string
  readonly standing: FoiStanding
  readonly clock: ClockProof | null
  readonly timeline: readonly PublicLine[]
  readonly letters: readonly LetterLine[]
  readonly papers: readonly Paper[]
  /** What the applicant may do now. */
  readonly may: ReadonlySet<FoiStep>
  readonly today: Day
  readonly contact: string
  readonly refused?: RefusedTry | undefined
}

/** Letters that go to others than the applicant. */
export const toOthers: readonly string[] = ['thirdParty', 'coMaker', 'thirdPartyTold']

/** What was tried and refused, with what was typed, so that nothing is lost. */
export interface RefusedTry {
  readonly step: string
  readonly refusal: Refusal
  readonly typed: Readonly<Record<string, string>>
}

/** Where the request stands and what comes next, in a sentence with its date. */
export function nextWords({ standing, clock, request, today }: TrackView): string {
  const due = clock?.due ?? null
  switch (standing.state) {
    case 'arrived':
      return `申请于 ${inChinese(request.arrivedOn)}送达。受理机关正在与您确认收到，确认之日为收到之日。`
    case 'awaitingCorrection': {
      const by = standing.correction?.answerBy
      return by === undefined
        ? '等待您补正。'
        : `请在 ${inChinese(by)}前补正；答复期限自收到补正之日起重新计算。`
    }
    case 'awaitingPayment': {
      const { yuan = 0, payBy } = standing.fee ?? {}
      return `请在 ${payBy === undefined ? '通知的期限' : inChinese(payBy)}前缴纳信息处理费 ${yuan} 元。`
    }
    case 'answered':
      return '已作出答复，请在下面查看或者下载答复。'
    case 'served':
      return '已答复并送达。'
    case 'ended':
      return '已不再处理，原因见下面的告知书。'
    default:
      if (clock === null) return '正在办理。答复期限跨入下一年，待国务院办公厅公布放假安排后显示具体日期。'
      if (due === null) return '正在征求第三方或者其他机关的意见，这段时间不计入答复期限。'
      return due < today
        ? `答复期限 ${inChinese(due)}已过，机关尚未答复。您可以联系受理机关，也可以依法申请行政复议。`
        : `正在办理，将在 ${inChinese(dayOf(due))}前答复。`
  }
}
