import type { Calendar } from '../statute/calendar.ts'
import type { Day } from '../statute/day.ts'
import { type ClockProof, clockOf } from './clock.ts'
import type { ClockEvent } from './clock-events.ts'
import type { FoiEvent } from './events.ts'
import type { FoiStanding } from './standing.ts'

/** What of a request's history moves its clock. */
export function clockEvents(events: readonly FoiEvent[]): ClockEvent[] {
  return events.flatMap((event): ClockEvent[] => {
    switch (event.kind) {
      case 'received':
      case 'corrected':
      case 'feeNotified':
      case 'paid':
        return [{ kind: event.kind, on: event.on }]
      case 'correctionAsked':
        return [{ kind: event.kind, on: event.on, answerBy: event.answerBy }]
      case 'opinionSought':
      case 'opinionReceived':
        return [{ kind: event.kind, on: event.on, of: event.of }]
      case 'delayed':
        return [{ kind: event.kind, on: event.on, until: event.until }]
      case 'extended':
        return [{ kind: event.kind, on: event.on, workdays: event.workdays }]
      default:
        return []
    }
  })
}

/** The clock of a request as of a day; it stops on the day of the decision. @throws NoticeMissing */
export function clockOfRequest(
  events: readonly FoiEvent[],
  { outcomeOn }: Pick<FoiStanding, 'outcomeOn'>,
  { asOf, calendar }: { readonly asOf: Day; readonly calendar: Calendar },
): ClockProof {
  const until = outcomeOn !== null && outcomeOn < asOf ? outcomeOn : asOf
  return clockOf(clockEvents(events), until, calendar)
}
