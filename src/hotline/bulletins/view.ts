import type { Day } from '../../statute/day.ts'
import type { BulletinContent, BulletinWords } from './content.ts'
import type { BulletinEvent, BulletinStanding, BulletinState, BulletinStep } from './course.ts'
import type { Field } from './fields.ts'
import type { BulletinKind, Span } from './period.ts'
import type { BulletinTable } from './tables.ts'

/** A line of the list of bulletins. */
export interface BulletinLine {
  readonly id: string
  readonly kind: BulletinKind
  readonly from: Day
  readonly until: Day
  readonly hotlineName: string
  readonly state: BulletinState
  readonly edition: number
  readonly publishedAt: string | null
}

/** A bulletin as the staff work on it. */
export interface BulletinView {
  readonly id: string
  readonly hotline: string
  readonly kind: BulletinKind
  readonly span: Span
  readonly standing: BulletinStanding
  readonly events: readonly BulletinEvent[]
  readonly draft: {
    readonly version: number
    readonly cutOff: Day
    readonly words: BulletinWords
    readonly topics: readonly {
      readonly title: string
      readonly place: string
      readonly demands: readonly string[]
    }[]
  }
  readonly content: BulletinContent
  readonly tables: readonly BulletinTable[]
  readonly fields: readonly Field[]
  readonly editions: readonly {
    readonly edition: number
    readonly restated: string
    readonly hash: string
    readonly approvedAt: string
    readonly publishedAt: string | null
  }[]
  readonly steps: readonly {
    readonly step: BulletinStep
    readonly label: string
    /** Why it may not be done now; null where it may. */
    readonly refusal: string | null
  }[]
}
