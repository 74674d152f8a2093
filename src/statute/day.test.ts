import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  dayNumber,
  dayOf,
  fromDayNumber,
  inChinese,
  isDay,
  NotADay,
  weekdayInChinese,
  yearOf,
} from './day.ts'

test('a day and its number are the same thing', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), number => {
      const on = fromDayNumber(number)
      expect(dayNumber(on)).toBe(number)
      expect(isDay(on)).toBe(true)
      expect(yearOf(on)).toBe(new Date(number * 86_400_000).getUTCFullYear())
    }),
  )
})

test.each(['2023-02-29', '2023-13-01', '2023-1-1', '', '2023-04-31', '２０２３-01-01'])(
  '%s is no day',
  text => {
    expect(() => dayOf(text)).toThrow(NotADay)
  },
)

test('days are written as official texts write them', () => {
  expect(inChinese(dayOf('2026-03-02'))).toBe('2026年3月2日')
  expect(weekdayInChinese(dayOf('2026-11-24'))).toBe('星期二')
  expect(addDays(dayOf('2024-02-28'), 2)).toBe('2024-03-01')
})
