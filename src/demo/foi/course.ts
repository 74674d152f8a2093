import type { FoiDoing, FoiDone } from '../../foi/act/act.ts'
import type { Sending } from '../../foi/act/sending.ts'
import type { Person, RemedyResult, RemedyRoute } from '../../foi/events.ts'
import type { Role } from '../../office/roles.ts'
import type { Work } from '../../platform/work.ts'
import { isWorkday, NoticeMissing, theCalendar, workdayAfter } from '../../statute/calendar.ts'
import { addDays, type Day } from '../../statute/day.ts'

/** Who does it: a role of the agency, or the applicant by the tracking code. */
type Doer = Role | 'applicant'

/** What an act is told with: whoever handles requests in the departments can be named as handler. */
export type Telling = FoiDoing & Sending & { readonly handler: Person }

/** One act of a request's story. */
export interface Act {
  readonly on: Day
  readonly by: Doer
  readonly tell: (work: Work, doing: Telling) => Promise<FoiDone>
}

/** A request's story as it is written, working day by working day; nothing is written after the day of the telling. */
export class Course {
  readonly acts: Act[] = []
  readonly until: Day
  /** Remedies against the decision, with the day on which each was decided. */
  readonly remedies: {
    readonly route: RemedyRoute
    readonly result: RemedyResult
    readonly decidedOn: Day
  }[] = []
  /** The day of the decision, or of the end without one. */
  endedOn: Day | undefined
  private day: Day
  private over = false

  constructor(start: Day, until: Day) {
    this.day = start
    this.until = until
  }

  get on(): Day {
    return this.day
  }

  /** Some working days later. */
  wait(workdays: number): this {
    return this.move(() => workdayAfter(theCalendar, this.day, workdays))
  }

  /** The first working day that is not before this one. */
  notBefore(day: Day | undefined): this {
    return day === undefined || day <= this.day ? this : this.move(() => firstWorkday(day))
  }

  act(by: Doer, tell: Act['tell']): this {
    if (!this.over && this.day <= this.until) this.acts.push({ on: this.day, by, tell })
    return this
  }

  /** The act that decides. */
  end(by: Doer, tell: Act['tell']): this {
    this.endedOn = this.over ? undefined : this.day
    return this.act(by, tell)
  }

  /** Days of a year without its notice are not told. */
  private move(to: () => Day): this {
    if (this.over) return this
    try {
      this.day = to()
    } catch (cause) {
      if (!(cause instanceof NoticeMissing)) throw cause
      this.over = true
    }
    return this
  }
}

/** The day itself, or the first working day after it. */
export function firstWorkday(day: Day): Day {
  return isWorkday(theCalendar, day) ? day : firstWorkday(addDays(day, 1))
}
