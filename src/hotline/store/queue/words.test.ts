import { expect, test } from 'vitest'
import { togetherOf } from './frequent-words.ts'
import { spansFrom, wordsOf } from './words.ts'

const dayMs = 86_400_000

// The share of a rare word, of a frequent one and of a common one.
test.each([0, 0.01, 0.1])('each demand lies in one span, whatever the day: share %d', share => {
  for (const moment of ['2026-01-03T08:00:00.000Z', '2026-01-20T08:00:00.000Z', '2026-03-01T00:30:00.000Z']) {
    const spans = spansFrom(moment, share)
    for (let back = 0; back < 800; back++) {
      const filedAt = new Date(Date.parse(moment) - back * dayMs).toISOString()
      const words = wordsOf({ id: '', subject: '', body: '', place: '', filedAt })
      const holding = spans.filter(
        ({ months, from, before }) =>
          (months === undefined || months.some(month => words.includes(month))) &&
          (from === undefined || filedAt >= from) &&
          (before === undefined || filedAt < before),
      )
      expect([filedAt, holding.length]).toEqual([filedAt, 1])
    }
  }
})

test.each([
  ['a word alone', [0.12], 0.12],
  ['one of two is rare', [0.12, 0], 0],
  ['two that are common', [0.16, 0.04], 0.016],
  ['in whichever order', [0.04, 0.16], 0.016],
])('words stand together in a share of demands: %s', (_, shares, share) => {
  expect(togetherOf(shares)).toBeCloseTo(share, 9)
})
