import { expect, test } from 'vitest'
import { emptyPhrases, emptyShare } from './phrases.ts'
import { qualityOf } from './score.ts'

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

const asked = { subject: '演示路路灯不亮', body: '演示路 8 号门前路灯三天不亮。' }
test.each<[string, string, number, Partial<ReturnType<typeof qualityOf>>]>([
  [
    'what was done',
    '经核实，演示路路灯因镇流器损坏不亮，1月18日已更换，电话 000-1。',
    2,
    { relevance: 1, timeliness: 1, reasons: 0.5 },
  ],
  ['a cited rule', '根据《城市照明管理规定》第二十条办理。', 40, { reasons: 1, timeliness: 0 }],
  ['nothing', '', 30, { score: 0, relevance: 0, completeness: 0 }],
])('the parts of an answer that says %s', (_, reply, days, parts) => {
  expect(qualityOf({ message: asked, reply, days })).toMatchObject(parts)
})

test('an answer of empty phrases stands below one to the point', () => {
  const score = (reply: string) => qualityOf({ message: asked, reply, days: 3 }).score
  const empty = score('您反映的问题我局高度重视，将尽快处理，感谢您的关注。')
  expect(empty).toBeLessThan(score('演示路路灯不亮，经核实是电缆被挖断，1月18日已修复，电话 000-1。'))
})
