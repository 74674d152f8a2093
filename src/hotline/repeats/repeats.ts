import type { DemandState } from '../standing.ts'

/** What comes again: a caller, a demand that units send back, one that was closed and opened again. */
export const repeatKinds = ['callers', 'returned', 'reopened'] as const
export type RepeatKind = (typeof repeatKinds)[number]

/** The kind as its list is called. */
export const repeatLabel = {
  callers: '重复来电',
  returned: '多次退单',
  reopened: '办结后重办',
} as const satisfies Record<RepeatKind, string>

/** From how many times in the period it stands in the list. */
export const repeatFrom = { callers: 3, returned: 2, reopened: 1 } as const satisfies Record<
  RepeatKind,
  number
>

/** A demand behind a line. */
export interface RepeatedDemand {
  readonly id: string
  readonly number: string
  /** Empty where the demand is confidential. */
  readonly subject: string
  readonly state: DemandState
}

/** A line: how often, and the latest demands behind it. A caller is never named here. */
export interface RepeatLine {
  readonly key: string
  readonly times: number
  readonly demands: readonly RepeatedDemand[]
}
