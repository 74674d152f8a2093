import { expect, test } from 'vitest'
import { emptyPhrases, emptyShare } from './phrases.ts'

test.each<[string, readonly string[]]>([
  [
    '您反映的问题我局高度重视，感谢您对我们工作的支持与理解。',
    ['我局高度重视', '感谢您对我们工作的支持与理解'],
  ],
  ['已转交相关部门，将尽快处理。', ['已转交相关部门', '将尽快处理']],
  ['1月18日更换镇流器，路灯已经恢复照明。', []],
  ['现回复如下：该路段8月底完工。', ['现回复如下']],
  ['', []],
])('the empty phrases of “%s”', (text, phrases) => {
  expect(emptyPhrases(text)).toEqual(phrases)
})

test('an answer of empty phrases alone is nearly all empty; one that says what was done is not', () => {
  expect(emptyShare('我们高度重视，将尽快处理，感谢您的关注。')).toBeGreaterThan(0.7)
  expect(emptyShare('1月18日更换镇流器，路灯已经恢复照明，电话 000-1。')).toBe(0)
})
