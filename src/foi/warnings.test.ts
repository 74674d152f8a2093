import { expect, test } from 'vitest'
import { theCalendar } from '../statute/calendar.ts'
import { type Day, dayOf } from '../statute/day.ts'
import { type FoiStanding, standingAfter } from './standing.ts'
import { type Warnable, warningsOf } from './warnings.ts'

const request = (change: Partial<FoiStanding>, due: string | null = null): Warnable => ({
  standing: { ...standingAfter([]), state: 'assigned', ...change },
  ...{ arrivedOn: dayOf('2026-03-02'), number: '〔2026〕第7号', due: due === null ? null : dayOf(due) },
})
const handler = { id: 'h', name: '演经办' }
const on = (today: string): Day => dayOf(today)

const cases: readonly [string, Warnable, string, string[]][] = [
  ['one working day unconfirmed', request({ state: 'arrived' }), '2026-03-03', []],
  ['two working days unconfirmed', request({ state: 'arrived' }), '2026-03-04', ['unconfirmed officer']],
  [
    'three working days unconfirmed',
    request({ state: 'arrived' }),
    '2026-03-05',
    ['unconfirmed officer', 'unconfirmed coordinator'],
  ],
  ['four working days left', request({ handler }, '2026-03-30'), '2026-03-24', []],
  ['three working days left', request({ handler }, '2026-03-30'), '2026-03-25', ['near handler']],
  ['nobody handles it', request({}, '2026-03-30'), '2026-03-27', ['near officer']],
  [
    'due today',
    request({ handler }, '2026-03-30'),
    '2026-03-30',
    ['dueToday handler', 'dueToday coordinator'],
  ],
  [
    'late',
    request({ handler }, '2026-03-30'),
    '2026-03-31',
    ['late handler', 'late coordinator', 'late head'],
  ],
  [
    'the department is late',
    request({ handler, limit: dayOf('2026-03-10') }, '2026-03-30'),
    '2026-03-11',
    ['departmentLate handler', 'departmentLate coordinator'],
  ],
  [
    'no correction came',
    request({
      state: 'awaitingCorrection',
      correction: { askedOn: dayOf('2026-03-03'), answerBy: dayOf('2026-03-20'), done: false },
    }),
    '2026-03-21',
    ['correctionOver officer'],
  ],
  [
    'no payment came',
    request({ state: 'awaitingPayment', fee: { yuan: 100, payBy: dayOf('2026-04-01'), paid: false } }),
    '2026-04-02',
    ['paymentOver officer'],
  ],
  [
    'a third party is silent',
    request({
      handler,
      opinions: [
        { of: '某公司', party: 'thirdParty', soughtOn: dayOf('2026-03-03'), answerBy: dayOf('2026-03-24') },
      ],
    }),
    '2026-03-25',
    ['opinionOver handler'],
  ],
  ['answered', request({ outcome: { kind: 'granted' } }, '2026-03-30'), '2026-04-30', []],
]

test.each(cases)('%s', (_, about, today, warned) => {
  expect(warningsOf(about, on(today), theCalendar).map(({ kind, to }) => `${kind} ${to}`)).toEqual(warned)
})
