import { type Day, dayOf } from '../statute/day.ts'

const office = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' })

/** A moment, ISO 8601 in UTC. */
export type Instant = string

/** This moment. */
export function now(): Instant {
  return new Date().toISOString()
}

/** The day in the office's time zone; `GONGKAI_TODAY` sets another for rehearsals and tests. */
export function today(): Day {
  return dayOf(process.env.GONGKAI_TODAY ?? office.format(new Date()))
}

/** This moment, on the day that `today` tells: what is timed to the minute follows a rehearsal too. */
export function momentToday(): Instant {
  const time = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(11, 19)
  return instantOf(today(), time)
}

/** The moment so many seconds from now. */
export function inSeconds(seconds: number): Instant {
  return new Date(Date.now() + seconds * 1000).toISOString()
}

/** The moment at this time of day, `09:30:00`, on a day of the office. */
export function instantOf(on: Day, time: string): Instant {
  return new Date(`${on}T${time}+08:00`).toISOString()
}
