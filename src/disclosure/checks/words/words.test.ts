import { expect, test } from 'vitest'
import { dayOf } from '../../../statute/day.ts'
import type { FieldText } from '../plain.ts'
import { wordFinder } from './find.ts'
import { initialWhite, initialWords } from './initial.ts'
import { wordFindings } from './words.ts'

const list = wordFinder(initialWords, initialWhite)
const body = (text: string): readonly FieldText[] => [{ field: 'body', label: '正文', text }]
const told = (text: string, on = '2026-03-02') =>
  wordFindings(body(text), list, dayOf(on)).map(({ severity, at, proposal }) => [
    severity,
    at?.text,
    proposal,
  ])

const cases: readonly (readonly [string, readonly (readonly (string | undefined)[])[]])[] = [
  ['截止2026年3月1日共受理', [['mild', '截止2', '截至2']]],
  ['报名截止2026年3月1日', []],
  ['截至2026年3月1日', []],
  ['开立财政专用帐户', [['mild', '帐户', '账户']]],
  ['发放救灾帐篷', []],
  ['公布权利清单', [['mild', '权利清单', '权力清单']]],
  ['公布权力清单，保障公民权利', []],
  ['港澳台等国家的投资者', [['severe', '港澳台等国家', '港澳台等地区']]],
  ['港澳台等地区的投资者', []],
  ['中 华民 国', [['severe', '中 华民 国', undefined]]],
  ['中华民国时期建筑保护名录', []],
  ['维吾尔族、蒙古族群众', []],
  ['维族群众', [['severe', '维族', '维吾尔族']]],
  ['中华人民共和国', []],
  ['请先登陆系统办理', [['mild', '登陆系统', '登录系统']]],
  ['延边朝鲜族自治州旅游局，文化部门', [['mild', '旅游局', '文化和旅游局']]],
  ['台风登陆后减弱', []],
  ['这件事自己完成，新建义务教育学校，引起社会注意，返回教室，超过期限未满清退', []],
  ['西藏国有企业和新疆独特资源，给予报销，投资原则', []],
  ['己完成整改', [['mild', '己完成', '已完成']]],
  ['依据《合同法》处理', [['mild', '《合同法》', '《民法典》']]],
  ['依据《劳动合同法》处理', []],
  ['截止２０２６年', [['mild', '截止２', '截至２']]],
]

test.each(cases)('%s', (text, wanted) => {
  expect(told(text)).toEqual(wanted)
})

test('a word counts from its day on: 工商局 was right in 2015', () => {
  expect(told('市工商局受理', '2015-05-04')).toEqual([])
  expect(told('市工商局受理', '2026-03-02')).toEqual([['mild', '工商局', '市场监督管理局']])
})

test('the longest word at a place is told once, and no right form is itself a watched word', () => {
  expect(told('国家权利机关')).toEqual([['mild', '国家权利机关', '国家权力机关']])
  const wrong = initialWords.filter(
    ({ word, right }) => right !== '' && !right.startsWith('“') && told(right).length > 0 && word !== right,
  )
  expect(wrong.map(({ word, right }) => `${word}>${right}`)).toEqual([])
  expect(initialWords.filter(({ word, right }) => word === right || word === '')).toEqual([])
  const names = initialWords.map(({ word }) => word)
  expect(names.filter((word, at) => names.indexOf(word) !== at)).toEqual([])
})
