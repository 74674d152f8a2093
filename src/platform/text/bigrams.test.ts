import { expect, test } from 'vitest'
import { bigrams } from './bigrams.ts'

const cases: readonly [string, string[]][] = [
  ['路灯不亮', ['路灯', '灯不', '不亮']],
  ['2024年，保障房', ['20', '02', '24', '4年', '保障', '障房']],
  ['Ａ座', ['a座']],
  ['无 中 生', ['无', '中', '生']],
  ['😀；…', []],
  ['', []],
]

test.each(cases)('the pairs of “%s”', (text, pairs) => {
  expect(bigrams(text)).toEqual(pairs)
})
