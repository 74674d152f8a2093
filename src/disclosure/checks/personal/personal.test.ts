import { expect, test } from 'vitest'
import { isIdNumber } from './id-number.ts'
import { isLuhn } from './numbers.ts'
import { personalIn } from './personal.ts'

const found = (text: string) =>
  personalIn(text).map(({ rule, severity, text: words, proposal }) => [rule, severity, words, proposal])
const s = 'severe'
const m = 'mild'

const cases: readonly (readonly [string, readonly (readonly string[])[]])[] = [
  [
    '申请人身份证号11010519491231002X。',
    [['personal.idNumber', s, '11010519491231002X', '110105********002X']],
  ],
  [
    '身份证：110105 19491231 002x',
    [['personal.idNumber', s, '110105 19491231 002x', '110105 ******** 002x']],
  ],
  [
    '身份证１１０１０５１９４９１２３１００２Ｘ',
    [['personal.idNumber', s, '１１０１０５１９４９１２３１００２Ｘ', '110105********002X']],
  ],
  ['合同编号110105194912310021', []],
  ['项目代码110105199913310026', []],
  ['流水号990105194912310021', []],
  ['已经隐去：110105********002X', []],
  ['身份证号110105491231002', [['personal.idNumber', s, '110105491231002', '110105*****1002']]],
  ['编号110105491231002', [['personal.idNumber', m, '110105491231002', '110105*****1002']]],
  ['编号110105493331002', []],
  ['王某手机13812345678', [['personal.mobile', s, '13812345678', '138****5678']]],
  ['手机：138 1234 5678', [['personal.mobile', s, '138 1234 5678', '138 **** 5678']]],
  ['手机１３８１２３４５６７８', [['personal.mobile', s, '１３８１２３４５６７８', '138****5678']]],
  ['手机+86 13812345678', [['personal.mobile', s, '+86 13812345678', '+86 138****5678']]],
  ['咨询电话：13812345678', [['personal.mobile', m, '13812345678', '138****5678']]],
  ['咨询电话：024-12345678，传真0411-8765432', []],
  ['投资13812345678.50元', []],
  ['编号2013812345678901', []],
  ['统计代码12812345678', []],
  ['卡号6222020200112233440', []],
  ['银行卡6222021234567890128', [['personal.bankCard', s, '6222021234567890128', '6222***********0128']]],
  [
    '银行卡6222 0212 3456 7890 128',
    [['personal.bankCard', s, '6222 0212 3456 7890 128', '6222 **** **** ***0 128']],
  ],
  ['序列号4111111111111111', [['personal.bankCard', m, '4111111111111111', '4111********1111']]],
  ['储蓄卡号4111111111111111', [['personal.bankCard', s, '4111111111111111', '4111********1111']]],
  ['对公账户210501234567890123', []],
  ['护照号E12345678', [['personal.paper', s, 'E12345678', 'E******78']]],
  ['执行标准G12345678', []],
  ['持军字第1234567号军官证', [['personal.paper', s, '军字第1234567号', '军字第*****67号']]],
  ['云政字第1234567号', []],
  ['邮箱zhangsan88@qq.com', [['personal.mail', m, 'zhangsan88@qq.com', 'zh***@qq.com']]],
  ['邮箱xxgk@yunchuan.gov.cn', []],
  [
    '家庭住址：和平区幸福小区3号楼2单元501室',
    [['personal.address', s, '和平区幸福小区3号楼2单元501室', '和平区幸福小区***']],
  ],
  ['现住青年大街12号3栋1单元402室', [['personal.address', s, '青年大街12号3栋1单元402室', '青年大街***']]],
  ['位于幸福小区3号楼2单元501室', [['personal.address', m, '幸福小区3号楼2单元501室', '幸福小区***']]],
  ['办公地址：青年大街12号3号楼501室', []],
  ['市政府大楼3号楼501室召开会议', []],
  ['改造幸福小区3号楼、5号楼', []],
  ['救助对象王小明，男，12岁', [['personal.minor', s, '王小明，男，12岁', '王某某，男，12岁']]],
  ['李华（女，17周岁）', [['personal.minor', s, '李华（女，17周岁', '李某（女，17周岁']]],
  ['张建国，男，45岁', []],
  ['学生刘子涵（三年级）获奖', [['personal.minor', m, '学生刘子涵', '学生刘某某']]],
  ['儿童王某，监护人', [['personal.minor', m, '儿童王某', '儿童王某']]],
  ['学生高考期间，学生周末、儿童任何时候', []],
  ['年满16周岁的居民', []],
]

test.each(cases)('%s', (text, wanted) => {
  expect(found(text)).toEqual(wanted)
})

test('the check digits are those of the standards', () => {
  expect(['11010519491231002X', '440524188001010014', '110105194912310021'].map(isIdNumber)).toEqual([
    true,
    false,
    false,
  ])
  expect(['4111111111111111', '4111111111111112'].map(isLuhn)).toEqual([true, false])
})

test('places are those of the text as it stands', () => {
  const text = '甲：１３８１２３４５６７８；乙：13900001111'
  for (const { start, text: words } of personalIn(text))
    expect(text.slice(start, start + words.length)).toBe(words)
})
