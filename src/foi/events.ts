import type { Day } from '../statute/day.ts'
import type { Outcome } from '../statute/taxonomy.ts'
import type { ServingWay } from './request.ts'

/** Whose opinion is sought: a third party's, Art. 32, or that of an agency that made the information too, Art. 34. */
export type OpinionParty = 'thirdParty' | 'coMaker'

/** What the party said; silence of a third party leaves it to the agency, of a co-maker is consent. */
export type OpinionAnswer = 'consents' | 'objects' | 'silent'

/** By what the information-processing fee is reckoned, 109号: one basis a request, never both. */
export type FeeBasis = 'pieces' | 'pages'

/** What an event of a request says beside its kind. */
interface Told {
  readonly arrived: object
  /** Art. 31: the day, and the postmark, signed slip or confirmation that proves it. */
  readonly received: { readonly evidence: string }
  readonly assigned: { readonly department: string; readonly limit: Day }
  readonly correctionAsked: { readonly answerBy: Day; readonly reason: string }
  readonly corrected: { readonly description: string }
  readonly opinionSought: { readonly of: string; readonly party: OpinionParty; readonly answerBy: Day }
  readonly opinionReceived: { readonly of: string; readonly answer: OpinionAnswer; readonly words: string }
  readonly extensionProposed: { readonly workdays: number; readonly reason: string }
  readonly extensionDeclined: { readonly reason: string }
  readonly extended: { readonly workdays: number; readonly reason: string }
  readonly feeNotified: {
    readonly basis: FeeBasis
    readonly count: number
    readonly yuan: number
    readonly payBy: Day
  }
  readonly paid: object
  readonly drafted: { readonly outcome: Outcome; readonly reasoning: string }
  readonly checked: object
  readonly returned: { readonly reason: string }
  readonly consented: object
  readonly answered: { readonly outcome: Outcome; readonly reasoning: string; readonly letter: string }
  readonly served: { readonly way: ServingWay; readonly proof: string }
  readonly closed: { readonly outcome: Outcome; readonly reason: string }
  readonly noted: { readonly text: string }
}

/** The kinds of events, in the order in which a request usually meets them. */
export type FoiEventKind = keyof Told

/** What happened to a request; `on` is the day that counts in law, `at` the moment of writing it down. */
export type FoiEvent<K extends FoiEventKind = FoiEventKind> = {
  [Kind in K]: Told[Kind] & {
    readonly kind: Kind
    readonly on: Day
    readonly at: string
    readonly by: string
    readonly byName: string
  }
}[K]

/** What an act tells of the event that it appends; who and when are added by the act itself. */
export type ToldEvent<K extends FoiEventKind = FoiEventKind> = {
  [Kind in K]: Told[Kind] & { readonly kind: Kind; readonly on: Day }
}[K]

/** The event as the timeline calls it. */
export const foiEventLabel = {
  arrived: '收件',
  received: '确认收到申请',
  assigned: '交办',
  correctionAsked: '通知补正',
  corrected: '收到补正',
  opinionSought: '征求意见',
  opinionReceived: '收到意见',
  extensionProposed: '提请延长答复期限',
  extensionDeclined: '不同意延长',
  extended: '延长答复期限',
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
} as const satisfies Record<FoiEventKind, string>
