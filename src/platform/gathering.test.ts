import { expect, test } from 'vitest'
import { gathered } from './gathering.ts'

test('what is asked in the same moment is answered together, to each his own', async () => {
  const groups: (readonly number[])[] = []
  const double = gathered(async (keys: readonly number[]) => {
    groups.push(keys)
    return keys.map(key => key * 2)
  })
  expect(await Promise.all([double(1), double(2), double(1)])).toEqual([2, 4, 2])
  expect(await double(5)).toBe(10)
  expect(groups).toEqual([[1, 2, 1], [5]])
})

test('many are answered in groups, and a fault reaches those of its group alone', async () => {
  const sizes: number[] = []
  const same = gathered(async (keys: readonly number[]) => {
    sizes.push(keys.length)
    if (keys.includes(3)) throw new RangeError('three')
    return keys
  })
  const told = await Promise.allSettled(Array.from({ length: 130 }, (_, at) => same(at)))
  expect(sizes).toEqual([64, 64, 2])
  expect(told.filter(({ status }) => status === 'rejected')).toHaveLength(64)
  expect(told[129]).toEqual({ status: 'fulfilled', value: 129 })
})
