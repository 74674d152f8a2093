import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aReport } from './a-report.ts'
import { allCells, cellAt, withCell } from './cells.ts'
import { compare } from './compare.ts'
import type { Assertion } from './finding.ts'
import { cellLabel } from './labels.ts'
import { rollUpFindings, sumOf } from './roll-up.ts'
import { verify } from './verify.ts'

test('a balanced report has no findings', () => expect(verify(aReport())).toEqual([]))

test.each([
  [{ 'applications.carriedOut[0]': 3, 'applications.carriedOut[6]': 3 }, 'applications.balance', 8, 9],
  [{ 'applications.received[6]': 10, 'applications.carriedIn[6]': 0 }, 'applications.row-total', 9, 10],
  [{ 'applications.granted[0]': 5, 'applications.granted[6]': 7 }, 'applications.result-total', 5, 6],
  [{ 'remedies.reconsideration.total': 4 }, 'remedies.total', 3, 4],
  [{ 'applications.received[2]': null }, 'form.blank-cell', null, null],
  [{ 'proactive.licensing': 1.5 }, 'form.impossible-number', null, 1.5],
  [{ 'proactive.penalties': -1 }, 'form.impossible-number', null, -1],
])('%j breaks %s', (cells, rule, expected, actual) => {
  const findings = verify(aReport(cells))
  expect(findings).toContainEqual(expect.objectContaining({ rule, expected, actual }))
})

test('a blank keeps a rule from judging', () => {
  const findings = verify(aReport({ 'applications.received[1]': null, 'applications.received[6]': 99 }))
  expect(findings.filter(({ rule }) => rule === 'applications.row-total')).toEqual([])
})

test('whatever single count is changed, something is found that names the cell', () => {
  const report = aReport()
  const counted = allCells(report).filter(path => !path.startsWith('proactive.'))
  fc.assert(
    fc.property(fc.constantFrom(...counted), fc.integer({ min: 1, max: 50 }), (path, more) => {
      const findings = verify(withCell(report, path, (cellAt(report, path) ?? 0) + more))
      expect(findings.some(({ where, message }) => where.includes(path) && /\d/.test(message))).toBe(true)
    }),
  )
})

test('last year ties to this year', () => {
  const previous = {
    ...aReport({ 'applications.carriedOut[0]': 4, 'applications.carriedOut[6]': 4 }),
    year: 2022,
  }
  const rules = verify(aReport(), { previous }).map(({ rule, expected, actual }) => [rule, expected, actual])
  expect(rules).toEqual([
    ['years.carried', 4, 1],
    ['years.carried', 4, 1],
    ['years.in-force', 14, 12],
  ])
})

const said = (topic: Assertion['topic'], value: number, more: Partial<Assertion> = {}): Assertion => ({
  ...{ topic, value, approximate: false, section: 'overview', sentence: '句子。' },
  ...more,
})

test.each([
  [said('received', 9), []],
  [said('received', 10), ['narrative.applications']],
  [said('received', 10, { sentence: '收到申请（含上年结转）10件。' }), []],
  [said('received', 0), ['narrative.applications']],
  [said('withheld', 0), []],
  [said('reconsideration', 134), ['narrative.remedies']],
  [said('litigation', 0), []],
  [said('feesWan', 3), ['narrative.fees']],
  [said('granted', 9, { approximate: true }), []],
  [said('granted', 90, { approximate: true }), ['narrative.applications']],
])('the prose says %j', (assertion, rules) => {
  expect(verify(aReport(), { assertions: [assertion] }).map(({ rule }) => rule)).toEqual(rules)
})

test('two different processing fees in the prose are found', () => {
  const assertions = [
    said('processingFeeYuan', 0),
    said('processingFeeYuan', 300, { section: 'otherMatters' }),
  ]
  expect(verify(aReport(), { assertions }).map(({ rule }) => rule)).toEqual(['narrative.fees'])
})

test('a government ties to the sum of its agencies, in either shape of 其他处理', () => {
  const {
    'closed.uncorrected': _,
    'closed.unpaid': __,
    'closed.other': ___,
    ...rest
  } = aReport().applications
  const oneRow = { ...aReport(), applications: { ...rest, closed: [0, 0, 0, 0, 0, 0, 0] as const } }
  const children = [aReport(), oneRow]
  const parent = sumOf(children, '云川市', 2023)
  expect(cellAt(parent, 'applications.received[6]')).toBe(18)
  expect(rollUpFindings(parent, children)).toEqual([])
  const wrong = rollUpFindings(withCell(parent, 'applications.received[0]', 20), children)
  expect(wrong).toMatchObject([
    { rule: 'roll-up', where: ['applications.received[0]'], expected: 14, actual: 20 },
  ])
})

test('two years are compared cell by cell and in words', () => {
  const { cells, sentences } = compare(
    { ...aReport(), year: 2022 },
    aReport({ 'applications.received[6]': 18 }),
  )
  expect(cells.find(({ where }) => where === 'applications.received[6]')).toMatchObject({
    change: 9,
    ratio: 1,
  })
  expect(sentences).toContain('本年新收·总计：2023 年 18，比 2022 年的 9 多 9（+100.0%）。')
})

test('every cell has a name of its own in Chinese', () => {
  const labels = allCells(aReport()).map(cellLabel)
  expect(new Set(labels).size).toBe(labels.length)
  expect(labels.filter(label => /[A-Za-z]/.test(label))).toEqual([])
})
