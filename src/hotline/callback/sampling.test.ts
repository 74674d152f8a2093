import { assert, constantFrom, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { demandTypes } from '../demand.ts'
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
