import type { Outcome, WithheldGround } from '../statute/taxonomy.ts'

/** A question that the law puts before an outcome; asked in this order. */
export interface LegalQuestion {
  readonly id: QuestionId
  readonly words: string
  readonly law: string
  /** The answer that settles the outcome. */
  readonly settles: 'yes' | 'no'
  readonly outcome: Outcome
}

/** The questions that are answered with yes or no, in their order. */
export const questionIds = [
  ...(['petition', 'publication', 'repeated', 'reconfirmation', 'abusive'] as const),
  ...(['clear', 'held', 'register', 'existing'] as const),
] as const
export type QuestionId = (typeof questionIds)[number]

const question = (
  id: QuestionId,
  words: string,
  rest: Pick<LegalQuestion, 'law' | 'settles' | 'outcome'>,
): LegalQuestion => ({ id, words, ...rest })

/** Arts 30, 35, 36, 38, 39: what is asked before any ground for withholding is looked at. */
export const legalQuestions: readonly LegalQuestion[] = [
  question('petition', '是否以申请公开的名义进行信访、投诉、举报？', {
    ...{ law: 'Art 39', settles: 'yes', outcome: { kind: 'unprocessed', ground: 'petition' } },
  }),
  question('publication', '是否要求提供政府公报、报刊、书籍等公开出版物？', {
    ...{ law: 'Art 39', settles: 'yes', outcome: { kind: 'unprocessed', ground: 'publication' } },
  }),
  question('repeated', '是否已就同一申请作出过答复，申请人重复申请？', {
    ...{ law: 'Art 36', settles: 'yes', outcome: { kind: 'unprocessed', ground: 'repeated' } },
  }),
  question('reconfirmation', '是否要求确认或者重新出具已经获取的信息？', {
    ...{ law: 'Art 36', settles: 'yes', outcome: { kind: 'unprocessed', ground: 'reconfirmation' } },
  }),
  question('abusive', '数量、频次是否明显超过合理范围，且说明的理由不合理？', {
    ...{ law: 'Art 35', settles: 'yes', outcome: { kind: 'unprocessed', ground: 'abusive' } },
  }),
  question('clear', '申请内容（补正后）是否明确？', {
    ...{ law: 'Art 30', settles: 'no', outcome: { kind: 'unavailable', ground: 'stillUnclear' } },
  }),
  question('held', '经检索，信息是否存在并由本机关负责公开？', {
    ...{ law: 'Art 36', settles: 'no', outcome: { kind: 'unavailable', ground: 'notHeld' } },
  }),
  question('register', '是否属于工商、不动产登记等另有查询办法的资料？', {
    ...{ law: 'Art 36', settles: 'yes', outcome: { kind: 'withheld', ground: 'administrativeInquiry' } },
  }),
  question('existing', '是否为现有信息，无需制作、加工、分析？', {
    ...{ law: 'Art 38', settles: 'no', outcome: { kind: 'unavailable', ground: 'needsCreation' } },
  }),
]

/** The articles of the grounds of Arts 14–16, one of which may withhold all or a part. */
export const groundLaw = {
  stateSecret: 'Art 14',
  otherLaw: 'Art 14',
  publicSafety: 'Art 14',
  thirdParty: 'Art 15',
  internalAffairs: 'Art 16',
  deliberative: 'Art 16',
  enforcementFile: 'Art 16',
  administrativeInquiry: 'Art 36',
} as const satisfies Record<WithheldGround, string>

/** What has been answered so far; `ground` null says that none applies. */
export interface LegalAnswers {
  readonly answered: Readonly<Partial<Record<QuestionId, 'yes' | 'no'>>>
  readonly ground?: WithheldGround | null
  /** Art. 37: can what may be disclosed be given without the rest? */
  readonly separable?: boolean
}

/** What is asked next, or the outcome that the answers propose; a person decides. */
export type Proposal =
  | { readonly kind: 'ask'; readonly question: LegalQuestion }
  | { readonly kind: 'askGround' }
  | { readonly kind: 'askSeparable' }
  | { readonly kind: 'propose'; readonly outcome: Outcome; readonly law: string }

/** Walks the questions in the order of the law to the first that settles the outcome. */
export function proposalOf({ answered, ground, separable }: LegalAnswers): Proposal {
  for (const one of legalQuestions) {
    const answer = answered[one.id]
    if (answer === undefined) return { kind: 'ask', question: one }
    if (answer === one.settles) return { kind: 'propose', outcome: one.outcome, law: one.law }
  }
  if (ground === undefined) return { kind: 'askGround' }
  if (ground === null) return { kind: 'propose', outcome: { kind: 'granted' }, law: 'Art 36' }
  if (separable === undefined) return { kind: 'askSeparable' }
  return separable
    ? { kind: 'propose', outcome: { kind: 'partlyGranted' }, law: 'Art 37' }
    : { kind: 'propose', outcome: { kind: 'withheld', ground }, law: groundLaw[ground] }
}
