import { expect, test } from 'vitest'
import { calendarOf, isWorkday, theCalendar } from './calendar.ts'
import { addDays, dayOf, yearOf } from './day.ts'
import type { YearNotice } from './notice.ts'
import { parseNotice } from './parse-notice.ts'
import { isRefusal } from './refusal.ts'

/**
 * The notices' paragraphs in the form of each year: with and without weekdays in brackets, years, 共N天, 与周末连休, advice.
 * `later`: the days that a second notice of that year changed (〔2019〕3号, 〔2020〕1号).
 */
const published: readonly { year: number; text: string; later?: readonly string[] }[] = [
  {
    year: 2019,
    text: `一、元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。
二、春节：2月4日至10日放假调休，共7天。2月2日（星期六）、2月3日（星期日）上班。
三、清明节：4月5日放假，与周末连休。
四、劳动节：5月1日放假。
五、端午节：6月7日放假，与周末连休。
六、中秋节：9月13日放假，与周末连休。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。`,
    later: ['2019-04-28', '2019-05-02', '2019-05-03', '2019-05-05'],
  },
  {
    year: 2020,
    text: `一、元旦：2020年1月1日放假，共1天。
二、春节：1月24日至30日放假调休，共7天。1月19日（星期日）、2月1日（星期六）上班。
三、清明节：4月4日至6日放假调休，共3天。
四、劳动节：5月1日至5日放假调休，共5天。4月26日（星期日）、5月9日（星期六）上班。
五、端午节：6月25日至27日放假调休，共3天。6月28日（星期日）上班。
六、国庆节、中秋节：10月1日至8日放假调休，共8天。9月27日（星期日）、10月10日（星期六）上班。`,
    later: ['2020-01-31', '2020-02-01'],
  },
  {
    year: 2023,
    text: `一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。
二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。
三、清明节：4月5日放假，共1天。
四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。
五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。
六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。`,
  },
  {
    year: 2024,
    text: `一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。`,
  },
  {
    year: 2025,
    text: `一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。`,
  },
  {
    year: 2026,
    text: `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`,
  },
]

const closing =
  '\n节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。\n国务院办公厅\n2024年11月12日'

function read(year: number, text: string) {
  return parseNotice(
    `国务院办公厅关于${year}年部分节假日安排的通知\n国办发明电〔2022〕16号\n${text}${closing}`,
  )
}

function workdaysOf(notice: YearNotice): string[] {
  const calendar = calendarOf([notice])
  const days: string[] = []
  for (let on = dayOf(`${notice.year}-01-01`); yearOf(on) === notice.year; on = addDays(on, 1)) {
    if (isWorkday(calendar, on)) days.push(on)
  }
  return days
}

test.each(published)('the text of $year gives the days that were worked', ({ year, text, later = [] }) => {
  const notice = read(year, text)
  const known = theCalendar.years.get(year)
  if (isRefusal(notice) || known === undefined) throw new Error(JSON.stringify(notice))
  const [told, real] = [workdaysOf(notice), workdaysOf(known)]
  const differing = [...told.filter(on => !real.includes(on)), ...real.filter(on => !told.includes(on))]
  expect(differing.toSorted()).toEqual(later)
})

test.each(published)(
  'a wrong digit in the text of $year is refused or changes the preview',
  ({ year, text }) => {
    const right = JSON.stringify(read(year, text))
    const silent: string[] = []
    for (const { index } of text.matchAll(/\d/g)) {
      for (const digit of '0123456789') {
        if (digit === text[index]) continue
        const wrong = text.slice(0, index) + digit + text.slice(index + 1)
        if (JSON.stringify(read(year, wrong)) === right) silent.push(text.slice(index - 6, index + 6))
      }
    }
    // Left: the day of the year before, which this calendar does not hold, and the day on which rest is advised.
    expect(silent.filter(place => !place.includes('8年12月29') && !place.includes('除夕'))).toEqual([])
  },
)
