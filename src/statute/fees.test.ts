import fc from 'fast-check'
import { expect, test } from 'vitest'
import { feeByPage, feeByPiece } from './fees.ts'

test.each([
  [0, 0],
  [10, 0],
  [11, 100],
  [30, 2000],
  [31, 2200],
  [40, 4000],
  [41, 4300],
  [50, 7000],
  [100, 37_000],
])('%i pieces in a month cost ¥%i', (pieces, yuan) => {
  expect(feeByPiece(pieces).yuan).toBe(yuan)
})

test.each([
  [30, 0],
  [31, 10],
  [100, 700],
  [101, 720],
  [200, 2700],
  [201, 2740],
  [1000, 34_700],
])('%i pages cost ¥%i', (pages, yuan) => {
  expect(feeByPage(pages).yuan).toBe(yuan)
})

test('the arithmetic is shown line by line', () => {
  expect(feeByPiece(40).lines.map(line => line.text)).toEqual([
    '1–10件: 0元 × 10 = 0元',
    '11–30件: 100元 × 20 = 2000元',
    '31–40件: 200元 × 10 = 2000元',
  ])
})

test('one more never costs less, and the lines add up to the fee', () => {
  fc.assert(
    fc.property(fc.nat(5000), n => {
      for (const feeOf of [feeByPiece, feeByPage]) {
        const fee = feeOf(n)
        expect(feeOf(n + 1).yuan).toBeGreaterThanOrEqual(fee.yuan)
        expect(fee.lines.reduce((sum, line) => sum + line.count, 0)).toBe(n)
      }
    }),
  )
})

test('a number that counts nothing is an error', () => {
  expect(() => feeByPiece(-1)).toThrow(RangeError)
  expect(() => feeByPage(1.5)).toThrow(RangeError)
})
