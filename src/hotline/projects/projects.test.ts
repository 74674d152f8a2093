import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Role } from '../../office/roles.ts'
import { dayOf } from '../../statute/day.ts'
import { chance as chanceOf } from '../chance.ts'
import { dispersionOf, effectOf, quantileOf, type WindowCounts } from './effect.ts'
import { ratioInWords } from './effect-words.ts'
import type { ProjectEvent, ToldProjectEvent } from './events.ts'
import { fallsUnder, type Scope, wordsIn } from './scope.ts'
import { projectAfter, projectStates } from './standing.ts'
import { projectStepTable, refusalOfProject } from './steps.ts'
import { windowsOf } from './windows.ts'

const scope: Scope = { words: ['供暖', '暖气'], places: [], units: [], types: [], matters: [] }
const moment = '2026-01-05T01:00:00.000Z'
const measure = { words: '更换管网', unit: 'housing', due: dayOf('2026-02-01') }
const at = (told: ToldProjectEvent): ProjectEvent => ({ ...told, at: moment, by: 'p', byName: '演' })
const opened = at({
  ...{ kind: 'opened', title: '供暖', reason: '多', lead: 'housing', coUnits: ['market'] },
  ...{ limit: dayOf('2026-03-01'), scope, demands: [] },
})
const planned = at({ kind: 'planned', cause: '管网老化', measures: [measure] })
const agreed = at({ kind: 'planAgreed', words: '' })
const finished = at({ kind: 'progressed', words: '已换', measure: 0, done: true })
const reported = at({ kind: 'reported', words: '完成' })
const signedOff = at({ kind: 'signedOff', words: '同意' })

/** A history that stands in each state. */
const inState = {
  opened: [opened],
  planned: [opened, planned],
  underway: [opened, planned, agreed, finished],
  reported: [opened, planned, agreed, finished, reported],
  signedOff: [opened, planned, agreed, finished, reported, signedOff],
  dropped: [opened, at({ kind: 'dropped', reason: '重复' })],
} as const

const actor = (role: Role, agency: string) => ({ id: 'p', name: '演', grants: [{ role, agency }] })

test('who may do what with a project in which state, as the grid prints it', () => {
  const people = [
    ['督', actor('supervisor', 'city')],
    ['牵', actor('handlingUnit', 'housing')],
    ['配', actor('handlingUnit', 'market')],
    ['外', actor('handlingUnit', 'transport')],
    ['话', actor('hotlineAgent', 'city')],
  ] as const
  const grid = projectStepTable.map(({ step }) => {
    const cells = projectStates.map(state => {
      const standing = projectAfter(inState[state])
      expect(standing.state).toBe(state)
      const may = people.filter(
        ([, by]) => refusalOfProject(step, { agency: 'city', standing }, by) === undefined,
      )
      return may.map(([name]) => name).join('') || '·'
    })
    return [step, ...cells].join(' ')
  })
  expect(grid).toEqual([
    'plan 牵 · · · · ·',
    'agreePlan · 督 · · · ·',
    'returnPlan · 督 · · · ·',
    'progress · · 督牵配 · · ·',
    'attach 督牵配 督牵配 督牵配 督牵配 · ·',
    'report · · 牵 · · ·',
    'signOff · · · 督 · ·',
    'sendBack · · · 督 · ·',
    'changeLimit 督 督 督 督 · ·',
    'changeScope 督 督 督 督 · ·',
    'correct 督 督 督 督 · ·',
    'publish · · · · 督 ·',
    'takeDown · · · · · ·',
    'drop 督 督 督 督 · ·',
  ])
})

test('sign-off is asked for only when every measure is finished; the refusal names those that are not', () => {
  const standing = projectAfter([opened, planned, agreed])
  const refusal = refusalOfProject('report', { agency: 'city', standing }, actor('handlingUnit', 'housing'))
  expect(refusal?.message).toContain('第 1 项还没有完成')
})

const demands: readonly [string, Partial<Scope>, boolean][] = [
  ['one of several words is enough', {}, true],
  ['a place that is not there', { places: ['青禾'] }, false],
  ['a place in the subject', { places: ['云川大道'] }, true],
  ['another unit', { units: ['market'] }, false],
  ['the right unit and type', { units: ['housing'], types: ['help'] }, true],
  ['another type', { types: ['praise'] }, false],
  ['its matter, whatever it says', { words: ['水'], matters: ['m'] }, true],
  ['its category', { words: [], categories: ['城乡建设/供热'] }, true],
  ['a category above its own', { categories: ['城乡建设'] }, true],
  ['a category whose name begins alike', { words: [], categories: ['城乡建'] }, false],
  ['a rule without words and places catches nothing', { words: [], units: ['housing'] }, false],
]
test.each(demands)('a demand and the rule of scope: %s', (_, change, falls) => {
  const demand = {
    subject: '云川大道暖气不热',
    body: '室内十五度',
    place: '',
    type: 'help',
    unit: 'housing',
    matter: 'm',
    category: '城乡建设/供热',
  } as const
  expect(fallsUnder({ ...scope, ...change }, demand)).toBe(falls)
})

test('words are parted by blanks, commas and 、, each once', () => {
  expect(wordsIn(' 供暖、暖气  供暖，锅炉 ')).toEqual(['供暖', '暖气', '锅炉'])
})

test('windows are whole weeks: before the opening, after the report; a year earlier the weekdays match', () => {
  const days = { opened: dayOf('2026-01-05'), agreed: dayOf('2026-01-12'), reported: dayOf('2026-02-02') }
  const windows = windowsOf(days, dayOf('2026-02-25'), 8)
  expect(windows).toEqual({
    before: { from: '2025-11-10', weeks: 8 },
    after: { from: '2026-02-03', weeks: 3 },
    beforeLastYear: { from: '2024-11-11', weeks: 8 },
    afterLastYear: { from: '2025-02-04', weeks: 3 },
    underway: false,
  })
  expect(windowsOf({ ...days, reported: null }, dayOf('2026-01-14'), 8)).toMatchObject({
    after: { from: '2026-01-13', weeks: 0 },
    underway: true,
  })
  expect(windowsOf({ ...days, agreed: null, reported: null }, dayOf('2026-02-25'), 8)).toBeNull()
})

const weeks = (each: number, many = 4) => Array.from({ length: many }, () => each)
const counts = (before: number, after: number, last: readonly [number, number] = [0, 0]): WindowCounts => ({
  ...{ before: weeks(before), after: weeks(after) },
  ...{ beforeLastYear: weeks(last[0]), afterLastYear: weeks(last[1]) },
})

test('a known case by hand: 100 before, 50 after, the city as before', () => {
  const effect = effectOf(counts(25, 12.5), counts(2500, 2500))
  // log(50.5/100.5); t of 6 degrees is 2.447; the weeks are even, so the dispersion is 1.
  const reach = 2.447 * Math.sqrt(1 / 50.5 + 1 / 100.5)
  expect(effect?.alone.ratio).toBeCloseTo(50.5 / 100.5, 10)
  expect(effect?.alone.low).toBeCloseTo((50.5 / 100.5) * Math.exp(-reach), 10)
  expect(effect?.alone.high).toBeCloseTo((50.5 / 100.5) * Math.exp(reach), 10)
  expect(effect?.againstCity?.ratio).toBeCloseTo(50.5 / 100.5, 10)
  expect(effect?.againstSeason).toBeNull()
  expect(ratioInWords(effect ?? expect.fail())).toMatch(/为原来的 0\.50 倍（下降 50%）.*区间全部在 1 以下/)
})

test('what falls everywhere, or falls every year, is no effect', () => {
  const city = effectOf(counts(100, 50), counts(2000, 1000))
  expect(city?.alone.ratio).toBeCloseTo(0.5, 1)
  expect(city?.againstCity?.ratio).toBeCloseTo(1, 1)
  const season = effectOf(counts(100, 50, [80, 40]), counts(2000, 2000, [2000, 2000]))
  expect(season?.againstSeason?.ratio).toBeCloseTo(1, 1)
  expect(season?.againstBoth?.ratio).toBeCloseTo(1, 1)
  expect(ratioInWords(season ?? expect.fail())).toMatch(/区间包含 1，不能排除没有变化/)
})

test('weeks that differ more than chance widen the interval; a single week has the normal quantile', () => {
  const uneven = { ...counts(25, 12), before: [5, 45, 5, 45] }
  const even = effectOf(counts(25, 12), counts(100, 100))
  const wide = effectOf(uneven, counts(100, 100))
  expect(dispersionOf([uneven.before])).toBeCloseTo((4 * 400) / 25 / 3, 10)
  expect((wide?.alone.high ?? 0) / (wide?.alone.low ?? 1)).toBeGreaterThan(
    (even?.alone.high ?? 0) / (even?.alone.low ?? 1),
  )
  expect(quantileOf([[3], [4]])).toBe(1.96)
})

test('no demand at all before or after still gives a finite ratio; no week after gives none', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(200), { minLength: 1, maxLength: 8 }), fc.nat(3), (before, after) => {
      const effect = effectOf({ ...counts(0, after), before }, counts(50, 50))
      const { low, ratio, high } = effect?.alone ?? expect.fail()
      expect(Number.isFinite(low) && Number.isFinite(high) && low > 0).toBe(true)
      expect(low < ratio && ratio < high).toBe(true)
    }),
  )
  expect(effectOf({ ...counts(3, 3), after: [] }, counts(5, 5))).toBeNull()
})

test('the interval of 95 % holds the true ratio in about 95 of 100 trials, also where weeks vary more than chance', () => {
  const chance = chanceOf(7)
  const poisson = (mean: number) => {
    let many = 0
    for (let product = chance(); product > Math.exp(-mean); product *= chance()) many++
    return many
  }
  const week = (mean: number) => poisson(mean * (0.6 + 0.8 * chance()))
  const trials = 400
  let held = 0
  for (let trial = 0; trial < trials; trial++) {
    const many = (mean: number) => Array.from({ length: 8 }, () => week(mean))
    const effect = effectOf(
      { before: many(30), after: many(18), beforeLastYear: many(30), afterLastYear: many(30) },
      { before: many(300), after: many(300), beforeLastYear: many(300), afterLastYear: many(300) },
    )
    const { low, high } = effect?.againstBoth ?? expect.fail()
    if (low <= 0.6 && 0.6 <= high) held++
  }
  expect(held / trials).toBeGreaterThan(0.91)
  expect(held / trials).toBeLessThan(0.99)
})
