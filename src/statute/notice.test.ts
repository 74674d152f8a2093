import { expect, test } from 'vitest'
import { notices } from './data/notices.ts'
import { type Day, dayNumber, weekdayInChinese } from './day.ts'
import { parseNotice, type YearNotice } from './notice.ts'

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
  ['一、元旦：见附件。', '没有读到放假的日期'],
  ['一、元旦：1月1日（周六）放假，共1天。', '写 2027年1月1日是星期六，实为星期五'],
  ['一、元旦：1月1日至3日放假，共4天。', '写共 4 天'],
  ['一、元旦：1月3日至1日放假。', '早于开始日期'],
  ['一、元旦：1月1日至3日放假调休，共3天。1月5日上班。', '是星期二，不是周末'],
  ['一、元旦：1月1日放假，共1天。\n三、清明节：4月5日放假，共1天。', '之前应为“二、”'],
])('what does not agree is refused, with the line: %s', (body, reason) => {
  expect(parseNotice(head + body)).toMatchObject({
    kind: 'refusal',
    message: expect.stringContaining(reason),
  })
})
