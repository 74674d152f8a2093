import { assert, constantFrom, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from '../../statute/day.ts'
import { categoryOf } from '../classify/model.ts'
import { isLikelyDuplicate, likenessOf } from '../duplicates/likely.ts'
import { corrected, taughtBy } from './correcting.ts'
import type { Duty } from './duty.ts'
import { type Handled, learnUnits } from './learning.ts'
import { type Disputed, proposalsIn } from './proposal.ts'
import { suggestionFor } from './suggestion.ts'

const on = dayOf('2026-01-16')
const aDuty = (change: Partial<Duty>): Duty => ({
  ...{ id: '1', hotline: 'hotline', matter: '路灯', place: '', unit: 'roads', basis: '三定规定' },
  ...{ from: dayOf('2025-01-01'), until: null },
  ...change,
})
const asked = { subject: '演示路路灯不亮', body: '晚上看不见路。', place: '演示路 8 号' }
const known = {
  ...{ duties: [aDuty({})], precedents: [], corrections: [], learned: undefined, returnedBy: [] },
  units: new Set(['roads', 'water', 'park']),
}

test.each([
  ['the list names the unit with its basis', {}, 'roads', /权责清单：路灯（三定规定）/],
  [
    'the place goes before the whole city',
    { duties: [aDuty({}), aDuty({ place: '演示路', unit: 'park' })] },
    'park',
    /演示路 路灯/,
  ],
  [
    'longer words go before shorter',
    { duties: [aDuty({}), aDuty({ matter: '路灯不亮', unit: 'water' })] },
    'water',
    /路灯不亮/,
  ],
  [
    'two units that fit alike are not chosen between',
    { duties: [aDuty({}), aDuty({ unit: 'water' })] },
    null,
    /同样符合/,
  ],
  ['a duty that ended today holds no longer', { duties: [aDuty({ until: on })] }, null, /没有相符/],
  [
    'a duty of tomorrow does not hold yet',
    { duties: [aDuty({ from: dayOf('2026-01-17') })] },
    null,
    /没有相符/,
  ],
  ['who returned it is not suggested again', { returnedBy: ['roads'] }, null, /写明的单位已经退单/],
  [
    'while a return of the like is not settled the list stands, and the return is told',
    { corrections: [{ ...asked, number: '7', wrong: ['roads'], right: null }] },
    'roads',
    /路灯.*退回了相近的诉求 7，还没有确定/,
  ],
  [
    'once another unit took the like, it goes there',
    { corrections: [{ ...asked, number: '7', wrong: ['roads'], right: 'park' }] },
    'park',
    /诉求 7 与此相近/,
  ],
  ['a unit that has ended is not suggested', { units: new Set(['water']) }, null, /没有相符/],
  [
    'an arbitration is remembered for its like',
    { duties: [], precedents: [{ ...asked, body: '', number: '20260101-00001', unit: 'park' }] },
    'park',
    /20260101-00001/,
  ],
] as const)('%s', (_, change, unit, reason) => {
  const found = suggestionFor(asked, on, { ...known, ...change })
  expect(found.unit).toBe(unit)
  expect(found.reason).toMatch(reason)
})

test('the past tells how many like it went there, and is silent on what it never saw', () => {
  const told = { roads: ['路灯不亮', '路面坑洼', '护栏损坏'], water: ['水管漏水', '自来水浑浊', '水压太低'] }
  const past = Array.from({ length: 120 }, (__, at) => {
    const unit = at % 2 === 0 ? 'roads' : 'water'
    return { unit, subject: told[unit][at % 3] ?? '', body: `${told[unit][(at + 1) % 3]}，请处理` }
  })
  const learned = learnUnits(past)
  const suggestion = suggestionFor({ ...asked, subject: '路灯不亮', body: '路面坑洼，请处理' }, on, {
    ...known,
    duties: [],
    learned,
  })
  expect(suggestion).toMatchObject({ unit: 'roads', source: 'past' })
  expect(suggestion.reason).toMatch(/以往相近的 12 件中，12 件由该单位承办/)
  expect(learnUnits(past)).toEqual(learned)
  const strange = { subject: '咨询退休', body: '养老', place: '' }
  expect(suggestionFor(strange, on, { ...known, duties: [], learned }).unit).toBeNull()
  expect(learnUnits(past.slice(0, 20))).toBeUndefined()
})

/** Two kinds of demands with like words, of which the category alone tells the units apart. */
const categorised = Array.from({ length: 200 }, (_, at): Handled => {
  const own = at % 2 === 0
  const words =
    ['请到现场看看', '希望尽快处理', '多次反映没有结果', '影响出行', '盼答复'][(at >> 1) % 5] ?? ''
  return {
    ...{
      unit: own ? 'roads' : 'water',
      subject: `${words}${own && at % 8 === 0 ? '路面' : ''}`,
      body: words,
    },
    category: { category: own ? '城建/道路' : '城建/供水', byHand: true },
  }
})

test('the category is evidence beside the words, and its reason names how many of it went there', () => {
  const learned = learnUnits(categorised)
  expect(learned?.byCategory.weight.byHand.category).toBeGreaterThan(0)
  const vague = { subject: '请到现场看看', body: '希望尽快处理', place: '' }
  const said = (category: string) =>
    suggestionFor(vague, on, { ...known, duties: [], learned, category: { category, byHand: true } })
  expect(said('城建/道路')).toMatchObject({ unit: 'roads', source: 'past' })
  expect(said('城建/道路').reason).toMatch(/；分类“道路”（人工选定）以往 100 件中，100 件由该单位承办/)
  expect(said('城建/供水')).toMatchObject({ unit: 'water' })
  const alike = [aDuty({ matter: '现场' }), aDuty({ matter: '现场', unit: 'water' })]
  const category = { category: '城建/供水', byHand: true }
  const tied = suggestionFor(vague, on, { ...known, duties: alike, learned, category })
  expect(tied).toMatchObject({ unit: 'water', source: 'duties', others: ['roads'] })
  expect(tied.reason).toMatch(/几个单位同样符合；分类“供水”/)
})

test('a category that a model told is not followed against the words, and teaches nothing where it tells nothing', () => {
  const draw = [...categorised].map((each, at) => ({
    ...each,
    subject: each.unit === 'roads' ? '路面坑洼' : '水管漏水',
    category: { category: at % 3 === 0 ? '城建/道路' : '城建/供水', byHand: false },
  }))
  const learned = learnUnits(draw)
  const asked = { subject: '路面坑洼', body: '请到现场看看', place: '' }
  const against = { category: '城建/供水', byHand: false }
  const found = suggestionFor(asked, on, { ...known, duties: [], learned, category: against })
  expect(found.unit).toBe('roads')
  expect(learnUnits(draw)).toEqual(learned)
})

test.each([
  ['同一小区同一事', '望月小区电梯停运', '望月小区电梯停运多日', true],
  ['同一小区另一事', '望月小区电梯停运', '望月小区食堂价格太高', false],
  ['另一小区同一事', '望月小区电梯停运', '锦园小区电梯停运', false],
  ['没有地点而词语相同', '公交车间隔太长', '公交车间隔实在太长', true],
  ['没有地点也不相干', '公交车间隔太长', '社保断缴', false],
])('%s', (_, one, other, likely) => {
  const compared = (subject: string) => ({ subject, body: '', place: '' })
  expect(isLikelyDuplicate(likenessOf(compared(one), compared(other)))).toBe(likely)
})

test('likeness does not depend on who came first, and a demand is like itself', () => {
  const texts = constantFrom('望月小区电梯停运', '锦园小区停水', '公交太少', '工资未发')
  assert(
    property(texts, texts, string(), (one, other, body) => {
      const [a, b] = [
        { subject: one, body, place: '' },
        { subject: other, body: '', place: '' },
      ]
      expect(likenessOf(a, b)).toEqual(likenessOf(b, a))
      expect(isLikelyDuplicate(likenessOf(a, a))).toBe(true)
    }),
  )
})

test.each([
  ['nobody took it yet', 'sent a · returned', ['a'], null],
  ['sent on, but not signed', 'sent a · returned · sent b', ['a'], null],
  ['another unit took it', 'sent a · returned · sent b · signed', ['a'], 'b'],
  ['the hotline did not accept the return', 'sent a · returned · returnRefused · signed', [], null],
  ['arbitrated', 'sent a · returned · sent b · returned · arbitrated c', ['a', 'b'], 'c'],
  ['arbitrated to who returned it', 'sent a · returned · sent b · returned · arbitrated a', ['b'], 'a'],
  ['never returned', 'sent a · signed', [], null],
])('a return teaches who does not handle it: %s', (_, told, wrong, right) => {
  const events = told.split(' · ').map(each => {
    const [kind = '', unit] = each.split(' ')
    return { kind: kind === 'sent' ? 'dispatched' : kind, unit }
  })
  expect(taughtBy(events)).toEqual({ wrong, right })
})

test('what came back moves the model for its words, and the model as it was learned stays', () => {
  const past = Array.from({ length: 100 }, (_, at): Handled => {
    const unit = at % 2 === 0 ? 'roads' : 'water'
    return { unit, subject: unit === 'roads' ? '路面坑洼' : '水管漏水', body: '请处理' }
  })
  const learned = learnUnits(past)
  if (learned === undefined) throw new Error('nothing learned')
  const demand = { subject: '水管漏水', body: '请处理', place: '', number: '1', wrong: ['water'] }
  const first = (model: typeof learned) => categoryOf(model.model, demand)
  const before = first(learned)
  expect(before.category).toBe('water')
  const level = first(corrected(learned, [{ ...demand, right: null }]))
  expect(level.confidence).toBeLessThan(0.51)
  const moved = corrected(learned, [{ ...demand, right: 'roads' }])
  expect(first(moved).category).toBe('roads')
  expect(first(moved).confidence).toBeGreaterThanOrEqual(0.74)
  expect(moved.evidence.water?.judged).toBe((learned.evidence.water?.judged ?? 0) + 1)
  expect(first(learned)).toEqual(before)
})

test('what came back proposes one change for each line and unit, and none where the list is right already', () => {
  const disputed = (number: number, taken: string | null, subject = '演示路路灯不亮'): Disputed => ({
    ...{
      demand: `d${number}`,
      number,
      hotline: 'hotline',
      demandNumber: `${number}`,
      subject,
      body: '',
      place: '',
    },
    ...{ kind: 'returned', at: '2026-01-16T02:00:00Z', reason: '', responsible: '', taken },
  })
  const all = [
    ...[disputed(1, 'roads'), disputed(2, 'water'), disputed(3, 'water'), disputed(4, null)],
    ...[disputed(5, 'park', '喷泉漏电'), disputed(6, 'park', '喷泉漏电')],
  ]
  const found = proposalsIn(all, [aDuty({})], on)
  expect(
    found.map(({ duty, listed, matter, unit, demands }) => [
      duty,
      listed,
      matter,
      unit,
      demands.map(each => each.number),
    ]),
  ).toEqual([
    ['1', 'roads', '路灯', 'water', [2, 3]],
    [null, null, '喷泉漏电', 'park', [5, 6]],
    ['1', 'roads', '路灯', null, [4]],
  ])
})
