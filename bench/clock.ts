import { clockOf } from '../src/foi/clock.ts'
import type { ClockEvent } from '../src/foi/clock-events.ts'
import { theCalendar } from '../src/statute/calendar.ts'
import { addDays, dayOf } from '../src/statute/day.ts'

/** Requests over two years: how many clocks a second, with and without the proof. */
export async function run(): Promise<void> {
  const asOf = dayOf('2024-12-31')
  const cases = Array.from({ length: 50_000 }, (_, at): ClockEvent[] => {
    const on = addDays(dayOf('2023-01-03'), at % 660)
    const asked = addDays(on, 2)
    return [
      { kind: 'received', on },
      { kind: 'opinionSought', on: asked, of: '第三方' },
      { kind: 'opinionReceived', on: addDays(asked, at % 20), of: '第三方' },
      { kind: 'extended', on: addDays(on, 10), workdays: 1 + (at % 20) },
    ]
  })
  const measure = (work: (events: ClockEvent[]) => unknown) => {
    const started = performance.now()
    for (const events of cases) work(events)
    return Math.round(cases.length / ((performance.now() - started) / 1000))
  }
  measure(events => clockOf(events, asOf, theCalendar))
  const due = measure(events => clockOf(events, asOf, theCalendar))
  const proof = measure(events => clockOf(events, asOf, theCalendar).days.length)
  console.table([
    { what: 'state, due day, count', 'clocks a second': due, 'against 50,000': (due / 50_000).toFixed(2) },
    {
      what: 'with the proof day by day',
      'clocks a second': proof,
      'against 50,000': (proof / 50_000).toFixed(2),
    },
  ])
}
