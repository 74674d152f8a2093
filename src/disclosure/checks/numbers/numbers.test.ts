import { expect, test } from 'vitest'
import { blankContent } from '../../item.ts'
import { plainText } from '../plain.ts'
import { blocksOf } from './blocks.ts'
import { numberFindings } from './numbers.ts'

const content = (body: string, more = {}) => ({ ...blankContent('document', '20.15'), body, ...more })
const told = (body: string, more = {}) =>
  numberFindings(content(body, more)).map(({ rule, proposal, at }) => [rule, proposal ?? at?.text])
const row = (...cells: (string | number)[]) => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`
const head = (...cells: string[]) =>
  `<thead><tr>${cells.map(cell => `<th>${cell}</th>`).join('')}</tr></thead>`
const table = (heads: string, ...rows: string[]) => `<table>${heads}<tbody>${rows.join('')}</tbody></table>`
const budget = head('项目', '金额（万元）', '占比')

const cases: readonly (readonly [string, string, readonly (readonly (string | undefined)[])[]])[] = [
  [
    'a sum that is right',
    table(budget, row('甲', '1,200.50', '60%'), row('乙', 800, '40%'), row('合计', '2,000.50', '100%')),
    [],
  ],
  [
    'a sum that is wrong',
    table(budget, row('甲', 120, '60%'), row('乙', 80, '40%'), row('合 计', 210, '100%')),
    [['numbers.sum', '200']],
  ],
  ['the sum may stand first', table(budget, row('合计', 200, ''), row('甲', 120, ''), row('乙', 80, '')), []],
  [
    'parts are not counted twice',
    table(
      budget,
      row('甲', 120, ''),
      row('小计', 120, ''),
      row('乙', 80, ''),
      row('小计', 80, ''),
      row('总计', 200, ''),
    ),
    [],
  ],
  [
    'rounding is no error',
    table(
      budget,
      row('甲', '0.33', ''),
      row('乙', '0.33', ''),
      row('丙', '0.33', ''),
      row('合计', '1.00', ''),
    ),
    [],
  ],
  [
    'blanks and dashes are nothing',
    table(budget, row('甲', '—', ''), row('乙', '', ''), row('丙', 5, ''), row('合计', 5, '')),
    [],
  ],
  [
    'prices are not summed',
    table(head('品名', '单价', '数量'), row('甲', 3, 2), row('乙', 4, 1), row('合计', 9, 3)),
    [],
  ],
  [
    'a cell that is words cannot be judged',
    table(budget, row('甲', '见附件', ''), row('乙', 80, ''), row('合计', 90, '')),
    [],
  ],
  [
    'rows that say how many, and how many there are',
    `<p>现公布目录，共3项。</p>${table(head('序号', '名称'), row(1, '甲'), row(2, '乙'))}`,
    [['numbers.count', '共2项']],
  ],
  [
    'the same number is right',
    `<p>共二项：</p>${table(head('序号', '名称'), row(1, '甲'), row(2, '乙'))}`,
    [],
  ],
  ['a list of items', '<p>包括三类：</p><ul><li>甲</li><li>乙</li></ul>', [['numbers.count', '包括2类']]],
  [
    'numbered paragraphs',
    '<p>应当提交下列3项材料：</p><p>（一）甲</p><p>说明</p><p>（二）乙</p><p>二、其他</p><p>（一）丙</p>',
    [['numbers.count', '下列2项']],
  ],
  ['no list follows', '<p>全年共受理5件。</p><p>均已办结。</p>', []],
  [
    'one whole, two numbers',
    '<p>项目总投资3.2亿元。</p><p>项目总投资为31000万元。</p>',
    [['numbers.twice', '项目总投资为31000万元']],
  ],
  ['one whole in two units', '<p>项目总投资3.2亿元。</p><p>项目总投资32,000万元。</p>', []],
  ['two different wholes', '<p>总建筑面积1200平方米，总投资300万元。</p>', []],
  [
    'the text against the table',
    `<p>共计500万元。</p>${table(budget, row('甲', 120, ''), row('乙', 80, ''), row('合计', 200, ''))}`,
    [['numbers.table', '共计500万元']],
  ],
  [
    'the text agrees with the table',
    `<p>总额0.02亿元。</p>${table(budget, row('甲', 120, ''), row('乙', 80, ''), row('合计', 200, ''))}`,
    [],
  ],
]

test.each(cases)('%s', (_, body, wanted) => {
  expect(told(body)).toEqual(wanted)
})

test('the rows of bulk results are counted too', () => {
  const rows = { batch: 'x', count: 7, sha256: '' }
  expect(told('<p>本月行政许可共8件。</p>', { rows })).toEqual([['numbers.count', '共7件']])
})

test('merged cells stand in each place that they cover, and places are those of the plain text', () => {
  const body = `<p>甲乙</p>${table('', '<tr><td rowspan="2">类</td><td>1</td></tr><tr><td>2</td></tr>')}<p>共3项：</p><p>（一）丙</p><p>（二）丁</p>`
  const [, grid] = blocksOf(body)
  expect(grid).toMatchObject({ rows: [{ cells: ['类', '1'] }, { cells: ['类', '2'] }] })
  const [found] = numberFindings(content(body))
  expect(plainText(body).slice(found?.at?.start, (found?.at?.start ?? 0) + 3)).toBe('共3项')
})
