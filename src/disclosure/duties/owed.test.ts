import { describe, expect, test } from 'vitest'
import type { Agency } from '../../office/roles.ts'
import { theCalendar } from '../../statute/calendar.ts'
import { dayOf } from '../../statute/day.ts'
import { addMonths, type Duty, type DutyRhythm, owes, refusalOfDuty, rhythmWords } from './duty.ts'
import { type DutyFacts, owedOf } from './owed.ts'

const aDuty = (rhythm: DutyRhythm, change: Partial<Duty> = {}): Duty => ({
  ...{ id: 'd', title: '预算、决算', scope: { kind: 'all' }, form: 'budget', rhythm, law: '预算法 Art 14' },
  ...{ since: dayOf('2025-01-01'), endedOn: null, ...change },
})
const published = (...days: string[]): DutyFacts['published'] =>
  days.map(on => ({ item: `i-${on}`, title: '某', on: dayOf(on) }))
const asked = (duty: Duty, facts: Partial<DutyFacts>, today: string) =>
  owedOf(duty, { published: [], occasions: [], ...facts }, dayOf(today), theCalendar)
const told = (owed: ReturnType<typeof asked>) =>
  owed.map(({ due, standing, daysLeft }) => `${due} ${standing} ${daysLeft ?? ''}`.trim())

describe('what should exist but does not', () => {
  const yearly = aDuty({ kind: 'yearly', by: '03-31' })
  const every = aDuty({ kind: 'every', months: 6 })
  const standing = aDuty({ kind: 'standing' }, { form: 'guide' })
  test.each([
    // yearly: the day itself is in time
    [yearly, published('2025-03-31'), '2025-06-01', ['2025-03-31 done']],
    [yearly, published('2025-04-01'), '2025-06-01', ['2025-03-31 doneLate']],
    [yearly, [], '2025-03-31', ['2025-03-31 waiting 0']],
    [yearly, [], '2025-04-02', ['2025-03-31 missing -2']],
    [yearly, published('2025-03-01'), '2026-01-05', ['2026-03-31 waiting 85', '2025-03-31 done']],
    // every six months from the first day: one publication serves its own period only
    [every, published('2025-02-01'), '2025-07-02', ['2025-12-31 waiting 182', '2025-06-30 done']],
    [every, [], '2025-07-02', ['2025-12-31 waiting 182', '2025-06-30 missing -2']],
    // at any time: there or not there
    [standing, published('2019-01-01'), '2025-07-02', ['2025-01-01 done']],
    [standing, [], '2025-07-02', ['2025-01-01 missing -182']],
    // a duty that was ended asks no more from that day
    [
      aDuty({ kind: 'yearly', by: '03-31' }, { endedOn: dayOf('2026-01-01') }),
      [],
      '2026-05-01',
      ['2025-03-31 missing -396'],
    ],
  ])('%#: on its day', (duty, done, today, expected) => {
    expect(told(asked(duty, { published: done }, today))).toEqual(expected)
  })

  test('a budget is owed 20 calendar days after the day of approval that it names itself', () => {
    const duty = aDuty({ kind: 'after', day: 'approvedOn', count: 20, unit: 'days' })
    const on = dayOf('2025-02-10')
    const draft = { on, words: '2025 年预算', item: { id: 'b', publishedOn: null } }
    const late = { ...draft, item: { id: 'b', publishedOn: dayOf('2025-03-03') } }
    expect(told(asked(duty, { occasions: [draft] }, '2025-03-01'))).toEqual(['2025-03-02 waiting 1'])
    expect(
      told(asked(duty, { occasions: [draft], published: published('2025-02-20') }, '2025-03-03')),
    ).toEqual(['2025-03-02 missing -1'])
    expect(told(asked(duty, { occasions: [late] }, '2025-03-05'))).toEqual(['2025-03-02 doneLate'])
  })

  test('the directory of officials is owed 20 working days after a change that was written down', () => {
    const duty = aDuty(
      { kind: 'after', day: 'recorded', count: 20, unit: 'workdays' },
      { form: 'institution' },
    )
    const occasions = [{ on: dayOf('2025-09-15'), words: '局长变动' }]
    const before = published('2025-09-01')
    expect(told(asked(duty, { occasions, published: before }, '2025-10-10'))).toEqual([
      '2025-10-17 waiting 7',
    ])
    const after = published('2025-09-01', '2025-10-09')
    expect(told(asked(duty, { occasions, published: after }, '2025-11-10'))).toEqual(['2025-10-17 done'])
  })

  test('an annual report serves the year that it is of, whenever it came', () => {
    const duty = aDuty({ kind: 'yearly', by: '01-31' }, { form: 'annualReport' })
    const facts = [{ item: 'r', title: '2024', on: dayOf('2025-02-03'), ofYear: 2024 }]
    expect(told(asked(duty, { published: facts }, '2026-01-20'))).toEqual([
      '2026-01-31 waiting 11',
      '2025-01-31 doneLate',
    ])
  })
})

test('a month without the day ends the period on its last', () => {
  expect(addMonths(dayOf('2025-08-31'), 6)).toBe('2026-02-28')
  expect(addMonths(dayOf('2024-12-15'), 1)).toBe('2025-01-15')
})

test('who owes a duty: all, a kind, or those named; a dissolved agency owes nothing', () => {
  const agency = (change: Partial<Agency>): Agency => ({
    ...{
      code: 'a',
      name: '甲',
      shortName: '甲',
      kind: 'department',
      parent: null,
      standing: true,
      ...change,
    },
  })
  expect(owes({ scope: { kind: 'all' } }, agency({}))).toBe(true)
  expect(owes({ scope: { kind: 'all' } }, agency({ standing: false }))).toBe(false)
  expect(owes({ scope: { kind: 'kind', of: 'government' } }, agency({}))).toBe(false)
  expect(owes({ scope: { kind: 'named', agencies: ['b'] } }, agency({}))).toBe(false)
})

test.each([
  [aDuty({ kind: 'yearly', by: '13-01' }), /月和日/],
  [aDuty({ kind: 'yearly', by: '02-29' }), /月和日/],
  [aDuty({ kind: 'every', months: 0 }), /1 至 60/],
  [aDuty({ kind: 'after', day: 'printedOn', count: 5, unit: 'days' }), /没有这个日期栏/],
  [aDuty({ kind: 'after', day: 'recorded', count: 0, unit: 'days' }), /1 至 366/],
  [aDuty({ kind: 'standing' }, { form: 'annualReport' }), /每年/],
  [aDuty({ kind: 'standing' }, { title: ' ' }), /名称/],
  [aDuty({ kind: 'standing' }, { scope: { kind: 'named', agencies: [] } }), /至少选择/],
])('a duty that means nothing is refused with a sentence', (duty, words) => {
  expect(refusalOfDuty(duty)?.message).toMatch(words)
})

test('a rhythm says itself in words', () => {
  expect(rhythmWords({ kind: 'yearly', by: '01-31' }, 'annualReport')).toBe('每年 1 月 31 日以前')
  expect(rhythmWords({ kind: 'after', day: 'approvedOn', count: 20, unit: 'days' }, 'budget')).toBe(
    '“批复日期”后 20 日内',
  )
})
