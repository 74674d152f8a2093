import { currentCalendar } from '../../office/calendars.ts'
import type { Work } from '../../platform/work.ts'
import { type Calendar, NoticeMissing } from '../../statute/calendar.ts'
import { clockOfRequest } from '../clock-of-request.ts'
import type { FoiEvent } from '../events.ts'
import type { FoiStanding } from '../standing.ts'

/** In how many counted working days an answer was given, and when it was due on that day; null before the answer. */
export interface AnsweredIn {
  readonly answered_workdays: number | null
  readonly answered_due: string | null
}

const notAnswered: AnsweredIn = { answered_workdays: null, answered_due: null }

/** Read off the clock on the day of the answer; null too for a year whose notice is not loaded. */
export async function answeredIn(
  work: Work,
  events: readonly FoiEvent[],
  standing: FoiStanding,
): Promise<AnsweredIn> {
  return answeredBy(await currentCalendar(work), events, standing)
}

/** The same by a calendar that is at hand. */
export function answeredBy(
  calendar: Calendar,
  events: readonly FoiEvent[],
  standing: FoiStanding,
): AnsweredIn {
  const answer = events.find(({ kind }) => kind === 'answered')
  if (answer === undefined) return notAnswered
  try {
    const { counted, due } = clockOfRequest(events, standing, { asOf: answer.on, calendar })
    return { answered_workdays: counted, answered_due: due }
  } catch (cause) {
    if (cause instanceof NoticeMissing) return notAnswered
    throw cause
  }
}
