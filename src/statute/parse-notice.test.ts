import { expect, test } from 'vitest'
import { notices } from './data/notices.ts'
import { type Day, dayNumber, weekdayInChinese } from './day.ts'
import type { YearNotice } from './notice.ts'
import { parseNotice } from './parse-notice.ts'

const spoken = (on: Day) =>
  `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日（${weekdayInChinese(on).replace('星期', '周')}）`

/** The notice in the words in which it is published. */
function asPublished({ year, notice, holidays, workdays }: YearNotice): string {
  const paragraphs = holidays.map(({ name, from, to }, place) => {
    const days = dayNumber(to) - dayNumber(from) + 1
    const span =
      from === to ? `${spoken(from)}放假，共1天。` : `${spoken(from)}至${spoken(to)}放假调休，共${days}天。`
    const worked = place === 1 ? `${workdays.map(spoken).join('、')}上班。` : ''
    return `${'一二三四五六七八九十'[place]}、${name}：${span}${worked}`
  })
  return `国务院办公厅关于${year}年部分节假日安排的通知\n${notice}\n${paragraphs.join('\n')}`
}

test.each(notices.map(notice => [notice.year, notice] as const))(
  'the notice of %i is read as it is published',
  (_, notice) => {
    const read = parseNotice(asPublished({ ...notice, notice: '国办发明电〔2022〕16号' }))
    expect(read).toMatchObject({ year: notice.year, holidays: notice.holidays, workdays: notice.workdays })
  },
)

test('a date in which one digit is wrong is refused, but where it falls on the same weekday: that the preview shows', () => {
  for (const notice of notices) {
    const text = asPublished({ ...notice, notice: '国办发明电〔2022〕16号' })
    const right = JSON.stringify(parseNotice(text))
    for (const { index } of text.slice(text.indexOf('一、')).matchAll(/\d(?=日)/g)) {
      const at = index + text.indexOf('一、')
      for (const digit of '0123456789') {
        if (digit === text[at]) continue
        const read = parseNotice(text.slice(0, at) + digit + text.slice(at + 1))
        const wholeWeek = Math.abs(Number(digit) - Number(text[at])) === 7
        expect([digit, text.slice(at - 4, at + 6), 'kind' in read || wholeWeek]).toEqual([
          digit,
          text.slice(at - 4, at + 6),
          true,
        ])
        expect(JSON.stringify(read)).not.toBe(right)
      }
    }
  }
})

const head = '2027年部分节假日安排 国办发明电〔2026〕9号\n'
test.each([
  ['一、元旦：见附件。', '“一、元旦：见附件。”没有读懂'],
  ['一、元旦：1月1日（周六）放假，共1天。', '写 2027年1月1日是星期六，实为星期五'],
  ['一、元旦：1月1日至3日放假，共4天。', '写共 4 天'],
  ['一、元旦：1月3日至1日放假。', '早于开始日期'],
  ['一、元旦：1月1日至3日放假调休，共3天。1月5日上班。', '是星期二，不是周末'],
  ['一、元旦：1月1日放假，共1天。\n三、清明节：4月5日放假，共1天。', '“三、清明节”处应为“二、”'],
  ['一、元旦：1月1日至3日放假，共四天。', '写共 四 天'],
  ['一、元旦：1月1日至3日放假。1月9日（星期六）上斑。', '“1月9日（星期六）上斑”'],
  ['一、元旦：1月1日至3日放假。1月9、10日上班。', '“1月9、10日上班”'],
  ['一、元旦：1月1日至3日放假。一月九日上班。', '“一月九日上班”'],
  ['一、元旦：1月1日至3日放假。上班时间另行通知。', '“上班时间另行通知”'],
  ['一、国庆节：10月1日至3日、5日至7日放假。', '没有读懂放假的日期'],
  ['一、元旦：1月1日放假。\n二、国庆节10月1日放假。', '“二、国庆节10月1日放假。”没有读懂'],
  ['一、：1月1日放假。', '应写作“一、节日名称：'],
  ['一、元旦：2077年1月1日放假。\n二、国庆节：10月1日放假。', '2077年1月1日离 2027 年太远'],
  ['一、元旦：1月1日至3日放假。1月2日（星期六）上班。', '在“元旦”假期之内'],
  ['一、元旦：1月1日至3日放假。\n二、春节：1月3日至9日放假。', '“元旦”和“春节”的假期有重叠'],
  ['一、元旦：1月1日放假。1月9日、9日上班。', '写了两次'],
])('what does not agree is refused, with the line: %s', (body, reason) => {
  expect(parseNotice(head + body)).toMatchObject({
    kind: 'refusal',
    message: expect.stringContaining(reason),
  })
})

test.each([
  ['一、元旦：1月1日（周五）至3日（周日）放假，共3天。1月9日\n（星期六）上班。\n二、春节：2月5日放假。'],
  ['一、元旦：1月1日至3日放假，共3天。\n1月9日（星期六）上班。\n二、春节：2月5日放假。'],
  [
    '一、元旦：1月1日至\n3日放假，共3天；1月9日上班。\n二、春节：2月5日放假。\n节假日期间，妥善安排。\n2026年11月4日',
  ],
])('a line that was wrapped belongs to its paragraph: %j', body => {
  expect(parseNotice(head + body)).toMatchObject({
    holidays: [
      { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
      { name: '春节', from: '2027-02-05' },
    ],
    workdays: ['2027-01-09'],
  })
})

const json = { year: 2027, notice: '国办发明电〔2026〕9号', holidays: [], workdays: [] }
const newYear = { name: '元旦', from: '2027-01-01', to: '2027-01-03' }
test.each([
  [json, '没有读到任何假期'],
  [{ ...json, year: 20, holidays: [newYear] }, '年份 20 不正确'],
  [{ ...json, notice: ' ', holidays: [newYear] }, '没有文号'],
  [{ ...json, holidays: [{ ...newYear, name: '' }] }, '2027年1月1日开始的假期没有名称'],
  [{ ...json, holidays: [{ ...newYear, name: {} }] }, 'JSON 应含'],
  [{ ...json, holidays: [{ ...newYear, to: '2027-01-32' }] }, '“2027-01-32”不是有效日期'],
  [{ ...json, holidays: [newYear], workdays: ['2027-01-05'] }, '是星期二，不是周末'],
  [{ ...json, holidays: [newYear], workdays: [5] }, 'JSON 应含'],
])('a notice as JSON is held to the same: %j', (notice, reason) => {
  expect(parseNotice(JSON.stringify(notice))).toMatchObject({
    kind: 'refusal',
    message: expect.stringContaining(reason),
  })
})
