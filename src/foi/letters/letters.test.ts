import { expect, test } from 'vitest'
import { dayOf } from '../../statute/day.ts'
import { feeByPage, feeByPiece } from '../../statute/fees.ts'
import { closedGrounds, type Outcome, unprocessedGrounds, withheldGrounds } from '../../statute/taxonomy.ts'
import type { Decision } from '../events.ts'
import { someFacts } from './a-letter.ts'
import { publicationLetter, recordCorrectionLetter, transferLetter } from './afterwards.ts'
import { answerLetter } from './answer.ts'
import { type Letter, type LetterFacts, letterKinds } from './letter.ts'
import {
  correctionLetter,
  delayLetter,
  extensionLetter,
  feeLetter,
  reasonsLetter,
  receiptLetter,
} from './notices.ts'
import { coMakerLetter, thirdPartyLetter, thirdPartyToldLetter } from './third-parties.ts'

const facts = someFacts()
const reasoning = '理由见上。'
const parts = [
  { what: '第三页的承租人姓名', ground: 'thirdParty' },
  { what: '会议讨论记录', ground: 'deliberative' },
] as const
const notHeld: Outcome = { kind: 'unavailable', ground: 'notHeld' }

const answers: readonly [string, Decision, title: string, says: readonly (string | RegExp)[]][] = [
  ['granted', { outcome: { kind: 'granted' }, reasoning }, '政府信息公开答复书', ['第三十六条第二项']],
  [
    'already public',
    { outcome: { kind: 'granted' }, reasoning: '', publicAt: 'https://yunchuan.example/2024/zufang' },
    '政府信息公开答复书',
    ['第三十六条第一项', '途径：https://yunchuan.example/2024/zufang'],
  ],
  [
    'partly granted, each part with its ground',
    { outcome: { kind: 'partlyGranted' }, reasoning, parts },
    '政府信息部分公开答复书',
    ['第三十七条', /1\. 第三页的承租人姓名：.*第十五条/, /2\. 会议讨论记录：.*第十六条第二款/],
  ],
  [
    'a state secret',
    { outcome: { kind: 'withheld', ground: 'stateSecret' }, reasoning },
    '政府信息不予公开答复书',
    ['第十四条'],
  ],
  [
    'internal affairs',
    { outcome: { kind: 'withheld', ground: 'internalAffairs' }, reasoning },
    '政府信息不予公开答复书',
    ['第十六条第一款'],
  ],
  [
    'a register',
    { outcome: { kind: 'withheld', ground: 'administrativeInquiry' }, reasoning },
    '政府信息不予公开答复书',
    ['第三十六条第七项'],
  ],
  [
    'not existing',
    { outcome: notHeld, reasoning },
    '政府信息无法提供答复书',
    ['第三十六条第四项', '该政府信息不存在'],
  ],
  [
    'another agency’s, named',
    { outcome: notHeld, reasoning, rightAgency: '云川市邻近局（电话0000-1111111）' },
    '政府信息无法提供答复书',
    ['第三十六条第五项', '请向云川市邻近局（电话0000-1111111）提出申请'],
  ],
  [
    'another agency’s, unknown whose',
    { outcome: notHeld, reasoning, notOurs: true },
    '政府信息无法提供答复书',
    ['第三十六条第五项', '尚不能确定'],
  ],
  [
    'to be made',
    { outcome: { kind: 'unavailable', ground: 'needsCreation' }, reasoning },
    '政府信息无法提供答复书',
    ['第三十八条'],
  ],
  [
    'a petition',
    { outcome: { kind: 'unprocessed', ground: 'petition' }, reasoning },
    '政府信息公开申请不予处理告知书',
    ['第三十九条第一款'],
  ],
  [
    'too many',
    { outcome: { kind: 'unprocessed', ground: 'abusive' }, reasoning },
    '政府信息公开申请不予处理告知书',
    ['第三十五条'],
  ],
  [
    'not corrected',
    { outcome: { kind: 'closed', ground: 'uncorrected' }, reasoning: '' },
    '政府信息公开申请不再处理告知书',
    ['第三十条', '视为放弃申请'],
  ],
  [
    'withdrawn',
    { outcome: { kind: 'closed', ground: 'other' }, reasoning: '' },
    '政府信息公开申请不再处理告知书',
    ['已撤回申请'],
  ],
]

test.each(answers)('%s: the title, and the article that decides', (_, decision, title, says) => {
  const letter = answerLetter(decision, facts)
  expect(letter.title).toBe(title)
  for (const words of says) expect(letter.paragraphs.join('\n')).toMatch(words)
})

const outcomes: readonly Outcome[] = [
  { kind: 'granted' },
  { kind: 'partlyGranted' },
  ...withheldGrounds.map(ground => ({ kind: 'withheld', ground }) as const),
  notHeld,
  { kind: 'unavailable', ground: 'needsCreation' },
  { kind: 'unavailable', ground: 'stillUnclear' },
  ...unprocessedGrounds.map(ground => ({ kind: 'unprocessed', ground }) as const),
  ...closedGrounds.map(ground => ({ kind: 'closed', ground }) as const),
]

test('every answer says what was asked, speaks to whom it is sent, and ends with the remedies', () => {
  for (const outcome of outcomes) {
    const toPerson = answerLetter({ outcome, reasoning }, facts)
    const toFirm = answerLetter({ outcome, reasoning }, { ...facts, applicantKind: 'business' })
    expect(toPerson.paragraphs[0]).toContain(facts.description)
    expect(toPerson.paragraphs.at(-1)).toMatch(/^如对本(答复书|告知书)不服，/)
    expect(toPerson.paragraphs.join('')).not.toMatch(/\{|你单位/)
    expect(toFirm.paragraphs.join('')).not.toMatch(/\{|您/)
  }
})

test('who is refused reconsiders first since 2024; who is granted may sue directly', () => {
  const last = (outcome: Outcome, on: string) =>
    answerLetter({ outcome, reasoning: '' }, { ...facts, on: dayOf(on) }).paragraphs.at(-1) ?? ''
  const refused: Outcome = { kind: 'withheld', ground: 'deliberative' }
  expect(last(refused, '2024-01-02')).toMatch(
    /应当依照《中华人民共和国行政复议法》第二十三条.*先.*60日.*15日内/,
  )
  expect(last(refused, '2023-12-29')).toMatch(/可以.*60日.*6个月内直接/)
  expect(last({ kind: 'granted' }, '2024-01-02')).toMatch(/可以.*60日.*6个月内直接/)
})

test('a decision served through the internet offers the internet channel; one by post does not', () => {
  const of = (servingWay: LetterFacts['servingWay']) =>
    answerLetter({ outcome: { kind: 'granted' }, reasoning: '' }, { ...facts, servingWay }).paragraphs.join()
  expect(of('internet')).toContain('https://fuyi.example')
  expect(of('post')).not.toContain('https://fuyi.example')
})

const due = dayOf('2025-04-09')
const agency = { name: '云川市邻近局', contact: '0000-1111111' }
const overruled = { party: '演示公司', disclosed: '检测报告全文', reason: '关系居民健康。' } as const

/** Whether a letter decides anything that can be contested: then, and only then, it names the remedies. */
const notices: readonly [Letter, says: RegExp, contestable: boolean][] = [
  [receiptLetter(facts, due), /第三十一条.*2025年4月9日前答复/, false],
  [correctionLetter(facts, { answerBy: due, reason: '年度不明' }), /第三十条.*2025年4月9日前补正/, false],
  [thirdPartyLetter(facts, '演示公司'), /第三十二条.*15个工作日/, false],
  [coMakerLetter(facts, '云川市邻近局'), /第三十四条.*视为同意公开/, false],
  [
    thirdPartyToldLetter(facts, { ...overruled, finding: 'outweighed' }),
    /第三十二条.*检测报告全文.*公共利益造成重大影响.*关系居民健康/s,
    true,
  ],
  [thirdPartyToldLetter(facts, { ...overruled, finding: 'unreasonable' }), /不是合理理由/, true],
  [extensionLetter(facts, { due, workdays: 10, reason: '量大' }), /第三十三条第二款.*10个工作日/, false],
  [reasonsLetter(facts, { answerBy: due, reason: '一个月40件' }), /第三十五条.*书面说明申请的理由/, false],
  [delayLetter(facts, { until: due, reason: '量大' }), /第三十五条.*2025年4月9日前答复/, false],
  [feeLetter(facts, { fee: feeByPage(45), payBy: due }), /第四十二条.*150元/, false],
  [transferLetter(facts, agency), /第三十六条第五项.*0000-1111111/, false],
  [publicationLetter(facts, { publish: true, on: due, where: '政府网站', reason: '' }), /第四十四条/, false],
  [publicationLetter(facts, { publish: false, reason: '涉及个人' }), /第四十四条.*不纳入/s, false],
  [recordCorrectionLetter(facts, { kind: 'corrected', corrected: '1961年生', reason: '' }), /1961年生/, true],
  [recordCorrectionLetter(facts, { kind: 'refused', reason: '证据不足' }), /第四十一条.*不予更正/, true],
  [recordCorrectionLetter(facts, { kind: 'passedOn', to: agency, reason: '' }), /转送有权更正/, false],
]

test.each(notices)('%j: its article and its day', (letter, says, contestable) => {
  const text = letter.paragraphs.join('\n')
  expect(text).toMatch(says)
  expect(text.includes('申请行政复议')).toBe(contestable)
  expect(text).not.toMatch(/应当依照《中华人民共和国行政复议法》/)
})

test('every kind of letter is written here', () => {
  const written = new Set([...notices.map(([{ kind }]) => kind), 'answer', 'ended'])
  expect([...written].toSorted()).toEqual(letterKinds.toSorted())
})

test('a letter to a third party offers no internet channel that the applicant chose', () => {
  const letter = thirdPartyToldLetter(facts, { ...overruled, finding: 'outweighed' })
  expect(letter.addressee).toBe('演示公司')
  expect(letter.paragraphs.join()).not.toContain('https://fuyi.example')
})

test('the fee is shown line by line', () => {
  const letter = feeLetter(facts, { fee: feeByPiece(45), payBy: due })
  expect(letter.paragraphs).toContain('31–40件: 200元 × 10 = 2000元')
})

test('what a stranger typed keeps its words and lines, and loses what would turn the letter around', () => {
  const description = '一、名单\r\n\u202e二、<b>金额</b>\u0007\n\n三、=1+1 😀 سلام \ud800'
  const { paragraphs, addressee } = receiptLetter({ ...facts, description, addressee: '演\n申请' }, due)
  expect(paragraphs.slice(0, 3)).toEqual([
    expect.stringMatching(/内容为：一、名单$/),
    '二、<b>金额</b>',
    '三、=1+1 😀 سلام \ufffd',
  ])
  expect(addressee).toBe('演 申请')
})
