import { type Actor, holds, type Role, takenBy } from '../office/roles.ts'
import type { Day } from '../statute/day.ts'
import { inChinese } from '../statute/day.ts'
import { type Refusal, refuse } from '../statute/refusal.ts'
import { type FoiStanding, type FoiState, foiStateLabel } from './standing.ts'

/** What may be done with a request; each is a line of the table below. */
export const foiSteps = [
  ...(['receive', 'assign', 'handOver', 'askForCorrection', 'receiveCorrection', 'lapse'] as const),
  ...(['seekOpinion', 'receiveOpinion', 'weigh', 'proposeExtension', 'declineExtension', 'extend'] as const),
  ...([
    'askForReasons',
    'receiveReasons',
    'delay',
    'hintTransfer',
    'notifyFee',
    'receivePayment',
    'closeUnpaid',
  ] as const),
  ...(['draft', 'check', 'sendBack', 'consent', 'answer', 'serve', 'withdraw'] as const),
  ...(['note', 'attach', 'submit', 'rate', 'lodgeRemedy', 'noteRemedy', 'decideRemedy'] as const),
  ...(['openRound', 'proposePublication', 'decidePublication'] as const),
] as const
export type FoiStep = (typeof foiSteps)[number]

/** One line of the table: what may be done, from which states, by whom, under which article. */
export interface FoiStepLine {
  readonly step: FoiStep
  readonly label: string
  readonly from: readonly FoiState[]
  readonly roles: readonly Role[]
  /** May the applicant do it from the tracking page? */
  readonly applicant: boolean
  readonly law: string
}

const atWork: readonly FoiState[] = ['received', 'assigned']
const beforeAnswer: readonly FoiState[] = [
  ...atWork,
  ...(['awaitingCorrection', 'awaitingPayment', 'drafted', 'checked', 'consented'] as const),
]
const afterAnswer: readonly FoiState[] = ['answered', 'served']
const decided: readonly FoiState[] = [...afterAnswer, 'ended']
const always: readonly FoiState[] = ['arrived', ...beforeAnswer, ...decided]
const office: readonly Role[] = ['officer']
const handlers: readonly Role[] = ['officer', 'departmentOfficer']
const everybody: readonly Role[] = [...handlers, 'coordinator', 'head']

interface Rest {
  readonly from: readonly FoiState[]
  readonly by: readonly Role[]
  readonly law: string
  readonly applicant?: boolean
}

const line = (step: FoiStep, label: string, { from, by, law, applicant = false }: Rest): FoiStepLine => ({
  step,
  label,
  from,
  roles: by,
  applicant,
  law,
})

/** What may happen to a request, by whom, from which state, under which article: the button, the route and the test ask this table. */
export const foiStepTable: readonly FoiStepLine[] = [
  line('receive', '确认收到', { from: ['arrived'], by: office, law: 'Art 31' }),
  line('assign', '交办', { from: atWork, by: ['officer', 'coordinator'], law: 'Art 33' }),
  line('handOver', '移交经办人', { from: beforeAnswer, by: everybody, law: 'Art 45' }),
  line('askForCorrection', '通知补正', { from: atWork, by: office, law: 'Art 30' }),
  line('receiveCorrection', '登记补正', {
    ...{ from: ['awaitingCorrection'], by: office, law: 'Art 30', applicant: true },
  }),
  line('lapse', '逾期不补正，不再处理', { from: ['awaitingCorrection'], by: office, law: 'Art 30' }),
  line('seekOpinion', '征求意见', { from: atWork, by: handlers, law: 'Art 32' }),
  line('receiveOpinion', '登记意见', { from: beforeAnswer, by: handlers, law: 'Art 32' }),
  line('weigh', '审查第三方意见', { from: atWork, by: handlers, law: 'Art 32' }),
  line('proposeExtension', '提请延长', { from: atWork, by: handlers, law: 'Art 33' }),
  line('declineExtension', '不同意延长', { from: beforeAnswer, by: ['head'], law: 'Art 33' }),
  line('extend', '同意延长', { from: beforeAnswer, by: ['head'], law: 'Art 33' }),
  line('askForReasons', '要求说明理由', { from: atWork, by: office, law: 'Art 35' }),
  line('receiveReasons', '登记说明的理由', { from: atWork, by: office, law: 'Art 35', applicant: true }),
  line('delay', '确定延迟答复的期限', { from: atWork, by: office, law: 'Art 35' }),
  line('hintTransfer', '告知向其他机关申请', { from: atWork, by: office, law: 'Art 36' }),
  line('notifyFee', '通知缴费', { from: atWork, by: office, law: 'Art 42' }),
  line('receivePayment', '登记缴费', { from: ['awaitingPayment'], by: office, law: 'Art 42' }),
  line('closeUnpaid', '逾期不缴费，不再处理', {
    ...{ from: ['awaitingPayment'], by: office, law: '国办函〔2020〕109号' },
  }),
  line('draft', '拟稿', { from: atWork, by: handlers, law: 'Art 36' }),
  line('check', '审核通过', { from: ['drafted'], by: ['coordinator'], law: 'Art 36' }),
  line('sendBack', '退回', {
    ...{ from: ['drafted', 'checked', 'consented'], by: ['coordinator', 'head'], law: 'Art 36' },
  }),
  line('consent', '同意答复', { from: ['checked'], by: ['head'], law: 'Art 36' }),
  line('answer', '答复', { from: ['consented'], by: office, law: 'Art 36' }),
  line('serve', '登记送达', { from: ['answered'], by: office, law: 'Art 40', applicant: true }),
  line('withdraw', '登记撤回', {
    ...{ from: ['arrived', ...beforeAnswer], by: office, law: 'Art 33', applicant: true },
  }),
  line('note', '备注', { from: always, by: everybody, law: 'Art 45' }),
  line('attach', '附材料', { from: always, by: everybody, law: 'Art 45', applicant: true }),
  line('submit', '提交说明', { from: always, by: [], law: 'Art 29', applicant: true }),
  line('rate', '评价', { from: decided, by: [], law: 'Art 46', applicant: true }),
  line('lodgeRemedy', '登记复议或者诉讼', { from: always, by: office, law: 'Art 51' }),
  line('noteRemedy', '记录复议或者诉讼进展', { from: always, by: office, law: 'Art 51' }),
  line('decideRemedy', '登记复议或者诉讼结果', { from: always, by: office, law: 'Art 51' }),
  line('openRound', '重新办理', { from: always, by: office, law: 'Art 51' }),
  line('proposePublication', '建议主动公开', {
    ...{ from: afterAnswer, by: handlers, law: 'Art 44', applicant: true },
  }),
  line('decidePublication', '决定是否主动公开', { from: afterAnswer, by: ['head'], law: 'Art 44' }),
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
  /** Has the one who asks shown the tracking code of this request? */
  readonly asApplicant?: boolean | undefined
}

/** Why this step may not be done now by this person; undefined where it may. The clock's own refusals come on top. */
export function refusalOfFoi(
  step: FoiStep,
  situation: FoiSituation,
  actor: Actor,
  today: Day,
): Refusal | undefined {
  const line = lineOfFoiStep(step)
  const { label, roles, applicant, from, law } = line
  const mine = situation.asApplicant === true && applicant
  if (!mine && !roles.some(role => holds(actor, role, situation.agency))) {
    return refuse(roles.length === 0 ? `“${label}”由申请人办理。` : takenBy(line), law)
  }
  const { state } = situation.standing
  if (!from.includes(state)) {
    const states = from.map(each => foiStateLabel[each]).join('、')
    return refuse(`“${label}”只能在申请处于“${states}”时办理，现在是“${foiStateLabel[state]}”。`, law)
  }
  return refusalOfFacts(step, situation.standing, actor, today)
}

function refusalOfFacts(step: FoiStep, standing: FoiStanding, actor: Actor, today: Day): Refusal | undefined {
  const { correction, fee } = standing
  switch (step) {
    case 'askForCorrection':
      return correction === null
        ? undefined
        : refuse('补正只能通知一次。补正后仍不明确的，按“补正后申请内容仍不明确”答复。', 'Art 30')
    case 'lapse':
      return correction !== null && today <= correction.answerBy
        ? refuse(`补正期限到 ${inChinese(correction.answerBy)}，尚未届满。`, 'Art 30')
        : undefined
    case 'closeUnpaid':
      return fee !== null && today <= fee.payBy
        ? refuse(`缴费期限到 ${inChinese(fee.payBy)}，尚未届满。`, '国办函〔2020〕109号')
        : undefined
    case 'check':
    case 'consent':
      return standing.draft?.by === actor.id ? refuse('自己拟的稿须由他人审核和同意。', 'Art 36') : undefined
    default:
      return refusalOfWaiting(step, standing) ?? refusalAfterwards(step, standing)
  }
}

/** What waits for a third party, a co-maker, the head or the applicant. */
function refusalOfWaiting(step: FoiStep, standing: FoiStanding): Refusal | undefined {
  const { opinions, extensionProposed, reasons } = standing
  switch (step) {
    case 'receiveOpinion':
      return opinions.length === 0 ? refuse('没有正在等待的意见。', 'Art 32') : undefined
    case 'weigh':
      return unweighed(standing).length === 0 ? refuse('没有尚未审查的第三方反对意见。', 'Art 32') : undefined
    case 'extend':
    case 'declineExtension':
      return extensionProposed === null ? refuse('还没有人提请延长。', 'Art 33') : undefined
    case 'proposeExtension':
      return extensionProposed === null ? undefined : refuse('已提请延长，正在等待负责人同意。', 'Art 33')
    case 'askForReasons':
      return reasons === null ? undefined : refuse('已要求申请人说明理由。', 'Art 35')
    case 'receiveReasons':
      return reasons === null || reasons.given
        ? refuse('没有正在等待申请人说明的理由。', 'Art 35')
        : undefined
    case 'delay':
      return reasons?.given === true
        ? undefined
        : refuse('申请人说明理由并且理由合理的，才能确定延迟答复的期限。', 'Art 35')
    case 'draft':
      return opinions.length > 0
        ? refuse(
            `正在等待${opinions.map(({ of }) => of).join('、')}的意见；收到意见或期限届满后再拟稿。`,
            'Art 32',
          )
        : refusalOfUnweighed(standing)
    default:
      return undefined
  }
}

/** Third parties whose objection has not been looked at, Art. 32. */
export function unweighed({ objections, findings }: FoiStanding): string[] {
  return objections.filter(of => findings[of] === undefined)
}

function refusalOfUnweighed(standing: FoiStanding): Refusal | undefined {
  const open = unweighed(standing)
  return open.length === 0
    ? undefined
    : refuse(`${open.join('、')}不同意公开；先审查其理由是否合理、公共利益是否更为重要，再拟稿。`, 'Art 32')
}

/** What comes after the decision. */
function refusalAfterwards(step: FoiStep, standing: FoiStanding): Refusal | undefined {
  const { remedies, mustAnswerAgain, publication, rated } = standing
  switch (step) {
    case 'decideRemedy':
    case 'noteRemedy':
      return remedies.length === 0 ? refuse('没有登记过复议或者诉讼。', 'Art 51') : undefined
    case 'openRound':
      return mustAnswerAgain ? undefined : refuse('没有责令重新答复的复议决定或者判决。', 'Art 51')
    case 'proposePublication':
      return publication === 'none' ? undefined : refuse('已有主动公开的建议或者决定。', 'Art 44')
    case 'decidePublication':
      return publication === 'decided' ? refuse('已决定是否主动公开。', 'Art 44') : undefined
    case 'rate':
      return rated ? refuse('已经评价过，每件申请评价一次。', 'Art 46') : undefined
    default:
      return undefined
  }
}
