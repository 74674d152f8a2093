import fc from 'fast-check'
import { expect, test } from 'vitest'
import { someMessages } from '../some-messages.ts'
import { accuracyOf, confidenceError, type Judged, macroF1 } from './accuracy.ts'
import { eachGram, GramTable } from './grams.ts'
import { modelFromBytes, modelToBytes } from './kept-model.ts'
import { type CategoryModel, categoriesOf, categoryOf } from './model.ts'
import { sharpnessOf } from './sharpness.ts'
import { Training } from './training.ts'

const past = someMessages(40)
const fresh = someMessages(30, 2)

function trainedOn(messages: typeof past): CategoryModel {
  const training = new Training()
  for (const { category, message } of messages) training.add(category, message)
  return training.model()
}
const model = trainedOn(past)

const cases: readonly (readonly [string, string])[] = [
  ['石塔村路灯坏了，晚上一片漆黑，没有照明', '路灯照明'],
  ['老板拖欠三个月工资，社保也没有交', '工资社保'],
  ['楼下烧烤摊油烟和噪声到凌晨', '噪声油烟'],
  ['ＬＵＤＥＮＧ：路灯不亮_x000D_', '路灯照明'],
]
test.each(cases)('“%s” is %s', (body, category) => {
  expect(categoryOf(model, { subject: '', body })).toMatchObject({ category })
})

test('messages that nobody learned from are told apart, and are sure where they are plain', () => {
  const judged = fresh.map(({ category, message }): Judged => {
    const { category: said, confidence } = categoryOf(model, message)
    return { truth: category, said, confidence }
  })
  expect(macroF1(judged)).toBe(1)
  expect(Math.min(...judged.map(({ confidence }) => confidence))).toBeGreaterThan(0.5)
})

test('the same messages give the same model, bit by bit', () => {
  expect(modelToBytes(trainedOn(past))).toEqual(modelToBytes(model))
})

test('in whatever order messages come, plain ones keep their category', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(past, { minLength: past.length }), order => {
      const other = trainedOn(order)
      return fresh.every(({ category, message }) => categoryOf(other, message).category === category)
    }),
    { numRuns: 5 },
  )
})

test('a kept model says the same as the one that was trained; a hurt one is refused', () => {
  const bytes = modelToBytes(model)
  const again = modelFromBytes(bytes)
  for (const { message } of fresh) expect(categoriesOf(again, message)).toEqual(categoriesOf(model, message))
  expect(() => modelFromBytes(bytes.slice(0, -4))).toThrow('cut short')
  expect(() => modelFromBytes(new Uint8Array(9))).toThrow('another form')
})

test('the confidences of all categories make 1, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), body => {
      const all = categoriesOf(model, { subject: '', body })
      const sum = all.reduce((total, { confidence }) => total + confidence, 0)
      expect(sum).toBeCloseTo(1, 9)
      expect(all).toHaveLength(3)
    }),
  )
})

test('what stands in one message alone teaches nothing', () => {
  const [first, ...others] = past
  if (first === undefined) throw new Error('no messages')
  const odd = { ...first, message: { ...first.message, body: `${first.message.body}䴉鸧` } }
  expect(modelToBytes(trainedOn([odd, ...others]))).toEqual(modelToBytes(model))
})

test('grams are numbered as they come, and known again', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 2 ** 32 - 1 }), { maxLength: 300 }), keys => {
      const table = new GramTable(4)
      expect(keys.map(key => table.add(key))).toEqual(keys.map((_, at) => at))
      expect(keys.map(key => table.numberOf(key))).toEqual(keys.map((_, at) => at))
      expect([...table.keys()]).toEqual(keys)
    }),
  )
  const told: string[] = []
  eachGram('路灯，坏', key => told.push(String.fromCharCode(key >>> 16, key & 0xffff).replace('\0', '')))
  expect(told).toEqual(['路', '路灯', '灯', '坏'])
})

test('accuracy counts as a person counts it', () => {
  const judged = ['甲甲', '甲甲', '甲乙', '乙乙'].map(([truth = '', said = '']) => ({
    ...{ truth, said, confidence: 0.75 },
  }))
  expect(accuracyOf(judged)).toEqual([
    { category: '乙', messages: 1, precision: 0.5, recall: 1, f1: 2 / 3 },
    { category: '甲', messages: 3, precision: 1, recall: 2 / 3, f1: 0.8 },
  ])
  expect(macroF1(judged)).toBeCloseTo((2 / 3 + 0.8) / 2, 12)
  expect(confidenceError(judged)).toBe(0)
})

test('who is right half of the time at any score is told half as a share', () => {
  const scores = Float64Array.of(1, 0)
  const even = [
    { scores, truth: 0 },
    { scores, truth: 1 },
  ]
  expect(sharpnessOf(even)).toBeCloseTo(2 ** -3, 3)
  expect(sharpnessOf([{ scores, truth: 0 }])).toBeCloseTo(2 ** 5, 3)
})
