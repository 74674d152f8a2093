import type { Day } from '../statute/day.ts'

/** The ways by which a request comes in, Art. 29 and 31. */
export const channels = ['internet', 'counter', 'registeredPost', 'post', 'fax', 'oral'] as const
export type Channel = (typeof channels)[number]

/**
 * What fixes the day of receipt, Art. 31: what is handed in is received that day; what was signed for, on the day of
 * signing; an ordinary letter, what came by internet or fax, on the day that both sides confirm.
 */
export const receiptEvidence = {
  internet: { confirmed: true, words: '双方确认之日' },
  counter: { confirmed: false, words: '提交之日' },
  registeredPost: { confirmed: false, words: '签收之日' },
  post: { confirmed: true, words: '与申请人确认之日' },
  fax: { confirmed: true, words: '双方确认之日' },
  oral: { confirmed: false, words: '提出并核对记录之日' },
} as const satisfies Record<Channel, { readonly confirmed: boolean; readonly words: string }>

/** Who asks: the six columns of table 3 of the annual report. */
export const applicantKinds = [
  'naturalPerson',
  'business',
  'research',
  'charity',
  'legalService',
  'other',
] as const
export type ApplicantKind = (typeof applicantKinds)[number]

/** The forms in which information is given, Art. 40. */
export const givingForms = ['paper', 'electronic', 'onTheSpot'] as const
export type GivingForm = (typeof givingForms)[number]

/** How an answer reaches the applicant. */
export const servingWays = ['internet', 'post', 'counter'] as const
export type ServingWay = (typeof servingWays)[number]

/** What is not anybody's personal data: what the office works on and the register lists. */
export interface FoiRequest {
  readonly id: string
  /** 〔2026〕第7号 of its agency; given at registration, never reused. */
  readonly number: string
  readonly agency: string
  readonly channel: Channel
  readonly applicantKind: ApplicantKind
  /** What is asked for, Art. 29 (2). */
  readonly description: string
  readonly givingForm: GivingForm
  readonly servingWay: ServingWay
  /** The day on which it arrived; receipt in the sense of Art. 31 may be later. */
  readonly arrivedOn: Day
  /** The request that this one answers again, by order of a reconsideration or a court. */
  readonly roundOf?: string | null | undefined
}

/** For what a paper of a request is kept. */
export const paperPurposes = ['identity', 'authority', 'application', 'working', 'given'] as const
export type PaperPurpose = (typeof paperPurposes)[number]

/** The purpose as the case page calls it. */
export const paperPurposeLabel = {
  identity: '身份证明',
  authority: '代理授权材料',
  application: '申请材料',
  working: '办理材料',
  given: '提供给申请人的信息',
} as const satisfies Record<PaperPurpose, string>

/** The channel as the register calls it. */
export const channelLabel = {
  internet: '网上申请',
  counter: '当面提交',
  registeredPost: '挂号信、特快专递',
  post: '平常信函',
  fax: '传真',
  oral: '口头提出',
} as const satisfies Record<Channel, string>

/** Who asks, as table 3 calls its columns. */
export const applicantKindLabel = {
  naturalPerson: '自然人',
  business: '商业企业',
  research: '科研机构',
  charity: '社会公益组织',
  legalService: '法律服务机构',
  other: '其他',
} as const satisfies Record<ApplicantKind, string>

/** The form of giving, Art. 40. */
export const givingFormLabel = {
  paper: '纸质',
  electronic: '电子文件',
  onTheSpot: '当场阅览、抄录',
} as const satisfies Record<GivingForm, string>

/** The way of serving. */
export const servingWayLabel = {
  internet: '网上获取',
  post: '邮寄',
  counter: '自行领取',
} as const satisfies Record<ServingWay, string>

/** Who asks, Art. 29 (1): kept encrypted, shown masked, opened with a reason. */
export interface Applicant {
  readonly name: string
  /** 身份证件 or 统一社会信用代码. */
  readonly document: string
  readonly contact: string
  readonly address: string
  /** Who acts for the applicant, and by what authority. */
  readonly agent: { readonly name: string; readonly document: string; readonly authority: string } | null
}
