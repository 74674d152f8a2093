import { isWorkday, NoticeMissing, theCalendar } from '../../statute/calendar.ts'
import { addDays, type Day, weekdayOf } from '../../statute/day.ts'

/** The day itself, or the next on which offices work; where a year's notice is missing, weekends alone are off. */
export function workdayFrom(on: Day): Day {
  for (let day = on; ; day = addDays(day, 1)) if (works(day)) return day
}

function works(on: Day): boolean {
  try {
    return isWorkday(theCalendar, on)
  } catch (cause) {
    if (cause instanceof NoticeMissing) return weekdayOf(on) !== 0 && weekdayOf(on) !== 6
    throw cause
  }
}

/** A moment of that day between nine and seventeen o'clock in the office's time zone. */
export function momentOn(day: Day, turn: number): string {
  const minutes = 65 + ((turn * 37) % 460)
  const hour = String(Math.floor(minutes / 60)).padStart(2, '0')
  return `${day}T${hour}:${String(minutes % 60).padStart(2, '0')}:00.000Z`
}

/** One of these, in turn. */
export function pick<T>(list: readonly [T, ...T[]] | readonly T[], turn: number): T {
  const found = list[((turn % list.length) + list.length) % list.length]
  if (found === undefined) throw new RangeError('nothing to choose from')
  return found
}
