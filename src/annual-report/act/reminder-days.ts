import { type Calendar, isWorkday } from '../../statute/calendar.ts'
import { addDays, type Day } from '../../statute/day.ts'

/** How many days before and after the last day an agency without a published report is reminded. */
export const reminderDays = [10, 5, 1] as const

/**
 * Is this a day for reminders of a report due on that day? A day before the due day that is no working day moves back to
 * the last working day, one after it moves on to the next. @throws NoticeMissing
 */
export function isReminderDay(calendar: Calendar, today: Day, due: Day): boolean {
  if (!isWorkday(calendar, today)) return false
  return reminderDays.some(
    days =>
      moved(calendar, addDays(due, -days), -1) === today || moved(calendar, addDays(due, days), 1) === today,
  )
}

function moved(calendar: Calendar, on: Day, step: 1 | -1): Day {
  return isWorkday(calendar, on) ? on : moved(calendar, addDays(on, step), step)
}
