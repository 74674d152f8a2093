import { type Actor, holds } from '../../office/roles.ts'
import type { Day } from '../../statute/day.ts'
import type { Demand } from '../demand.ts'
import type { DemandEvent } from '../events.ts'
import { type DemandStanding, endStates } from '../standing.ts'

/** What somebody opened: who calls, a photo or file of a confidential demand, the recording of a call. */
export const lookKinds = ['caller', 'paper', 'recording'] as const
export type LookKind = (typeof lookKinds)[number]

/** The look as the record calls it. */
export const lookKindLabel = {
  caller: '查看来电人',
  paper: '查看保密诉求的照片和文件',
  recording: '听取录音',
} as const satisfies Record<LookKind, string>

/** What bound somebody to a demand when he looked. */
export const lookBonds = ['handled', 'call', 'unit', 'callBack', 'dispute'] as const
export type LookBond = (typeof lookBonds)[number]

/** The bond as the record calls it. */
export const lookBondLabel = {
  handled: '登记或者办理过',
  call: '接听的来电',
  unit: '由其单位承办',
  callBack: '等待回访',
  dispute: '等待裁定',
} as const satisfies Record<LookBond, string>

/** What a look without cause is, as it stands at the number. */
export const causelessWords =
  '没有经办关系：查看时，本人没有登记或者办理过这件诉求，没有接听这通来电，它也不在本人的待办之中（承办单位在办、回访员待回访、督办员待裁定），并且查看以后 24 小时内本人也没有办理它。'

/** What a number looked up without cause is, as it stands at the number. */
export const idleNumberWords =
  '没有登记的号码：话务员输入号码，看到了这个号码以前的诉求，但当天没有接听它的来电，也没有登记或者办理它的诉求。'

/** What bound this person to the demand at the moment of the look; null where nothing did. */
export function bondOf(
  about: {
    readonly demand: Pick<Demand, 'agency'>
    readonly standing: Pick<DemandStanding, 'state' | 'unit'>
    readonly events: readonly Pick<DemandEvent, 'by'>[]
    /** Did this person answer the call of which the demand came? */
    readonly tookCall: boolean
  },
  person: Actor,
): LookBond | null {
  const { demand, standing, events, tookCall } = about
  const { state, unit } = standing
  if (events.some(({ by }) => by === person.id)) return 'handled'
  if (tookCall) return 'call'
  if (unit !== null && holds(person, 'handlingUnit', unit) && !endStates.includes(state)) return 'unit'
  if (state === 'fedBack' && holds(person, 'callbackAgent', demand.agency)) return 'callBack'
  return state === 'disputed' && holds(person, 'supervisor', demand.agency) ? 'dispute' : null
}

/** By which rules the looks of one person on one day are unusual. */
export const lookRules = ['causeless', 'hour', 'numbers'] as const
export type LookRule = (typeof lookRules)[number]

/** The rule as a notice says it, with its bound. */
export const lookRuleWords = {
  causeless: (bound: number) => `一天内没有经办关系的查看达到 ${bound} 次`,
  hour: (bound: number) => `一小时内查看达到 ${bound} 次`,
  numbers: (bound: number) => `一天内没有登记的号码达到 ${bound} 个`,
} as const satisfies Record<LookRule, (bound: number) => string>

/** From how many looks or numbers on they are unusual. */
export type LookBounds = Readonly<Record<LookRule, number>>

/** The looks of one person in a span. */
export interface LookSum {
  readonly person: string
  readonly personName: string
  readonly agency: string
  readonly looks: number
  readonly causeless: number
  readonly confidential: number
  readonly confidentialCauseless: number
  /** The most looks without cause on one day, the most looks in an hour. */
  readonly causelessOnDay: number
  readonly inHour: number
  /** Numbers whose earlier demands he looked up, and those of them that led to nothing; the most of these on one day. */
  readonly numbers: number
  readonly idleNumbers: number
  readonly idleOnDay: number
}

/** By which rules the looks of somebody are unusual. */
export function unusualBy(sum: LookSum, bounds: LookBounds): LookRule[] {
  const reached = { causeless: sum.causelessOnDay, hour: sum.inHour, numbers: sum.idleOnDay }
  return lookRules.filter(rule => reached[rule] >= bounds[rule])
}

/** One look. */
export interface LookLine {
  readonly id: number
  readonly person: string
  readonly personName: string
  readonly kind: LookKind
  /** Null where a recording was heard of a call that led to no demand. */
  readonly demand: string | null
  readonly number: string | null
  readonly confidential: boolean
  readonly bond: LookBond | null
  /** Did he act on the demand within 24 hours after? */
  readonly actedAfter: boolean
  readonly reason: string
  readonly at: string
}

/** What the supervisors are told of unusual looks. */
export interface LookNotice {
  readonly id: string
  readonly agency: string
  readonly person: string
  readonly personName: string
  readonly on: Day
  readonly rule: LookRule
  /** How many there are by now, and from how many on it is told. */
  readonly counted: number
  readonly bound: number
  readonly raisedAt: string
  readonly noticedAt: string | null
  readonly noticedByName: string | null
  readonly words: string | null
}
