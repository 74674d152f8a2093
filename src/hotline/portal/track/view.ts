import type { Refusal } from '../../../statute/refusal.ts'
import type { LimitClock } from '../../clock.ts'
import type { Demand } from '../../demand.ts'
import type { DemandPaper } from '../../papers/paper.ts'
import type { DemandStanding } from '../../standing.ts'
import type { DemandStep } from '../../steps.ts'
import type { TrackedLine } from '../../tracking/timeline.ts'

/** A step that was refused: what was typed stays in its form. */
export interface RefusedTry {
  readonly step: string
  readonly refusal: Refusal
  readonly typed: Readonly<Record<string, string>>
}

/** A demand as its caller follows it. */
export interface TrackView {
  readonly demand: Demand
  readonly standing: DemandStanding
  readonly agencyName: string
  readonly where: string
  /** Since when nobody has it in hand; null while somebody has. */
  readonly nobodysSince: string | null
  readonly clock: LimitClock
  readonly timeline: readonly TrackedLine[]
  readonly papers: readonly DemandPaper[]
  readonly may: ReadonlySet<DemandStep>
  readonly refused: RefusedTry | undefined
}
