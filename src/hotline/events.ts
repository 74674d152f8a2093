import type { DemandType, Urgency } from './demand.ts'
import type { Limit } from './limits.ts'

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

/** What an event of a demand says beside its kind. */
interface Told {
  readonly registered: { readonly type: DemandType; readonly urgency: Urgency }
  /** Answered at once, without a unit; `words` are what the caller was told. */
  readonly answered: { readonly words: string }
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
  readonly fedBack: { readonly words: string; readonly resolution: Resolution }
  /** What the caller said of how it was handled and of what came of it; null where he was not reached. */
  readonly calledBack: {
    readonly handling: Satisfaction | null
    readonly result: Satisfaction | null
    readonly words: string
  }
  readonly closed: object
  readonly reopened: { readonly reason: string; readonly limit: Limit }
  readonly urged: { readonly words: string }
  readonly noted: { readonly words: string }
  readonly withdrawn: { readonly reason: string }
}

/** The kinds of events, in the order in which a demand usually meets them. */
export type DemandEventKind = keyof Told

/** What happened to a demand, and when; times are counted from `at`. */
export type DemandEvent<K extends DemandEventKind = DemandEventKind> = {
  [Kind in K]: Told[Kind] & {
    readonly kind: Kind
    readonly at: string
    readonly by: string
    readonly byName: string
  }
}[K]

/** What an act tells of the event that it appends; who and when are added by the act itself. */
export type ToldDemandEvent<K extends DemandEventKind = DemandEventKind> = {
  [Kind in K]: Told[Kind] & { readonly kind: Kind }
}[K]

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
  fedBack: '反馈',
  calledBack: '回访',
  closed: '办结',
  reopened: '重办',
  urged: '催办',
  noted: '备注',
  withdrawn: '撤回',
} as const satisfies Record<DemandEventKind, string>
