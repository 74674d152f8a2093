import type { Day } from '../../statute/day.ts'
import type { Connection } from '../doors/call.ts'
import type { DemandState } from '../standing.ts'
import type { FigureCounts } from './count.ts'

/** A unit in the ranking of the wallboard, by the demands registered in the seven days before. */
export interface RankedUnit {
  readonly unit: string
  readonly name: string
  readonly figures: FigureCounts
}

/** What the wallboard 大屏 shows of a moment. */
export interface WallboardView {
  readonly asOf: string
  readonly today: Day
  /** The seven days before today, both days included. */
  readonly week: { readonly from: Day; readonly until: Day }
  readonly figuresToday: FigureCounts
  readonly figuresWeek: FigureCounts
  readonly queues: readonly { readonly state: DemandState; readonly count: number; readonly late: number }[]
  /** Those past their limit for longest. */
  readonly late: readonly {
    readonly id: string
    readonly number: string
    readonly subject: string
    readonly unitName: string | null
    readonly dueAt: string
  }[]
  /** The calls of today, where an exchange tells of them. */
  readonly calls: Connection
  readonly units: readonly RankedUnit[]
}

/** Units with the most overdue first; among equals who feeds back less on time, then who has more. */
export function ranked(units: readonly RankedUnit[]): RankedUnit[] {
  const onTime = ({ figures: { onTimeRate } }: RankedUnit) =>
    onTimeRate.denominator === null || onTimeRate.denominator === 0
      ? 1
      : onTimeRate.numerator / onTimeRate.denominator
  const of = (unit: RankedUnit, figure: 'overdue' | 'dispatched') => unit.figures[figure].numerator
  return units
    .filter(unit => unit.unit !== '' && of(unit, 'dispatched') > 0)
    .toSorted(
      (a, b) =>
        of(b, 'overdue') - of(a, 'overdue') ||
        onTime(a) - onTime(b) ||
        of(b, 'dispatched') - of(a, 'dispatched'),
    )
}
