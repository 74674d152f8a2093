import type { Happened, ToldOf } from '../office/acts/happened.ts'
import type { Day } from '../statute/day.ts'
import type { Outcome, WithheldGround } from '../statute/taxonomy.ts'
import type { ServingWay } from './request.ts'

/** Whose opinion is sought: a third party's, Art. 32, or that of an agency that made the information too, Art. 34. */
export type OpinionParty = 'thirdParty' | 'coMaker'

/** What the party said; silence of a third party leaves it to the agency, of a co-maker is consent. */
export type OpinionAnswer = 'consents' | 'objects' | 'silent'

/** By what the information-processing fee is reckoned, 109号: one basis a request, never both. */
export type FeeBasis = 'pieces' | 'pages'

/** A part that is withheld while the rest is given, Art. 37: what it is, and its ground. */
export interface WithheldPart {
  readonly what: string
  readonly ground: WithheldGround
}

/** What is decided and why: proposed by the draft, frozen by the answer. */
export interface Decision {
  readonly outcome: Outcome
  readonly reasoning: string
  /** With `partlyGranted`, each part that is not given. */
  readonly parts?: readonly WithheldPart[] | undefined
  /** With `granted`, where it is already public, Art. 36 (1); empty where it is given with the answer. */
  readonly publicAt?: string | undefined
  /** With `unavailable.notHeld`, the agency whose information it is, Art. 36 (5). */
  readonly rightAgency?: string | undefined
  /** With `unavailable.notHeld`, that it exists but is another agency's, though it is not known whose. */
  readonly notOurs?: boolean | undefined
}

/** What the office finds of a third party's objection, Art. 32: reasonable, not, or outweighed by the public interest. */
export const objectionFindings = ['reasonable', 'unreasonable', 'outweighed'] as const
export type ObjectionFinding = (typeof objectionFindings)[number]

/** What the applicant says from the tracking page; the office answers each by a step of its own. */
export const submissionKinds = ['correction', 'payment', 'reasons', 'review', 'other'] as const
export type SubmissionKind = (typeof submissionKinds)[number]

/** How a decision is contested: the three groups of table 4. */
export const remedyRoutes = ['reconsideration', 'litigationDirect', 'litigationAfterReconsideration'] as const
export type RemedyRoute = (typeof remedyRoutes)[number]

/** How it ended: the columns of table 4; what has not ended is 尚未审结. */
export const remedyResults = ['upheld', 'corrected', 'other'] as const
export type RemedyResult = (typeof remedyResults)[number]

/** What an event of a request says beside its kind. */
interface Told {
  readonly arrived: object
  /** Art. 31: the day, and the postmark, signed slip or confirmation that proves it. */
  readonly received: { readonly evidence: string }
  readonly assigned: {
    readonly department: string
    readonly limit: Day
    /** The person who handles it; absent where the department has not said. */
    readonly handler?: Person | undefined
  }
  readonly handedOver: { readonly to: Person; readonly reason: string }
  readonly correctionAsked: { readonly answerBy: Day; readonly reason: string }
  readonly corrected: { readonly description: string }
  readonly opinionSought: { readonly of: string; readonly party: OpinionParty; readonly answerBy: Day }
  readonly opinionReceived: { readonly of: string; readonly answer: OpinionAnswer; readonly words: string }
  readonly extensionProposed: { readonly workdays: number; readonly reason: string }
  readonly extensionDeclined: { readonly reason: string }
  readonly extended: { readonly workdays: number; readonly reason: string }
  readonly weighed: { readonly of: string; readonly finding: ObjectionFinding; readonly reason: string }
  readonly reasonsAsked: { readonly answerBy: Day; readonly reason: string }
  readonly reasonsGiven: { readonly words: string }
  /** Art. 35: reasonable, but not answerable in time: by when it will be. */
  readonly delayed: { readonly until: Day; readonly reason: string }
  readonly feeNotified: {
    readonly basis: FeeBasis
    readonly count: number
    readonly yuan: number
    readonly payBy: Day
  }
  readonly paid: object
  readonly drafted: Decision
  readonly checked: object
  readonly returned: { readonly reason: string }
  readonly consented: object
  readonly answered: Decision & { readonly letter: string }
  readonly served: { readonly way: ServingWay; readonly proof: string }
  readonly closed: { readonly outcome: Outcome; readonly reason: string }
  readonly noted: { readonly text: string }
  readonly attached: { readonly paper: string; readonly name: string; readonly open: boolean }
  readonly submitted: { readonly about: SubmissionKind; readonly words: string }
  readonly rated: { readonly score: number; readonly words: string }
  readonly remedyLodged: {
    readonly remedy: string
    readonly route: RemedyRoute
    /** Who decides: 复议机关 or the court. */
    readonly body: string
    /** Its number there. */
    readonly reference: string
  }
  readonly remedyDecided: {
    readonly remedy: string
    readonly result: RemedyResult
    readonly words: string
    /** Must the office answer again? */
    readonly answerAgain: boolean
  }
  readonly remedyNoted: { readonly remedy: string; readonly text: string }
  readonly roundOpened: { readonly request: string; readonly number: string }
  /** Art. 36 (5): told early that another agency has it; the answer still follows. */
  readonly transferHinted: { readonly agency: string; readonly contact: string }
  readonly publicationProposed: { readonly reason: string }
  readonly publicationDecided: {
    readonly publish: boolean
    readonly reason: string
    readonly title: string
    readonly text: string
  }
}

/** A person of the office. */
export interface Person {
  readonly id: string
  readonly name: string
}

/** The kinds of events, in the order in which a request usually meets them. */
export type FoiEventKind = keyof Told

interface OnDay {
  readonly on: Day
}

/** What happened to a request; `on` is the day that counts in law, `at` the moment of writing it down. */
export type FoiEvent<K extends FoiEventKind = FoiEventKind> = Happened<Told, K, OnDay>

/** What an act tells of the event that it appends; who and when are added by the act itself. */
export type ToldEvent<K extends FoiEventKind = FoiEventKind> = ToldOf<Told, K, OnDay>

/** The event as the timeline calls it. */
export const foiEventLabel = {
  arrived: '收件',
  received: '确认收到申请',
  assigned: '交办',
  handedOver: '移交经办人',
  correctionAsked: '通知补正',
  corrected: '收到补正',
  opinionSought: '征求意见',
  opinionReceived: '收到意见',
  extensionProposed: '提请延长答复期限',
  extensionDeclined: '不同意延长',
  extended: '延长答复期限',
  weighed: '审查第三方意见',
  reasonsAsked: '要求说明理由',
  reasonsGiven: '收到说明的理由',
  delayed: '确定延迟答复的合理期限',
  feeNotified: '通知缴纳信息处理费',
  paid: '已缴费',
  drafted: '拟稿',
  checked: '审核通过',
  returned: '退回',
  consented: '负责人同意',
  answered: '答复',
  served: '送达',
  closed: '不再处理',
  noted: '备注',
  attached: '附材料',
  submitted: '申请人提交',
  rated: '申请人评价',
  remedyLodged: '被申请复议或者被起诉',
  remedyDecided: '复议或者诉讼审结',
  remedyNoted: '复议或者诉讼记事',
  roundOpened: '重新办理',
  transferHinted: '告知向其他机关申请',
  publicationProposed: '建议主动公开',
  publicationDecided: '决定是否主动公开',
} as const satisfies Record<FoiEventKind, string>
