import { expect, test } from 'vitest'
import { theCalendar } from '../../statute/calendar.ts'
import { dayOf } from '../../statute/day.ts'
import type { DemandEvent, Satisfaction, ToldDemandEvent } from '../events.ts'
import { usualHours } from '../working-time.ts'
import { branchKey, isOnBranch } from './branch.ts'
import { definitionInWords, figureInWords, figuresOf } from './count.ts'
import { added, type Counts } from './counters.ts'
import { countedLabel, definitionOf, definitionsOf, type Figure } from './definitions.ts'
import { countsAt, type FactDemand, factsOf } from './fact.ts'
import { keyInWords, spanEnd, spanStart, type TimeGroup } from './grouping.ts'
import { type FigureVersion, usualVersion, versionOn, versionSpans } from './version.ts'
import { whereaboutsOf } from './whereabouts.ts'

const time = { calendar: theCalendar, hours: [{ from: dayOf('2000-01-01'), hours: usualHours }] }
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString()
const usual: FigureVersion = { ...usualVersion, from: dayOf('2000-01-01') }

/** 2026-01-16 is a Friday; three working days from it end on Wednesday the 21st at 17:30. */
const demand = {
  ...{ id: 'd', agency: 'hotline', type: 'help', channel: 'phone' },
  ...{ filedAt: at('2026-01-16 10:00'), place: '', confidential: false },
} as const satisfies FactDemand
type Told = readonly [when: string, told: ToldDemandEvent]
const registered: Told = ['16 10:00', { kind: 'registered', type: 'help', urgency: 'ordinary' }]
const limit = { kind: 'workdays', count: 3 } as const
const sent = (when: string, unit = 'roads'): Told => [when, { kind: 'dispatched', unit, limit, basis: '' }]
const just = (when: string, kind: 'signed' | 'closed'): Told => [when, { kind }]
const fedBack = (when: string): Told => [when, { kind: 'fedBack', words: '已修', resolution: 'resolved' }]
const said = (when: string, result: Satisfaction | null): Told => [
  when,
  { kind: 'calledBack', handling: result, result, words: '' },
]
const why = { reason: '演示的理由' }

function figureOf(figure: Figure, told: readonly Told[], version: FigureVersion = usual, asOf = '30 12:00') {
  const events = [registered, ...told].map(
    ([when, each]): DemandEvent => ({ ...each, at: at(`2026-01-${when}`), by: 'a', byName: '演示' }),
  )
  const moment = at(`2026-01-${asOf}`)
  const counts = factsOf(demand, events, time)
    .map(fact => countsAt(fact, moment))
    .reduce<Counts>(added, {})
  const { numerator, denominator } = figuresOf([{ version, counts }], 0)[figure]
  return denominator === null ? `${numerator}` : `${numerator}/${denominator}`
}

const signedAndFed = [sent('16 10:10'), just('16 11:00', 'signed'), fedBack('20 09:00')]
const cases: readonly (readonly [Figure, string, string, readonly Told[]])[] = [
  ['total', '1', 'a demand that was only registered counts', []],
  ['answered', '1', 'answered at once', [['16 10:02', { kind: 'answered', words: '可以' }]]],
  ['answered', '0', 'handled by a unit', signedAndFed],
  ['dispatched', '1', 'sent out twice, it is one demand', [sent('16 10:10'), sent('16 10:20', 'water')]],
  ['dispatches', '2', 'and two dispatches', [sent('16 10:10'), sent('16 10:20', 'water')]],
  ['closingRate', '0/1', 'dispatched and not closed', signedAndFed],
  ['closingRate', '1/1', 'closed', [...signedAndFed, just('21 09:00', 'closed')]],
  [
    'closingRate',
    '1/1',
    'what the caller withdraws has ended',
    [sent('16 10:10'), ['17 09:00', { kind: 'withdrawn', ...why }]],
  ],
  [
    'closingRate',
    '0/1',
    'reopened, it is open again',
    [...signedAndFed, just('21 09:00', 'closed'), ['22 09:00', { kind: 'reopened', limit, ...why }]],
  ],
  ['closingRate', '0/0', 'without a dispatch there is nothing to divide by', []],
  [
    'returnedNow',
    '1',
    'given back and nobody’s',
    [sent('16 10:10'), ['16 11:00', { kind: 'returned', responsible: '', ...why }]],
  ],
  [
    'returnRate',
    '1/2',
    'one of two dispatches was given back',
    [
      sent('16 10:10'),
      ['16 11:00', { kind: 'returned', responsible: '', ...why }],
      sent('16 12:00', 'water'),
    ],
  ],
  ['onTimeRate', '0/0', 'fed back, but its limit has not come: not yet counted', signedAndFed],
  ['instantRate', '1/1', 'within 15 minutes', [sent('16 10:15')]],
  ['instantRate', '0/1', 'a minute more', [sent('16 10:16')]],
  [
    'signingRate',
    '1/1',
    'four working hours reach over the noon',
    [sent('16 10:00'), just('16 15:30', 'signed')],
  ],
  ['signingRate', '1/1', 'and over the weekend', [sent('16 17:00'), just('19 11:30', 'signed')]],
  ['signingRate', '0/1', 'not signed yet', [sent('16 10:10')]],
  ['reachedRate', '0/1', 'called in vain', [...signedAndFed, said('21 09:00', null)]],
  ['reachedRate', '1/1', 'spoken with', [...signedAndFed, said('21 09:00', 'satisfied')]],
  ['satisfactionRate', '1/1', 'basically satisfied counts', [...signedAndFed, said('21 09:00', 'basically')]],
  ['satisfactionRate', '0/1', 'dissatisfied', [...signedAndFed, said('21 09:00', 'dissatisfied')]],
  ['satisfactionRate', '0/0', 'who says nothing is left out', [...signedAndFed, said('21 09:00', null)]],
  [
    'satisfactionRate',
    '1/1',
    'the last word counts',
    [...signedAndFed, said('21 09:00', 'dissatisfied'), said('21 10:00', 'satisfied')],
  ],
  [
    'satisfactionRate',
    '0/0',
    'reopened, nobody has said anything of the new round',
    [...signedAndFed, said('21 09:00', 'satisfied'), ['22 09:00', { kind: 'reopened', limit, ...why }]],
  ],
  ['resolvedRate', '1/1', 'the unit says it is resolved', signedAndFed],
  ['reopenedRate', '1/1', 'reopened', [...signedAndFed, ['22 09:00', { kind: 'reopened', limit, ...why }]]],
  [
    'extendedRate',
    '1/1',
    'extended',
    [sent('16 10:10'), ['17 09:00', { kind: 'extended', workdays: 2, ...why }]],
  ],
]
test.each(cases)('%s is %s: %s', (figure, figured, _, told) => {
  expect(figureOf(figure, told, usual, '21 12:00')).toBe(figured)
})

test.each([
  [
    '1/1',
    '0',
    '0',
    'fed back within three working days',
    [sent('16 10:10'), fedBack('21 17:30')],
    '22 09:00',
  ],
  [
    '0/1',
    '1',
    '0',
    'fed back in the first minute on duty after it',
    [sent('16 10:10'), fedBack('22 08:31')],
    '22 09:00',
  ],
  ['0/1', '1', '1', 'not fed back and over', [sent('16 10:10')], '22 09:00'],
  ['0/0', '0', '0', 'not fed back, and its limit has not come', [sent('16 10:10')], '21 17:00'],
  [
    '1/1',
    '0',
    '0',
    'within the extension',
    [sent('16 10:10'), ['19 09:00', { kind: 'extended', workdays: 2, ...why }], fedBack('23 09:00')],
    '26 09:00',
  ],
  [
    '0/0',
    '0',
    '0',
    'suspended: its limit cannot come',
    [sent('16 10:10'), ['19 09:00', { kind: 'suspended', ...why }]],
    '30 09:00',
  ],
] as const satisfies readonly (readonly [string, string, string, string, readonly Told[], string])[])(
  'on time %s, late %s, over %s: %s',
  (onTime, late, overdue, ...[, told, asOf]) => {
    expect(figureOf('onTimeRate', told, usual, asOf)).toBe(onTime)
    expect(figureOf('late', told, usual, asOf)).toBe(late)
    expect(figureOf('overdue', told, usual, asOf)).toBe(overdue)
  },
)

test.each([
  ['0/1', { satisfied: ['verySatisfied', 'satisfied'] }, 'basically'],
  ['1/1', { unsaid: 'satisfied' }, null],
  ['0/1', { unsaid: 'dissatisfied' }, null],
  ['1/1', { question: 'handling' }, 'satisfied'],
] as const)('a province counts satisfaction as %s under %j', (figured, change, level) => {
  const told = [...signedAndFed, said('21 09:00', level)]
  expect(figureOf('satisfactionRate', told, { ...usual, ...change })).toBe(figured)
})

test('a new version holds from its day, and a period over it is cut there', () => {
  const newer = { ...usual, from: dayOf('2026-02-01'), instant: 30 } as const
  const versions = [usual, newer]
  expect(versionOn(versions, dayOf('2026-01-31'))).toBe(usual)
  expect(versionOn(versions, dayOf('2026-02-01'))).toBe(newer)
  expect(versionSpans(versions, dayOf('2026-01-15'), dayOf('2026-02-15'))).toEqual([
    { version: usual, from: '2026-01-15', until: '2026-01-31' },
    { version: newer, from: '2026-02-01', until: '2026-02-15' },
  ])
  expect(versionSpans(versions, dayOf('2026-02-01'), dayOf('2026-02-15'))).toHaveLength(1)
})

test('each figure says in words what it counts, and no table mixes demands, events and people', () => {
  for (const definition of definitionsOf(usual)) {
    expect(definitionInWords(definition)).toContain(definition.label)
    expect(Object.keys(countedLabel)).toContain(definition.counts)
  }
  expect(definitionInWords(definitionOf('instantRate', usual))).toBe(
    '即时转办率：转办的诉求中，其中登记后 15 分钟内派单的占比。时段内登记的诉求，以截止时刻的办理情况为准。不计入：无。',
  )
  expect([
    figureInWords({ numerator: 982, denominator: 1000 }),
    figureInWords({ numerator: 1, denominator: null }),
    figureInWords({ numerator: 0, denominator: 0 }),
  ]).toEqual(['98.2%', '1', '—'])
})

test.each([
  ['演示路 8 号', '', '演示路'],
  ['云川市青禾县白石镇青杉小区12号', '青禾县/白石镇', '青杉小区'],
  ['鹿鸣镇石坪村', '鹿鸣镇', '石坪村'],
  ['云川市青禾市城关镇', '青禾市/城关镇', ''],
  ['云川市城东区演示路商业区', '城东区', '演示路'],
  ['城东街道办事处门口', '城东街道', ''],
  ['A市A2区望月小区', 'A2区', '望月小区'],
  ['演示路小区南门', '', '演示路小区'],
  ['古镇路 3 号', '', '古镇路'],
  ['', '', ''],
])('%s lies in the area %s at the place %s', (place, area, spot) => {
  expect(whereaboutsOf({ place, confidential: false })).toEqual({ area, spot })
  expect(whereaboutsOf({ place, confidential: true })).toEqual({ area, spot: '' })
})

test.each([
  ['category', undefined, '城乡建设/安全生产/安全隐患', ['城乡建设', '城乡建设']],
  [
    ...(['category', '城乡建设', '城乡建设/安全生产/安全隐患'] as const),
    ['城乡建设/安全生产/安全隐患', '城乡建设 › 安全生产 › 安全隐患'],
  ],
  ['category', '城乡建设', '城乡建设/安全生产', ['城乡建设/安全生产/', '城乡建设 › 安全生产（未再细分）']],
  ['category', undefined, '', ['', '没有分类']],
  ['area', '青禾县', '青禾县', ['青禾县/', '青禾县']],
  ['area', '青禾县', '青禾县/白石镇', ['青禾县/白石镇', '青禾县白石镇']],
] as const)('by %s with %s chosen, %s is told as %s', (group, chosen, value, [key, words]) => {
  expect(branchKey(group, value, chosen)).toBe(key)
  expect(keyInWords(group, key, {})).toBe(words)
  expect(isOnBranch(value, key)).toBe(true)
})

test.each([
  ['week', '2026-03-01', '2026-02-23', '2026-03-01', '2026年2月23日起的一周'],
  ['month', '2028-02-29', '2028-02-01', '2028-02-29', '2028年2月'],
  ['quarter', '2026-12-31', '2026-10-01', '2026-12-31', '2026年第四季度'],
  ['year', '2024-06-01', '2024-01-01', '2024-12-31', '2024年'],
  ['day', '2026-03-01', '2026-03-01', '2026-03-01', '2026年3月1日'],
] as const satisfies readonly (readonly [TimeGroup, string, string, string, string])[])(
  'the %s of %s runs from %s to %s: %s',
  (group, on, ...told) => {
    const begin = spanStart(group, dayOf(on))
    expect([begin, spanEnd(group, begin), keyInWords(group, begin, {})]).toEqual(told)
  },
)
