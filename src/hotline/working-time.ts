import { type Calendar, isWorkday, workdaysBetween } from '../statute/calendar.ts'
import { type Day, fromDayNumber } from '../statute/day.ts'

/** Hours on duty of a working day, in minutes since midnight, in order: 08:30–12:00 and 13:30–17:30. */
export type Hours = readonly { readonly from: number; readonly to: number }[]

/** Hours on duty until a setting says otherwise. */
export const usualHours: Hours = [
  { from: 8 * 60 + 30, to: 12 * 60 },
  { from: 13 * 60 + 30, to: 17 * 60 + 30 },
]

/** Hours on duty with the day from which they hold. */
export interface HoursFrom {
  readonly from: Day
  readonly hours: Hours
}

/**
 * By what time is counted: the working days of the State, and the hours on duty of each, in the order of their days; the
 * first hold before their day too. New hours hold from a day on, so that no minute that was counted changes.
 */
export interface WorkingTime {
  readonly calendar: Calendar
  readonly hours: readonly HoursFrom[]
}

/** The hours on duty of a day. */
export function hoursOn(hours: readonly HoursFrom[], on: Day): Hours {
  return (hours.findLast(({ from }) => from <= on) ?? hours[0])?.hours ?? usualHours
}

const minutesOfDay = 24 * 60
/** The office's clock is eight hours before UTC all year. */
const offset = 8 * 60

/** The minute of a moment since 1970-01-01 00:00 in the office's time zone; seconds are dropped. */
export function minuteOf(moment: string): number {
  return Math.floor(Date.parse(moment) / 60_000) + offset
}

/** The moment at which this minute begins: the inverse of `minuteOf`. */
export function momentOf(minute: number): string {
  return new Date((minute - offset) * 60_000).toISOString()
}

/** The day of a minute. */
export function dayOfMinute(minute: number): Day {
  return fromDayNumber(Math.floor(minute / minutesOfDay))
}

/** The minute at which the day after that of this minute begins. */
export function nextMidnight(minute: number): number {
  return (Math.floor(minute / minutesOfDay) + 1) * minutesOfDay
}

/** How many minutes are on duty in a working day. */
export function minutesOnDuty(hours: Hours): number {
  return hours.reduce((sum, { from, to }) => sum + to - from, 0)
}

/** How many working minutes lie from one minute to another, the last not included; none where it is not later. @throws NoticeMissing */
export function workingMinutes(time: WorkingTime, from: number, to: number): number {
  if (to <= from) return 0
  const [first, last] = [dayOfMinute(from), dayOfMinute(to)]
  return wholeDays(time, first, last) - onDutyUpTo(time, from, first) + onDutyUpTo(time, to, last)
}

/** The minutes on duty of the days from one to another, the last not included. */
function wholeDays({ calendar, hours }: WorkingTime, first: Day, last: Day): number {
  return hours.reduce((sum, { from, hours: each }, place) => {
    const begin = place === 0 || from < first ? first : from
    const next = hours[place + 1]?.from
    const end = next === undefined || next > last ? last : next
    return begin < end ? sum + workdaysFrom(calendar, begin, end) * minutesOnDuty(each) : sum
  }, 0)
}

/** The working days from one day to another, the first included, the last not. */
function workdaysFrom(calendar: Calendar, first: Day, last: Day): number {
  const worked = (on: Day) => (isWorkday(calendar, on) ? 1 : 0)
  return workdaysBetween(calendar, first, last) + worked(first) - worked(last)
}

function onDutyUpTo({ calendar, hours }: WorkingTime, minute: number, on: Day): number {
  return isWorkday(calendar, on) ? onDutyBefore(hoursOn(hours, on), minute % minutesOfDay) : 0
}

/** How many minutes of duty have passed at this minute of a working day. */
function onDutyBefore(hours: Hours, minute: number): number {
  return hours.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, minute) - from), 0)
}

/** The minute at which so many working minutes have passed since another: the end of the last of them. @throws NoticeMissing */
export function afterWorkingMinutes(time: WorkingTime, from: number, minutes: number): number {
  let [at, left] = [from, minutes]
  for (;;) {
    const midnight = nextMidnight(at)
    const today = workingMinutes(time, at, midnight)
    if (left <= today) return withinDay(hoursOn(time.hours, dayOfMinute(at)), at, left)
    left -= today
    at = midnight
  }
}

/** The minute of the day of `at` at which so many more of its minutes of duty have passed. */
function withinDay(hours: Hours, at: number, minutes: number): number {
  if (minutes === 0) return at
  const midnight = at - (at % minutesOfDay)
  let left = minutes
  for (const { from, to } of hours) {
    const start = Math.max(from, at % minutesOfDay)
    const there = Math.max(0, to - start)
    if (left <= there) return midnight + start + left
    left -= there
  }
  throw new RangeError('the day has fewer minutes of duty')
}
