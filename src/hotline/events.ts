import type { Happened, ToldOf } from '../office/acts/happened.ts'
import type { Day } from '../statute/day.ts'
import type { DemandType, Urgency } from './demand.ts'
import type { Limit } from './limits.ts'
import type { Visit } from './visits/visit.ts'

/** How satisfied a caller is, in the five levels of the callback. */
export const satisfactions = [
  'verySatisfied',
  'satisfied',
  'basically',
  'dissatisfied',
  'veryDissatisfied',
] as const
export type Satisfaction = (typeof satisfactions)[number]

/** The level as it is asked. */
export const satisfactionLabel = {
  verySatisfied: '非常满意',
  satisfied: '满意',
  basically: '基本满意',
  dissatisfied: '不满意',
  veryDissatisfied: '非常不满意',
} as const satisfies Record<Satisfaction, string>

/** Is this level counted as satisfied? 满意率 counts satisfied and basically satisfied. */
export function isSatisfied(level: Satisfaction): boolean {
  return level !== 'dissatisfied' && level !== 'veryDissatisfied'
}

/** What came of it, as the unit says. */
export const resolutions = ['resolved', 'partly', 'explained', 'unresolved'] as const
export type Resolution = (typeof resolutions)[number]

/** The resolution as the ticket calls it. */
export const resolutionLabel = {
  resolved: '已解决',
  partly: '部分解决',
  explained: '已解释说明',
  unresolved: '未解决',
} as const satisfies Record<Resolution, string>

/** How hard it is pressed: by the hotline, by the supervisor, by the head of the office. */
export const urgeLevels = ['urge', 'supervise', 'escalate'] as const
export type UrgeLevel = (typeof urgeLevels)[number]

/** The level as the timeline calls it. */
export const urgeLevelLabel = {
  urge: '催办',
  supervise: '督办',
  escalate: '提级督办',
} as const satisfies Record<UrgeLevel, string>

/** By which way the callback asks. */
export const callBackWays = ['phone', 'sms', 'web'] as const
export type CallBackWay = (typeof callBackWays)[number]

/** The way as it is chosen. */
export const callBackWayLabel = {
  phone: '电话',
  sms: '短信',
  web: '网页',
} as const satisfies Record<CallBackWay, string>

/** Why a callback had no effect: nobody said how he finds it. */
export const callBackFailures = ['noAnswer', 'wrongNumber', 'declined', 'noNumber'] as const
export type CallBackFailure = (typeof callBackFailures)[number]

/** The reason as it is chosen. */
export const callBackFailureLabel = {
  noAnswer: '无人接听',
  wrongNumber: '号码有误',
  declined: '不愿评价',
  noNumber: '没有联系方式',
} as const satisfies Record<CallBackFailure, string>

/** What an event of a demand says beside its kind. */
interface Told {
  /**
   * `imported` names the file and the row of an older system from which it was taken over; `received` is the day on which a
   * letter or message came that was typed in later.
   */
  readonly registered: {
    readonly type: DemandType
    readonly urgency: Urgency
    readonly imported?: string | undefined
    readonly received?: Day | undefined
  }
  /** Answered at once, without a unit; `words` are what the caller was told. */
  readonly answered: {
    readonly words: string
    readonly following?: string | undefined
    /** The entry of the knowledge base that was used. */
    readonly entry?: string | undefined
  }
  readonly dispatched: { readonly unit: string; readonly limit: Limit; readonly basis: string }
  readonly signed: object
  /** A return names its reason and, where the unit knows, who is responsible. */
  readonly returned: { readonly reason: string; readonly responsible: string }
  readonly returnRefused: { readonly reason: string }
  /** The supervisor's decision after a second return: it binds, and nobody returns again. */
  readonly arbitrated: { readonly unit: string; readonly limit: Limit; readonly reason: string }
  readonly extensionAsked: { readonly workdays: number; readonly reason: string }
  readonly extended: { readonly workdays: number; readonly reason: string }
  readonly extensionDeclined: { readonly reason: string }
  readonly suspended: { readonly reason: string }
  readonly resumed: { readonly reason: string }
  /** Named by the hotline: units that work on it beside the one that leads. */
  readonly coHandled: { readonly units: readonly string[]; readonly words: string }
  /** What a co-handler says of its part, to the unit that leads. */
  readonly partGiven: { readonly unit: string; readonly words: string }
  readonly coHandlerReleased: { readonly unit: string; readonly reason: string }
  /** It says the same as another one and follows it; `into` is the id of that one. */
  readonly merged: Merging & { readonly reason: string }
  /** Another demand follows this one from here on, and here it does so no longer. */
  readonly mergedIn: Merging
  readonly unmerged: Merging & { readonly reason: string }
  readonly unmergedFrom: Merging & { readonly reason: string }
  /** What a leader wrote on it; `dueOn` is the day by which he wants to be told. */
  readonly instructed: { readonly leader: string; readonly words: string; readonly dueOn: Day | null }
  /** What he is told; `instruction` is the number of the event that holds his words. */
  readonly instructionAnswered: { readonly instruction: number; readonly words: string }
  /** Somebody of a unit that works on it was at the place. */
  readonly visited: Visit & { readonly unit: string }
  readonly limitChanged: { readonly limit: Limit; readonly reason: string }
  /**
   * `callBack` says whether the caller is to be asked, by the sampling rules of that day; `following` is the number of the
   * demand whose feedback it is, where this one followed it.
   */
  readonly fedBack: {
    readonly words: string
    readonly resolution: Resolution
    readonly callBack?: boolean | undefined
    readonly following?: string | undefined
    /** Which kinds of personal data its words hold, said to be checked by who sent it. */
    readonly checked?: readonly string[] | undefined
  }
  /** What the caller said of how it was handled and of what came of it; null where he said nothing, and `failure` why. */
  readonly calledBack: {
    readonly handling: Satisfaction | null
    readonly result: Satisfaction | null
    readonly words: string
    readonly way?: CallBackWay | undefined
    readonly failure?: CallBackFailure | undefined
  }
  /** `explained` is what a caller who was dissatisfied was told of why nothing more is done. */
  readonly closed: { readonly explained?: string | undefined }
  readonly reopened: { readonly reason: string; readonly limit: Limit }
  readonly urged: { readonly words: string; readonly level?: UrgeLevel | undefined }
  readonly noted: { readonly words: string }
  readonly withdrawn: { readonly reason: string }
  /** It asks for government information and is a request for it from here on. */
  readonly converted: Conversion & { readonly reason: string }
  /** It was lodged as a request for information and is none, Art. 39. */
  readonly convertedFrom: Conversion
}

/** The other demand of a merging. */
interface Merging {
  readonly other: string
  readonly otherNumber: string
}

/** The request for information of a conversion. */
interface Conversion {
  readonly request: string
  readonly requestNumber: string
}

/** The kinds of events, in the order in which a demand usually meets them. */
export type DemandEventKind = keyof Told

/** By this the events are known that callers tell themselves. */
export const callerId = 'caller'

/** What happened to a demand, and when; times are counted from `at`. */
export type DemandEvent<K extends DemandEventKind = DemandEventKind> = Happened<Told, K>

/** What an act tells of the event that it appends; who and when are added by the act itself. */
export type ToldDemandEvent<K extends DemandEventKind = DemandEventKind> = ToldOf<Told, K>

/** The event as the timeline calls it. */
export const demandEventLabel = {
  registered: '登记',
  answered: '直接答复',
  dispatched: '派单',
  signed: '签收',
  returned: '退单',
  returnRefused: '不同意退单',
  arbitrated: '裁定承办单位',
  extensionAsked: '申请延期',
  extended: '同意延期',
  extensionDeclined: '不同意延期',
  suspended: '中止',
  resumed: '恢复办理',
  coHandled: '会办',
  partGiven: '会办意见',
  coHandlerReleased: '取消会办',
  merged: '合并',
  mergedIn: '并入诉求',
  unmerged: '撤销合并',
  unmergedFrom: '撤销并入',
  instructed: '领导批示',
  instructionAnswered: '批示办理反馈',
  visited: '现场核查',
  limitChanged: '调整期限',
  fedBack: '反馈',
  calledBack: '回访',
  closed: '办结',
  reopened: '重办',
  urged: '催办',
  noted: '备注',
  withdrawn: '撤回',
  converted: '转为信息公开申请',
  convertedFrom: '由信息公开申请转来',
} as const satisfies Record<DemandEventKind, string>
