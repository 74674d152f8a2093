import days from 'chinese-days'
import { expect, test } from 'vitest'
import {
  calendarOf,
  dayKind,
  isWorkday,
  NoticeMissing,
  noticeChanges,
  theCalendar,
  withNotice,
  workdayAfter,
  workdaysBetween,
} from './calendar.ts'
import { addDays, dayOf } from './day.ts'
import { parseNotice } from './parse-notice.ts'
import { isRefusal } from './refusal.ts'

test('every day from 2019 to 2026 agrees with the published calendars', () => {
  let wrong = ''
  for (let on = dayOf('2019-01-01'); on <= '2026-12-31'; on = addDays(on, 1)) {
    if (isWorkday(theCalendar, on) !== days.isWorkday(on)) wrong += ` ${on}`
  }
  expect(wrong).toBe('')
})

test.each([
  ['2023-01-28', true, '调休上班', undefined],
  ['2023-01-27', false, '节假日', '春节'],
  ['2020-10-01', false, '节假日', '国庆节'],
  ['2023-10-07', true, '调休上班', undefined],
  ['2023-02-04', false, '周末', undefined],
  ['2023-02-06', true, '工作日', undefined],
])('%s: worked %s, %s', (on, working, reason, name) => {
  const kind = dayKind(theCalendar, dayOf(on))
  expect(kind).toMatchObject({ working, reason })
  expect(kind.name).toBe(name)
  expect(kind.notice).toMatch(/国办发明电/)
})

test('a year without a notice is an error and never a guess', () => {
  expect(() => isWorkday(theCalendar, dayOf('2027-01-04'))).toThrow(NoticeMissing)
  expect(() => isWorkday(theCalendar, dayOf('2018-12-31'))).toThrow(/2018 年/)
  expect(() => workdayAfter(theCalendar, dayOf('2026-12-20'), 20)).toThrow(NoticeMissing)
  expect(() => workdaysBetween(calendarOf([]), dayOf('2024-01-01'), dayOf('2024-01-02'))).toThrow(
    NoticeMissing,
  )
})

test('counting forward and counting between agree', () => {
  for (const start of ['2019-12-25', '2022-09-30', '2023-01-20', '2025-01-26']) {
    for (let n = 1; n <= 300; n += 7) {
      const end = workdayAfter(theCalendar, dayOf(start), n)
      expect(workdaysBetween(theCalendar, dayOf(start), end)).toBe(n)
      expect(isWorkday(theCalendar, end)).toBe(true)
    }
  }
})

const published = `国务院办公厅关于2027年部分节假日安排的通知
国办发明电〔2026〕9号
各省、自治区、直辖市人民政府:
一、元旦:1月1日(周五)至3日(周日)放假,共3天。
二、春节:2月5日至12日放假调休,共8天。1月31日(星期日)、2月13日(星期六)上班。
三、国庆节:10月1日至7日放假调休,共7天。9月26日(星期日)、10月9日(星期六)上班。`

test('a published notice is read, and changes exactly what it says', () => {
  const notice = parseNotice(published)
  if (isRefusal(notice)) throw new Error(notice.message)
  expect(notice).toMatchObject({ year: 2027, notice: '国办发明电〔2026〕9号' })
  expect(notice.holidays.map(one => `${one.name} ${one.from} ${one.to}`)).toEqual([
    '元旦 2027-01-01 2027-01-03',
    '春节 2027-02-05 2027-02-12',
    '国庆节 2027-10-01 2027-10-07',
  ])
  expect(notice.workdays).toEqual(['2027-01-31', '2027-02-13', '2027-09-26', '2027-10-09'])
  expect(noticeChanges(theCalendar, notice)).toHaveLength(3 + 8 + 7 + 4)
  const calendar = withNotice(theCalendar, notice)
  expect(isWorkday(calendar, dayOf('2027-01-31'))).toBe(true)
  expect(noticeChanges(calendar, notice)).toEqual([])
  expect(parseNotice(JSON.stringify(notice))).toEqual(notice)
})

test.each([
  ['', '没有找到'],
  ['{"year":', 'JSON 不完整'],
  ['{"year": 2027}', 'JSON 应含'],
  ['关于2027年部分节假日安排的通知', '文号'],
  ['2027年部分节假日安排 国办发明电〔2026〕9号', '没有读到任何假期'],
  ['2027年部分节假日安排 国办发明电〔2026〕9号\n一、元旦:13月1日放假,共1天。', '不是有效日期'],
])('a hurt notice is refused with the reason: %s', (text, reason) => {
  expect(parseNotice(text)).toMatchObject({ kind: 'refusal', message: expect.stringContaining(reason) })
})
