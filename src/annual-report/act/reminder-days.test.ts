import { expect, test } from 'vitest'
import { theCalendar } from '../../statute/calendar.ts'
import { addDays, dayOf } from '../../statute/day.ts'
import { isReminderDay } from './reminder-days.ts'

const cases = [
  {
    due: '2026-01-31',
    on: ['2026-01-21', '2026-01-26', '2026-01-30', '2026-02-02', '2026-02-05', '2026-02-10'],
  },
  // 21 January 2024 was a Sunday, so the Friday before; 10 February began the Spring Festival, which a working Sunday ends.
  {
    due: '2024-01-31',
    on: ['2024-01-19', '2024-01-26', '2024-01-30', '2024-02-01', '2024-02-05', '2024-02-18'],
  },
  {
    due: '2026-03-31',
    on: ['2026-03-20', '2026-03-26', '2026-03-30', '2026-04-01', '2026-04-07', '2026-04-10'],
  },
]

test.each(cases)('reminders for what is due on $due', ({ due, on }) => {
  const found = []
  for (let day = addDays(dayOf(due), -25); day < addDays(dayOf(due), 25); day = addDays(day, 1)) {
    if (isReminderDay(theCalendar, day, dayOf(due))) found.push(day)
  }
  expect(found).toEqual(on)
})
