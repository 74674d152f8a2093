import { assert, constantFrom, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { demandTypes } from '../demand.ts'
import { isByMessage } from './choosing.ts'
import { isSampled, type Sampling } from './sampling.ts'

const all = (share: number): Sampling => ({
  ...{ consultation: share, help: share, complaint: share, report: share, suggestion: share, praise: share },
})
const numberOf = (count: number) => `20260120-${String(count).padStart(5, '0')}`

test('of a hundred everybody is asked, of none nobody', () => {
  assert(
    property(integer({ min: 1, max: 99_999 }), constantFrom(...demandTypes), (count, type) => {
      expect(isSampled({ number: numberOf(count), type }, all(100))).toBe(true)
      expect(isSampled({ number: numberOf(count), type }, all(0))).toBe(false)
    }),
  )
})

test.each([10, 30, 50, 80])('of a day’s two thousand about %i in a hundred are asked', share => {
  const asked = Array.from({ length: 2000 }, (_, at) => numberOf(at + 1)).filter(number =>
    isSampled({ number, type: 'help' }, all(share)),
  )
  expect(Math.abs(asked.length / 20 - share)).toBeLessThan(4)
})

test.each([10, 50, 90])(
  'of those who are asked about %i in a hundred are asked by message, however many are asked',
  share => {
    const day = Array.from({ length: 4000 }, (_, at) => ({ number: numberOf(at + 1), type: 'help' as const }))
    for (const asked of [100, 50, 20]) {
      const sampled = day.filter(each => isSampled(each, all(asked)))
      const byMessage = sampled.filter(each => isByMessage(each, { byMessage: all(share) }))
      expect(Math.abs((byMessage.length * 100) / sampled.length - share)).toBeLessThan(6)
    }
  },
)
