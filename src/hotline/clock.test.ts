import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { theCalendar } from '../statute/calendar.ts'
import { dayOf } from '../statute/day.ts'
import { type LimitEvent, limitClock } from './clock.ts'
import { limitOf } from './limits.ts'
import { afterWorkingMinutes, minuteOf, momentOf, usualHours, workingMinutes } from './working-time.ts'

const time = { calendar: theCalendar, hours: [{ from: dayOf('2000-01-01'), hours: usualHours }] }
/** 2026-01-16 is a Friday; 2026-02-14 and 02-28 are Saturdays that are worked, the Spring Festival lies between. */
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString()
const minute = (text: string) => minuteOf(at(text))

test.each([
  ['2026-01-16 08:30', '2026-01-16 12:00', 210, 'a morning'],
  ['2026-01-16 07:00', '2026-01-16 20:00', 450, 'a whole day'],
  ['2026-01-16 12:00', '2026-01-16 13:30', 0, 'noon'],
  ['2026-01-16 17:00', '2026-01-19 09:00', 60, 'over a weekend'],
  ['2026-01-17 09:00', '2026-01-18 18:00', 0, 'a weekend'],
  ['2026-02-13 17:30', '2026-02-14 17:30', 450, 'a Saturday that is worked'],
  ['2026-02-14 17:30', '2026-02-24 08:30', 0, 'the Spring Festival'],
  ['2026-01-19 09:00', '2026-01-16 09:00', 0, 'backwards'],
])('from %s to %s lie %i working minutes: %s', (from, to, minutes) => {
  expect(workingMinutes(time, minute(from), minute(to))).toBe(minutes)
})

test.each([
  ['2026-01-16 08:30', '2026-01-19 17:30', 450 + 360, 'a Friday of before and a Monday of after'],
  ['2026-01-15 08:30', '2026-01-16 17:30', 900, 'both before'],
  ['2026-01-19 08:00', '2026-01-20 17:30', 720, 'both after'],
])('hours on duty that change on a day change nothing that was counted: %s to %s', (from, to, minutes) => {
  const shorter = { from: dayOf('2026-01-19'), hours: [{ from: 9 * 60, to: 15 * 60 }] }
  const changed = { ...time, hours: [...time.hours, shorter] }
  expect(workingMinutes(changed, minute(from), minute(to))).toBe(minutes)
  expect(afterWorkingMinutes(changed, minute(from), minutes)).toBe(
    minute(
      to.replace('2026-01-19 17:30', '2026-01-19 15:00').replace('2026-01-20 17:30', '2026-01-20 15:00'),
    ),
  )
})

test('after so many working minutes exactly so many have passed, and not one minute earlier', () => {
  const start = integer({ min: minute('2024-01-01 00:00'), max: minute('2026-06-01 00:00') })
  assert(
    property(start, integer({ min: 1, max: 20_000 }), (from, minutes) => {
      const end = afterWorkingMinutes(time, from, minutes)
      expect(workingMinutes(time, from, end)).toBe(minutes)
      expect(workingMinutes(time, from, end - 1)).toBe(minutes - 1)
    }),
  )
})

const complaint = limitOf({ type: 'complaint', urgency: 'ordinary' })
const question = limitOf({ type: 'consultation', urgency: 'ordinary' })
const dispatched = (when: string, limit = question): LimitEvent => ({
  kind: 'dispatched',
  at: at(when),
  limit,
})

test.each([
  [
    'a question has three working days from the day after',
    [dispatched('2026-01-16 10:00')],
    '2026-01-21 17:30',
  ],
  [
    'a complaint has thirteen, holidays left out and worked Saturdays counted',
    [dispatched('2026-02-10 10:00', complaint)],
    '2026-03-05 17:30',
  ],
  [
    'danger is due the same day, also at night',
    [dispatched('2026-01-17 23:10', limitOf({ type: 'help', urgency: 'danger' }))],
    '2026-01-18 00:00',
  ],
  [
    'a suspension moves it by the working time that it took',
    [
      dispatched('2026-01-16 10:00'),
      { kind: 'suspended', at: at('2026-01-19 10:00') },
      { kind: 'resumed', at: at('2026-01-20 10:00') },
    ],
    '2026-01-22 17:30',
  ],
  [
    'a suspension on the day of the dispatch, of which no minute counts, moves nothing',
    [
      dispatched('2026-01-16 10:00'),
      { kind: 'suspended', at: at('2026-01-16 11:00') },
      { kind: 'resumed', at: at('2026-01-16 14:00') },
    ],
    '2026-01-21 17:30',
  ],
  [
    'a suspension that begins on that day moves it by what it took of the days after',
    [
      dispatched('2026-01-16 10:00'),
      { kind: 'suspended', at: at('2026-01-16 11:00') },
      { kind: 'resumed', at: at('2026-01-19 10:00') },
    ],
    '2026-01-22 10:00',
  ],
  [
    'an extension adds whole working days',
    [dispatched('2026-01-16 10:00'), { kind: 'extended', at: at('2026-01-21 09:00'), workdays: 5 }],
    '2026-01-28 17:30',
  ],
  [
    'a changed limit takes the place of the first, and what was used stays used',
    [
      dispatched('2026-01-16 10:00', complaint),
      { kind: 'limitChanged', at: at('2026-01-20 10:00'), limit: { kind: 'workdays', count: 5 } },
    ],
    '2026-01-23 17:30',
  ],
  [
    'another unit has its own limit on top of what the first one used',
    [dispatched('2026-01-16 10:00'), dispatched('2026-01-19 17:30')],
    '2026-01-22 17:30',
  ],
  [
    'sent back by the citizen it has a fresh limit',
    [
      dispatched('2026-01-16 10:00'),
      { kind: 'stopped', at: at('2026-01-19 10:00') },
      { kind: 'reopened', at: at('2026-01-20 10:00'), limit: question },
    ],
    '2026-01-23 17:30',
  ],
] as const)('%s', (_, events, due) => {
  const clock = limitClock(events, at('2026-03-31 09:00'), time)
  expect(clock.dueAt).toBe(at(due))
})

test('half of it and four fifths are moments on duty', () => {
  const clock = limitClock([dispatched('2026-01-16 10:00')], at('2026-01-16 11:00'), time)
  expect(clock).toMatchObject({ halfAt: at('2026-01-20 13:45'), nearAt: at('2026-01-21 11:30') })
})

test('evening work on the last day is in time; the next minute on duty is late', () => {
  const events = [dispatched('2026-01-16 10:00')]
  expect(limitClock(events, at('2026-01-21 23:00'), time)).toMatchObject({ counted: 1350, late: false })
  expect(limitClock(events, at('2026-01-22 08:30'), time).late).toBe(false)
  expect(limitClock(events, at('2026-01-22 08:31'), time)).toMatchObject({ counted: 1351, late: true })
})

test('pauses, extensions, returns and changed limits neither lose nor win a working minute', () => {
  const kinds = constantFrom('suspended', 'resumed', 'extended', 'dispatched', 'limitChanged')
  const step = record({
    kind: kinds,
    wait: integer({ min: 0, max: 3000 }),
    workdays: integer({ min: 1, max: 5 }),
  })
  assert(
    property(array(step, { maxLength: 12 }), integer({ min: 1, max: 3000 }), (steps, rest) => {
      const start = minute('2026-01-16 10:00')
      let now = start
      let paused = 0
      let since: number | null = null
      const events: LimitEvent[] = [
        { kind: 'dispatched', at: momentOf(start), limit: { kind: 'working', count: 900 } },
      ]
      for (const { kind, wait, workdays } of steps) {
        now += wait
        const moment = momentOf(now)
        if (kind === 'extended') events.push({ kind, at: moment, workdays })
        else if (kind === 'dispatched' && since === null)
          events.push({ kind, at: moment, limit: { kind: 'working', count: workdays * 100 } })
        else if (kind === 'limitChanged' && since === null)
          events.push({ kind, at: moment, limit: { kind: 'working', count: workdays * 500 } })
        else if (kind === 'suspended' && since === null) {
          since = now
          events.push({ kind, at: moment })
        } else if (kind === 'resumed' && since !== null) {
          paused += workingMinutes(time, since, now)
          since = null
          events.push({ kind, at: moment })
        }
      }
      const end = now + rest
      if (since !== null) paused += workingMinutes(time, since, end)
      const clock = limitClock(events, momentOf(end), time)
      expect(clock.counted + paused).toBe(workingMinutes(time, start, end))
      const granted = clock.parts.filter(({ what }) => what !== 'suspended')
      expect(granted.length).toBe(
        events.filter(({ kind }) => !['suspended', 'resumed'].includes(kind)).length,
      )
      if (clock.dueAt !== null && !clock.late) {
        expect(limitClock(events, clock.dueAt, time)).toMatchObject({ counted: clock.allowance, late: false })
      }
    }),
  )
})

test('pauses from the day of the dispatch on move the limit by what they took of the days that count', () => {
  const pause = record({ wait: integer({ min: 0, max: 900 }), lasts: integer({ min: 0, max: 3000 }) })
  assert(
    property(array(pause, { minLength: 1, maxLength: 4 }), pauses => {
      const start = minute('2026-01-16 10:00')
      const begins = minute('2026-01-17 00:00')
      let [now, paused] = [start, 0]
      const events: LimitEvent[] = [dispatched('2026-01-16 10:00', complaint)]
      for (const { wait, lasts } of pauses) {
        const from = now + wait
        now = from + lasts
        events.push({ kind: 'suspended', at: momentOf(from) }, { kind: 'resumed', at: momentOf(now) })
        paused += workingMinutes(time, Math.max(begins, from), Math.max(begins, now))
      }
      const { dueAt, counted, parts } = limitClock(events, momentOf(now), time)
      expect(counted + paused).toBe(workingMinutes(time, begins, now))
      expect(dueAt).toBe(momentOf(afterWorkingMinutes(time, begins, 13 * 450 + paused)))
      const said = parts.filter(({ what }) => what === 'suspended')
      expect(said.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(paused)
    }),
  )
})
