import { assert, constantFrom, property, string, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { filledFrom, knownPlaces, placesIn, refusalOfTemplate, refusalOfUnfilled } from './template.ts'

const values = {
  ...{
    诉求编号: '20260120-00001',
    诉求标题: '演示路路灯不亮',
    地点: '演示路 8 号',
    登记时间: '2026年1月16日',
  },
  ...{ 承办单位: '云川市城管局', 反馈日期: '2026年1月20日' },
}

test.each<[string, string, readonly string[]]>([
  ['诉求{诉求编号}：{地点}的路灯已修。', '诉求20260120-00001：演示路 8 号的路灯已修。', []],
  ['｛地点｝已于{修复日期}修好。', '演示路 8 号已于{修复日期}修好。', ['修复日期']],
  ['{ 承办单位 }，{处理结果}，{处理结果}', '云川市城管局，{处理结果}，{处理结果}', ['处理结果']],
  ['没有位置。', '没有位置。', []],
  ['{}和{\n}不是位置', '{}和{\n}不是位置', []],
])('“%s” is filled from the demand', (words, filled, open) => {
  expect(filledFrom(words, values)).toBe(filled)
  expect(placesIn(filledFrom(words, values))).toEqual(open)
  expect(refusalOfUnfilled(filled) === undefined).toBe(open.length === 0)
})

test('a place of which the demand says nothing stays, and is named before it is sent', () => {
  const filled = filledFrom('{地点}已修，{联系人}。', { ...values, 地点: '' })
  expect(refusalOfUnfilled(filled)?.message).toMatch(/\{地点\}、\{联系人\}/)
})

test('whatever stands around them, known places are all filled', () => {
  const around = string().filter(text => !/[{}｛｝\n]/.test(text))
  assert(
    property(tuple(around, constantFrom(...knownPlaces), around), ([before, name, after]) => {
      expect(placesIn(filledFrom(`${before}{${name}}${after}`, values))).toEqual([])
    }),
  )
})

test.each<[string, string, RegExp | undefined]>([
  ['路灯', '已修。', undefined],
  [' ', '已修。', /名称/],
  ['路灯', ' ', /内容/],
  ['长'.repeat(51), '已修。', /不能超过 50 字/],
  ['路灯', '长'.repeat(2001), /不能超过 2000 字/],
])('a template called “%s”', (name, words, why) => {
  const refusal = refusalOfTemplate({ name, words })
  if (why === undefined) expect(refusal).toBeUndefined()
  else expect(refusal?.message).toMatch(why)
})
