import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { theCalendar } from '../statute/calendar.ts'
import { addDays, dayOf } from '../statute/day.ts'
import { disclosureDue, disclosureProof, dueTable, lateIfMadeBy, timelinessOf } from './timeliness.ts'

const day = (text: string) => dayOf(text)

describe('what is made is disclosed within 20 working days, Art. 26', () => {
  test.each([
    // made, due: the day of making is not counted
    ['2023-05-08', '2023-06-05'],
    // 2023-06-25 is a make-up Sunday: it counts, 22 to 24 June do not
    ['2023-06-01', '2023-06-30'],
    // the week of National Day falls out, 2023-10-07 and 10-08 are worked
    ['2023-09-15', '2023-10-19'],
    // made on a Saturday: the next working day is day 1
    ['2023-05-13', '2023-06-09'],
    // over the turn of the year, with the Spring Festival of 2024 and its make-up Sunday and Saturday
    ['2024-01-26', '2024-02-28'],
  ])('made on %s, due on %s', (made, due) => {
    expect(disclosureDue(theCalendar, day(made))).toBe(due)
    const proof = disclosureProof(theCalendar, day(made))
    expect(proof.at(-1)).toMatchObject({ on: due, number: 20, law: 'Art 26' })
    expect(proof.filter(({ counted }) => counted)).toHaveLength(20)
  })

  test('the proof names a make-up weekend and a holiday', () => {
    const proof = disclosureProof(theCalendar, day('2023-06-01'))
    expect(proof.find(({ on }) => on === '2023-06-25')).toMatchObject({ counted: true, reason: '调休上班' })
    expect(proof.find(({ on }) => on === '2023-06-22')).toMatchObject({ counted: false, reason: '端午节' })
  })

  test.each([
    [null, null, 'undated'],
    ['2023-05-08', '2023-06-05', 'inTime'],
    ['2023-05-08', '2023-06-06', 'publishedLate'],
    ['2023-05-08', null, 'due'],
    ['2023-05-05', null, 'late'],
    ['1999-05-05', null, 'unknown'],
  ] as const)('made %s, disclosed %s, asked on 2023-06-05: %s', (made, disclosed, standing) => {
    const asked = { madeOn: made && day(made), disclosedOn: disclosed && day(disclosed) }
    expect(timelinessOf(asked, day('2023-06-05'), theCalendar).standing).toBe(standing)
  })

  test('one threshold says for every day of making what counting it would say', () => {
    const days = fc.integer({ min: 0, max: 365 * 6 })
    fc.assert(
      fc.property(days, fc.integer({ min: -60, max: 10 }), (at, apart) => {
        const today = addDays(day('2019-06-01'), at)
        const made = addDays(today, apart)
        expect(made <= lateIfMadeBy(theCalendar, today)).toBe(disclosureDue(theCalendar, made) < today)
      }),
    )
  })

  test('the table of due days holds every day whose due day is known', () => {
    const { made, due } = dueTable(theCalendar)
    expect(due[made.indexOf(day('2023-05-08'))]).toBe('2023-06-05')
    expect(made.at(-1)?.slice(0, 4)).toBe('2026')
    expect(made.at(-1) ?? '').not.toBe('2026-12-31')
  })
})
