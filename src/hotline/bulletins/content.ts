import type { Day } from '../../statute/day.ts'
import type { DemandChannel, DemandType } from '../demand.ts'
import type { FigureCounts } from '../figures/count.ts'
import type { Appraisal, Score } from './appraisal.ts'
import type { BulletinKind, Span } from './period.ts'

/** A unit in the ranking. */
export interface UnitLine extends Score {
  readonly unit: string
  readonly name: string
  /** Counties and departments are ranked apart. */
  readonly group: 'county' | 'department'
  readonly figures: FigureCounts
  /** Updates of the knowledge base; null where they are not counted. */
  readonly updates: number | null
  readonly rank: number | null
}

/** A hot topic, and what came of its demands. */
export interface TopicLine {
  readonly title: string
  /** The matter as it is kept now; undefined in bulletins from before it was noted. */
  readonly matter?: string | undefined
  readonly place: string
  readonly demands: number
  readonly callers: number
  readonly satisfied: number
  readonly evaluated: number
  /** The project that governs it; null where there is none. */
  readonly project: string | null
}

/** Units whose callers came again: the same person, the same unit, within the period. */
export interface RepeatedLine {
  readonly unit: string
  readonly name: string
  readonly callers: number
  readonly demands: number
}

/** Demands of a span within the trend. */
export interface TrendLine {
  /** The first day of the span. */
  readonly from: Day
  readonly figures: FigureCounts
}

/** An industry 行业, and the year before. */
export interface IndustryLine {
  readonly name: string
  /** By which it was counted; undefined in bulletins from before they were noted. */
  readonly words?: readonly string[] | undefined
  readonly demands: number
  readonly yearEarlier: number
}

/** All numbers of a bulletin, as at its cut-off. */
export interface BulletinNumbers {
  readonly kind: BulletinKind
  readonly span: Span
  readonly hotline: string
  readonly hotlineName: string
  /** ISO 8601 in UTC. */
  readonly asOf: string
  readonly whole: FigureCounts
  readonly before: FigureCounts
  readonly yearEarlier: FigureCounts
  /**
   * As at when the spans of before are counted: as many days after their end as this one, so that what was still open is
   * compared with what was still open. Undefined in bulletins from before they were.
   */
  readonly comparedAsOf?: { readonly before: string; readonly yearEarlier: string } | undefined
  /** What is still open, whenever it was registered: of this longer span. */
  readonly backlog: FigureCounts
  readonly backlogSpan: Span
  readonly types: readonly { readonly key: DemandType; readonly figures: FigureCounts }[]
  readonly channels: readonly { readonly key: DemandChannel; readonly figures: FigureCounts }[]
  /** By the county or town that the place names, empty where it names none; undefined in bulletins from before it was told. */
  readonly areas?: readonly { readonly key: string; readonly figures: FigureCounts }[] | undefined
  readonly units: readonly UnitLine[]
  readonly backlogs: readonly {
    readonly unit: string
    readonly name: string
    readonly figures: FigureCounts
  }[]
  readonly topics: readonly TopicLine[]
  readonly repeated: readonly RepeatedLine[]
  readonly trend: readonly TrendLine[]
  readonly industries: readonly IndustryLine[]
  readonly appraisal: Appraisal
}

/** A typical case 典型案例, chosen and written without anybody's personal data. */
export interface TypicalCase {
  /** The number of the demand, for the staff alone. */
  readonly number: string
  readonly title: string
  readonly words: string
}

/** A section of the prose; its words hold fields, {{total}}, that show numbers. */
export interface Section {
  readonly title: string
  readonly words: string
}

/** What people wrote of a bulletin. */
export interface BulletinWords {
  readonly sections: readonly Section[]
  readonly cases: readonly TypicalCase[]
}

/** A bulletin as it is approved and published: it never changes. */
export interface BulletinContent extends BulletinWords {
  readonly title: string
  readonly numbers: BulletinNumbers
}
