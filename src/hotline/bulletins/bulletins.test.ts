import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from '../../statute/day.ts'
import { type FigureCount, figuresOf } from '../figures/count.ts'
import { usualVersion } from '../figures/version.ts'
import { ranksOf, scoreOf, usualAppraisal } from './appraisal.ts'
import { bulletinAfter, bulletinStates, bulletinStepTable, refusalOfBulletin } from './course.ts'
import { changeInWords, unknownFields, written } from './fields.ts'
import { bulletinTitle, lastSpan, spanBefore, spanOf, spanYearEarlier } from './period.ts'

const version = { ...usualVersion, from: dayOf('2000-01-01') }
const nothing = figuresOf([{ version, counts: {} }], 0)
const rate = (numerator: number, denominator: number): FigureCount => ({ numerator, denominator })
const appraisal = { ...usualAppraisal, from: dayOf('2026-01-01') }

test('a score shows its arithmetic; what cannot be counted is left out and the rest stretched', () => {
  const counts = {
    ...nothing,
    closingRate: rate(9, 10),
    satisfactionRate: rate(4, 5),
    onTimeRate: rate(1, 1),
  }
  // 25 × 0.9 + 30 × 0.8 + 25 × 1 + 3 of 10 for updates, of 90 points
  const { score, arithmetic } = scoreOf(counts, 3, appraisal)
  expect(score).toBe(Math.round((74.5 / 90) * 10_000) / 100)
  expect(arithmetic).toEqual([
    '办结率 90.0% × 25 分 = 22.5 分',
    '满意率 80.0% × 30 分 = 24 分',
    '按时反馈率 100.0% × 25 分 = 25 分',
    '知识库更新 3 条 × 1 分 = 3 分（至多 10 分）',
    '合计 74.5 分 ÷ 90 分 × 100 = 82.78 分',
  ])
  expect(scoreOf(counts, null, appraisal).arithmetic.at(-1)).toBe('合计 71.5 分 ÷ 80 分 × 100 = 89.38 分')
  expect(scoreOf(counts, 99, appraisal).arithmetic.at(-2)).toContain('= 10 分')
  expect(scoreOf(nothing, 5, appraisal)).toEqual({ score: null, arithmetic: ['没有可以计分的诉求'] })
})

test('a score lies between 0 and 100, and more of a rate never lowers it', () => {
  const some = fc.tuple(fc.nat(50), fc.nat(50), fc.integer({ min: 50, max: 60 }), fc.nat(20))
  fc.assert(
    fc.property(some, ([closed, satisfied, of, updates]) => {
      const scored = (more: number) =>
        scoreOf(
          {
            ...nothing,
            closingRate: rate(Math.min(of, closed + more), of),
            satisfactionRate: rate(satisfied, of),
          },
          updates,
          appraisal,
        ).score ?? -1
      expect(scored(0)).toBeGreaterThanOrEqual(0)
      expect(scored(0)).toBeLessThanOrEqual(100)
      expect(scored(1)).toBeGreaterThanOrEqual(scored(0))
    }),
  )
})

test('equal scores share a rank, and who has none is not ranked', () => {
  expect(ranksOf([90, 95, null, 90, 80])).toEqual([2, 1, null, 2, 4])
})

const changes: readonly [FigureCount, FigureCount, string][] = [
  [rate(9, 10), rate(8, 10), '上升 10.0 个百分点'],
  [rate(1, 3), rate(1, 3), '持平'],
  [rate(1, 3), rate(0, 0), '没有可比数字'],
  [{ numerator: 90, denominator: null }, { numerator: 100, denominator: null }, '下降 10.0%'],
  [{ numerator: 90, denominator: null }, { numerator: 0, denominator: null }, '没有可比数字'],
]
test.each(changes)('the change from %j on %j is told as %s', (now, earlier, words) => {
  expect(changeInWords(now, earlier)).toBe(words)
})

test('spans: a week from Monday, a month, a quarter; before, last year, over last', () => {
  const week = spanOf('week', dayOf('2026-01-15'))
  expect(week).toEqual({ from: '2026-01-12', until: '2026-01-18' })
  expect(spanBefore('week', week)).toEqual({ from: '2026-01-05', until: '2026-01-11' })
  expect(spanYearEarlier('week', week)).toEqual({ from: '2025-01-13', until: '2025-01-19' })
  expect(spanYearEarlier('month', spanOf('month', dayOf('2024-02-29')))).toEqual({
    ...{ from: '2023-02-01', until: '2023-02-28' },
  })
  expect(lastSpan('quarter', dayOf('2026-01-01'))).toEqual({ from: '2025-10-01', until: '2025-12-31' })
  expect(bulletinTitle('quarter', spanOf('quarter', dayOf('2025-12-31')))).toBe(
    '2025年第四季度12345热线诉求分析',
  )
  const turn = spanOf('week', dayOf('2025-12-31'))
  expect(bulletinTitle('week', turn)).toBe('2025年12月29日至2026年1月4日12345热线周调度')
})

test('fields are written out; one that nobody knows stays and is told', () => {
  const fields = [{ name: 'total', label: '诉求总量', text: '12' }]
  expect(written('共 {{total}} 件，{{ total }}、{{none}}', fields)).toBe('共 12 件，12、{{none}}')
  expect(unknownFields([{ title: '', words: '{{total}}{{none}}' }], fields)).toEqual(['{{none}}'])
})

test('who may do what with a bulletin in which state, as the grid prints it', () => {
  const actor = (role: 'supervisor' | 'coordinator' | 'head' | 'hotlineAgent') => ({
    ...{ id: 'p', name: '演', grants: [{ role, agency: 'city' }] },
  })
  const people = [
    ['督', actor('supervisor')],
    ['办', actor('coordinator')],
    ['管', actor('head')],
    ['话', actor('hotlineAgent')],
  ] as const
  const kinds = ['made', 'submit', 'approve', 'publish'] as const
  const at = { words: '', at: '2026-02-01T00:00:00.000Z', by: 'p', byName: '演' }
  const grid = bulletinStepTable.map(({ step }) => {
    const cells = bulletinStates.map((state, place) => {
      const standing = bulletinAfter(kinds.slice(0, place + 1).map(kind => ({ ...at, kind })))
      expect(standing.state).toBe(state)
      const may = people.filter(
        ([, by]) => refusalOfBulletin(step, { hotline: 'city', standing }, by) === undefined,
      )
      return may.map(([name]) => name).join('') || '·'
    })
    return [step, ...cells].join(' ')
  })
  expect(grid).toEqual([
    'save 督办 · · ·',
    'submit 督办 · · ·',
    'sendBack · 管 管 ·',
    'approve · 管 · ·',
    'publish · · 督办 ·',
    'restate · · · 督办',
  ])
})
