import type { Work } from '../../../platform/work.ts'
import { type Calendar, NoticeMissing, workdaysBetween } from '../../../statute/calendar.ts'
import type { Day } from '../../../statute/day.ts'
import { clockOfRequest } from '../../clock-of-request.ts'
import type { FoiEvent, FoiEventKind } from '../../events.ts'
import { eventsOfMany } from '../../store/history.ts'
import type { DueView } from '../../view.ts'

/** What moves the clock: all that is fetched to know when many are due. */
const moving: readonly FoiEventKind[] = [
  ...(['received', 'correctionAsked', 'corrected', 'opinionSought', 'opinionReceived'] as const),
  ...(['extended', 'feeNotified', 'paid', 'delayed', 'answered', 'closed'] as const),
]

/** As of which day, by which calendar. */
export interface AsOf {
  readonly asOf: Day
  readonly calendar: Calendar
}

interface Known extends AsOf {
  readonly version: number
  readonly due: DueView
}

/**
 * Dues that were computed once. A due day follows from the history (its version), the day and the calendar alone, so
 * that nothing here can go stale; it saves fetching thousands of histories to put a page of them in order.
 */
const known = new Map<string, Known>()
const mostKnown = 100_000

/** When each of these requests is due, by its id. */
export async function duesOf(
  work: Work,
  ones: readonly { readonly id: string; readonly version: number }[],
  at: AsOf,
): Promise<Map<string, DueView>> {
  const found = new Map<string, DueView>()
  const unknown = ones.filter(({ id, version }) => {
    const before = known.get(id)
    if (before?.version !== version || before.asOf !== at.asOf || before.calendar !== at.calendar) return true
    found.set(id, before.due)
    return false
  })
  if (unknown.length === 0) return found
  if (known.size + unknown.length > mostKnown) known.clear()
  const histories = await eventsOfMany(
    work,
    unknown.map(({ id }) => id),
    moving,
  )
  for (const { id, version } of unknown) {
    const due = dueView(histories.get(id) ?? [], null, at)
    found.set(id, due)
    known.set(id, { ...at, version, due })
  }
  return found
}

/** When an answer is due by this history; nothing is known where a year's notice is not loaded. */
export function dueView(
  events: readonly FoiEvent[],
  outcomeOn: Day | null,
  { asOf, calendar }: AsOf,
): DueView {
  try {
    const { state, due } = clockOfRequest(events, { outcomeOn }, { asOf, calendar })
    return { state, due, workdaysLeft: due === null ? null : workdaysLeft(due, { asOf, calendar }) }
  } catch (cause) {
    if (cause instanceof NoticeMissing) return { state: 'running', due: null, workdaysLeft: null }
    throw cause
  }
}

/** Working days after today up to the due day; those since it, negative, where it is past. @throws NoticeMissing */
export function workdaysLeft(due: Day, { asOf, calendar }: AsOf): number {
  return due >= asOf ? workdaysBetween(calendar, asOf, due) : -workdaysBetween(calendar, due, asOf)
}
