import { type Actor, holds, type Role, roleLabel } from '../office/roles.ts'
import type { Day } from '../statute/day.ts'
import { inChinese } from '../statute/day.ts'
import { type Refusal, refuse } from '../statute/refusal.ts'
import { type FoiStanding, type FoiState, foiStateLabel } from './standing.ts'

/** What may be done with a request; each is a line of the table below. */
export const foiSteps = [
  ...(['receive', 'assign', 'askForCorrection', 'receiveCorrection', 'lapse', 'seekOpinion'] as const),
  ...([
    'receiveOpinion',
    'proposeExtension',
    'declineExtension',
    'extend',
    'notifyFee',
    'receivePayment',
  ] as const),
  ...([
    'closeUnpaid',
    'draft',
    'check',
    'sendBack',
    'consent',
    'answer',
    'serve',
    'withdraw',
    'note',
  ] as const),
] as const
export type FoiStep = (typeof foiSteps)[number]

/** One line of the table: what may be done, from which states, by whom, under which article. */
export interface FoiStepLine {
  readonly step: FoiStep
  readonly label: string
  readonly from: readonly FoiState[]
  readonly roles: readonly Role[]
  readonly law: string
}

const atWork: readonly FoiState[] = ['received', 'assigned']
const beforeAnswer: readonly FoiState[] = [
  ...atWork,
  ...(['awaitingCorrection', 'awaitingPayment', 'drafted', 'checked', 'consented'] as const),
]
const office: readonly Role[] = ['officer']
const handlers: readonly Role[] = ['officer', 'departmentOfficer']

const line = (
  step: FoiStep,
  label: string,
  { from, by, law }: { from: readonly FoiState[]; by: readonly Role[]; law: string },
): FoiStepLine => ({ step, label, from, roles: by, law })

/** What may happen to a request, by whom, from which state, under which article: the button, the route and the test ask this table. */
export const foiStepTable: readonly FoiStepLine[] = [
  line('receive', '确认收到', { from: ['arrived'], by: office, law: 'Art 31' }),
  line('assign', '交办', { from: atWork, by: ['officer', 'coordinator'], law: 'Art 33' }),
  line('askForCorrection', '通知补正', { from: atWork, by: office, law: 'Art 30' }),
  line('receiveCorrection', '登记补正', { from: ['awaitingCorrection'], by: office, law: 'Art 30' }),
  line('lapse', '逾期不补正，不再处理', { from: ['awaitingCorrection'], by: office, law: 'Art 30' }),
  line('seekOpinion', '征求意见', { from: atWork, by: handlers, law: 'Art 32' }),
  line('receiveOpinion', '登记意见', { from: beforeAnswer, by: handlers, law: 'Art 32' }),
  line('proposeExtension', '提请延长', { from: atWork, by: handlers, law: 'Art 33' }),
  line('declineExtension', '不同意延长', { from: beforeAnswer, by: ['head'], law: 'Art 33' }),
  line('extend', '同意延长', { from: beforeAnswer, by: ['head'], law: 'Art 33' }),
  line('notifyFee', '通知缴费', { from: atWork, by: office, law: 'Art 42' }),
  line('receivePayment', '登记缴费', { from: ['awaitingPayment'], by: office, law: 'Art 42' }),
  line('closeUnpaid', '逾期不缴费，不再处理', {
    from: ['awaitingPayment'],
    by: office,
    law: '国办函〔2020〕109号',
  }),
  line('draft', '拟稿', { from: atWork, by: handlers, law: 'Art 36' }),
  line('check', '审核通过', { from: ['drafted'], by: ['coordinator'], law: 'Art 36' }),
  line('sendBack', '退回', {
    from: ['drafted', 'checked', 'consented'],
    by: ['coordinator', 'head'],
    law: 'Art 36',
  }),
  line('consent', '同意答复', { from: ['checked'], by: ['head'], law: 'Art 36' }),
  line('answer', '答复', { from: ['consented'], by: office, law: 'Art 36' }),
  line('serve', '登记送达', { from: ['answered'], by: office, law: 'Art 40' }),
  line('withdraw', '登记撤回', { from: ['arrived', ...beforeAnswer], by: office, law: 'Art 33' }),
  line('note', '备注', {
    from: [...beforeAnswer, 'arrived', 'answered', 'served', 'ended'],
    by: [...handlers, 'coordinator', 'head'],
    law: 'Art 45',
  }),
]

/** The line of a step. */
export function lineOfFoiStep(step: FoiStep): FoiStepLine {
  const found = foiStepTable.find(each => each.step === step)
  if (found === undefined) throw new RangeError(`no such step: ${step}`)
  return found
}

/** What a step is asked of. */
export interface FoiSituation {
  readonly agency: string
  readonly standing: FoiStanding
}

/** Why this step may not be done now by this person; undefined where it may. The clock's own refusals come on top. */
export function refusalOfFoi(
  step: FoiStep,
  situation: FoiSituation,
  actor: Actor,
  today: Day,
): Refusal | undefined {
  const { label, roles, from, law } = lineOfFoiStep(step)
  if (!roles.some(role => holds(actor, role, situation.agency))) {
    return refuse(`“${label}”由本机关的${roles.map(role => roleLabel[role]).join('或')}办理。`, law)
  }
  const { state } = situation.standing
  if (!from.includes(state)) {
    const states = from.map(each => foiStateLabel[each]).join('、')
    return refuse(`“${label}”只能在申请处于“${states}”时办理，现在是“${foiStateLabel[state]}”。`, law)
  }
  return refusalOfFacts(step, situation.standing, actor, today)
}

function refusalOfFacts(step: FoiStep, standing: FoiStanding, actor: Actor, today: Day): Refusal | undefined {
  const { correction, opinions, extensionProposed, fee, draft } = standing
  switch (step) {
    case 'askForCorrection':
      return correction === null
        ? undefined
        : refuse('补正只能通知一次。补正后仍不明确的，按“补正后申请内容仍不明确”答复。', 'Art 30')
    case 'lapse':
      return correction !== null && today <= correction.answerBy
        ? refuse(`补正期限到 ${inChinese(correction.answerBy)}，尚未届满。`, 'Art 30')
        : undefined
    case 'receiveOpinion':
      return opinions.length === 0 ? refuse('没有正在等待的意见。', 'Art 32') : undefined
    case 'extend':
    case 'declineExtension':
      return extensionProposed === null ? refuse('还没有人提请延长。', 'Art 33') : undefined
    case 'proposeExtension':
      return extensionProposed === null ? undefined : refuse('已提请延长，正在等待负责人同意。', 'Art 33')
    case 'closeUnpaid':
      return fee !== null && today <= fee.payBy
        ? refuse(`缴费期限到 ${inChinese(fee.payBy)}，尚未届满。`, '国办函〔2020〕109号')
        : undefined
    case 'draft':
      return opinions.length > 0
        ? refuse(
            `正在等待${opinions.map(({ of }) => of).join('、')}的意见；收到意见或期限届满后再拟稿。`,
            'Art 32',
          )
        : undefined
    case 'check':
    case 'consent':
      return draft?.by === actor.id ? refuse('自己拟的稿须由他人审核和同意。', 'Art 36') : undefined
    default:
      return undefined
  }
}
