import { expect, test } from 'vitest'
import { plainText } from '../../../web/typed.ts'
import { blank, enteredOf, type Typed } from './entered.ts'

const whole: Typed = {
  ...{ ...blank, name: '演申请', document: '演示证件1', contact: '000', description: '分配结果' },
  ...{ agencies: ['trial'], once: 'x' },
}

test('a whole form can be lodged', () => {
  expect(enteredOf(whole, ['trial'])).toMatchObject({ applicantKind: 'naturalPerson', agencies: ['trial'] })
})

const wrong: readonly [string, Partial<Typed>, object][] = [
  ['no name', { name: '' }, { name: expect.stringContaining('姓名') }],
  ['no description', { description: '' }, { description: expect.stringContaining('写明') }],
  ['no agency', { agencies: [] }, { agencies: expect.stringContaining('至少') }],
  ['an agency that is not there', { agencies: ['no'] }, { agencies: expect.stringContaining('不存在') }],
  ['post without an address', { serving: 'post' }, { address: expect.stringContaining('邮寄地址') }],
  [
    'an agent without authority',
    { agentName: '演代理' },
    { agentDocument: expect.anything(), authority: expect.anything() },
  ],
  [
    '100,000 characters',
    { description: '😀'.repeat(100_000) },
    { description: expect.stringContaining('100000 字') },
  ],
  ['a long name', { name: '名'.repeat(101) }, { name: expect.stringContaining('100') }],
  ['another kind', { kind: 'emperor' }, { kind: expect.stringContaining('选择') }],
]
test.each(wrong)('%s: it is said at the field', (_, change, said) => {
  expect(enteredOf({ ...whole, ...change }, ['trial'])).toEqual(said)
})

test('marks of direction and control characters are left out; words, emoji and lines stay', () => {
  expect(plainText(' 甲\u202E乙\u0000😀\r\n丙\u2066 ')).toBe('甲乙😀\n丙')
})
