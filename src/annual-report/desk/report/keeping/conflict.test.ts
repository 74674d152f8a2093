import { expect, test } from 'vitest'
import { aReport } from '../../../a-report.ts'
import { differencesOf, merged } from './conflict.ts'

const base = aReport()
const words = (report: typeof base, overview: string) => ({
  ...report,
  narrative: { ...report.narrative, overview },
})
const mine = words(aReport({ 'proactive.licensing': 5, 'proactive.penalties': 1 }), '我的文字')
const theirs = aReport({ 'proactive.penalties': 2, 'proactive.coercion': 3 })
const split = { base, mine, theirs }

test('where one person alone changed a cell, theirs is likely; where both did, mine', () => {
  expect(differencesOf(split).map(({ where, likely }) => [where, likely])).toEqual([
    ['proactive.licensing', 'mine'],
    ['proactive.penalties', 'mine'],
    ['proactive.coercion', 'theirs'],
    ['narrative.overview', 'mine'],
  ])
})

test('what is chosen is merged, cell by cell and section by section', () => {
  const likely = new Map(differencesOf(split).map(each => [each.where, each.likely]))
  expect(merged(split, likely)).toEqual(
    words(
      aReport({ 'proactive.licensing': 5, 'proactive.penalties': 1, 'proactive.coercion': 3 }),
      '我的文字',
    ),
  )
  const all = new Map(differencesOf(split).map(({ where }) => [where, 'theirs' as const]))
  expect(merged(split, all)).toEqual(theirs)
})
