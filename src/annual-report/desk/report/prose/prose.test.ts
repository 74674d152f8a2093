import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aReport } from '../../../a-report.ts'
import { findingsOf } from '../../../rules/checked.ts'
import { piecesOf, plainWords, snapped, spliced } from './pieces.ts'
import { staleIn } from './stale.ts'

const figure = '{{applications.received[6]}}'
const text = `收到申请${figure}件。`

test('the prose is words and figures, and its pieces joined are the text', () => {
  expect(piecesOf(text).map(({ kind }) => kind)).toEqual(['words', 'figure', 'words'])
  expect(
    piecesOf(text)
      .map(({ source }) => source)
      .join(''),
  ).toBe(text)
})

test('a figure is deleted whole or not at all, wherever one cuts', () => {
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(text.length), (a, b) => {
      const stretch = { from: Math.min(a, b), to: Math.max(a, b) }
      const after = spliced(text, stretch, '').text
      expect(after.includes(figure) || !/[{}[\]]/.test(after)).toBe(true)
    }),
  )
})

test('typing within a figure goes behind it', () => {
  expect(snapped(text, { from: 10, to: 10 })).toEqual({ from: 4 + figure.length, to: 4 + figure.length })
})

test('what is pasted is plain', () => {
  expect(plainWords('甲\r\n乙\u00a0丙\u200b')).toBe('甲\n乙 丙')
})

const withOverview = (overview: string) => {
  const report = aReport()
  return { ...report, narrative: { ...report.narrative, overview } }
}

test.each([
  ['2023年收到政府信息公开申请１２件。', '１２', '改为引用数字', figure],
  ['全年收到行政诉讼5件。', '5', '改为 0', '0'],
  ['2023年收到政府信息公开申请２０23件。', '２０23', '改为引用数字', figure],
])('in “%s” the number %s is marked, and one click puts it right', (overview, number, label, words) => {
  const report = withOverview(overview)
  const [stale] = staleIn(report, 'overview', findingsOf(report, undefined))
  expect(overview.slice(stale?.stretch.from, stale?.stretch.to)).toBe(number)
  expect(stale?.instead).toEqual({ label, words })
  const fixed = withOverview(spliced(overview, stale?.stretch ?? { from: 0, to: 0 }, words).text)
  expect(staleIn(fixed, 'overview', findingsOf(fixed, undefined))).toEqual([])
})

test('a denial has no number to put right: its sentence is marked', () => {
  const overview = '本年按规定办理。没有收到政府信息公开申请。'
  const report = withOverview(overview)
  const [stale] = staleIn(report, 'overview', findingsOf(report, undefined))
  expect(overview.slice(stale?.stretch.from, stale?.stretch.to)).toBe('没有收到政府信息公开申请。')
  expect(stale?.instead).toBeUndefined()
})
