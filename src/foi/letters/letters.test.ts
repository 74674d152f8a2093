import { expect, test } from 'vitest'
import { dayOf } from '../../statute/day.ts'
import { feeByPiece } from '../../statute/fees.ts'
import type { Outcome } from '../../statute/taxonomy.ts'
import { answerLetter } from './answer.ts'
import type { LetterFacts } from './letter.ts'
import { feeLetter } from './notices.ts'

const facts: LetterFacts = {
  ...{ addressee: '演申请', agency: '云川市试验局', requestNumber: '〔2025〕第7号', description: '分配结果' },
  ...{ receivedOn: dayOf('2025-03-03'), on: dayOf('2025-03-10'), servingWay: 'internet' },
  remedies: {
    ...{ reconsideration: '云川市人民政府', court: '云川市人民法院' },
    internetAddress: 'https://fuyi.example',
  },
}

const cases: readonly [string, Outcome, string, string][] = [
  ['granted', { kind: 'granted' }, '政府信息公开答复书', '第三十六条'],
  ['partly granted', { kind: 'partlyGranted' }, '政府信息部分公开答复书', '第三十七条'],
  ['a state secret', { kind: 'withheld', ground: 'stateSecret' }, '政府信息不予公开答复书', '第十四条'],
  ['a third party', { kind: 'withheld', ground: 'thirdParty' }, '政府信息不予公开答复书', '第十五条'],
  [
    'internal affairs',
    { kind: 'withheld', ground: 'internalAffairs' },
    '政府信息不予公开答复书',
    '第十六条第一款',
  ],
  ['not held', { kind: 'unavailable', ground: 'notHeld' }, '政府信息无法提供答复书', '第三十六条'],
  ['to be made', { kind: 'unavailable', ground: 'needsCreation' }, '政府信息无法提供答复书', '第三十八条'],
  ['a petition', { kind: 'unprocessed', ground: 'petition' }, '政府信息公开申请不予处理告知书', '第三十九条'],
  ['too many', { kind: 'unprocessed', ground: 'abusive' }, '政府信息公开申请不予处理告知书', '第三十五条'],
  ['not corrected', { kind: 'closed', ground: 'uncorrected' }, '政府信息公开申请不再处理告知书', '第三十条'],
]

test.each(cases)('%s: the title, and the article that decides', (_, outcome, title, article) => {
  const letter = answerLetter(outcome, '理由见上。', facts)
  expect(letter.title).toBe(title)
  expect(letter.paragraphs.join('\n')).toContain(article)
})

test('who is refused reconsiders first since 2024; who is granted may sue directly', () => {
  const last = (outcome: Outcome, on: string) =>
    answerLetter(outcome, '', { ...facts, on: dayOf(on) }).paragraphs.at(-1) ?? ''
  const refused: Outcome = { kind: 'withheld', ground: 'deliberative' }
  expect(last(refused, '2024-01-02')).toMatch(
    /应当依照《中华人民共和国行政复议法》第二十三条.*先.*60 日.*15 日内/,
  )
  expect(last(refused, '2023-12-29')).toMatch(/可以.*60 日.*6 个月内直接/)
  expect(last({ kind: 'granted' }, '2024-01-02')).toMatch(/可以.*60 日.*6 个月内直接/)
})

test('a decision served through the internet offers the internet channel; one by post does not', () => {
  const of = (servingWay: LetterFacts['servingWay']) =>
    answerLetter({ kind: 'granted' }, '', { ...facts, servingWay }).paragraphs.join('\n')
  expect(of('internet')).toContain('https://fuyi.example')
  expect(of('post')).not.toContain('https://fuyi.example')
})

test('the fee is shown line by line', () => {
  const letter = feeLetter(facts, { fee: feeByPiece(45), payBy: dayOf('2025-04-09') })
  expect(letter.paragraphs).toContain('31–40件: 200元 × 10 = 2000元')
})
