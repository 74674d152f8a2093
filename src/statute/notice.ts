import { type Day, dayNumber, inChinese, isDay, weekdayInChinese, weekdayOf } from './day.ts'
import { type Refusal, refuse } from './refusal.ts'

/** A holiday with its first and last day off. */
export interface Holiday {
  readonly name: string
  readonly from: Day
  readonly to: Day
}

/** The State Council's notice on the holidays of one year; it holds the days of that year alone. */
export interface YearNotice {
  readonly year: number
  /** Its number, e.g. 国办发明电〔2022〕16号. */
  readonly notice: string
  readonly holidays: readonly Holiday[]
  /** Saturdays and Sundays that are worked, 调休上班. */
  readonly workdays: readonly Day[]
}

/** The notice with the days of its year alone, or what in it cannot be: each is a sentence with the day that is wrong. */
export function ofItsYear(notice: YearNotice): YearNotice | Refusal {
  const refusal = refusalOfDays(notice) ?? refusalOfHolidays(notice) ?? refusalOfWorkdays(notice)
  if (refusal !== undefined) return refusal
  const { year, holidays, workdays } = notice
  const within = (on: Day) => on.startsWith(`${year}-`)
  return {
    ...notice,
    holidays: holidays
      .filter(({ from, to }) => within(from) || within(to))
      .map(({ name, from, to }) => ({
        name,
        from: within(from) ? from : (`${year}-01-01` as Day),
        to: within(to) ? to : (`${year}-12-31` as Day),
      })),
    workdays: workdays.filter(within),
  }
}

function refusalOfDays({ year, notice, holidays, workdays }: YearNotice): Refusal | undefined {
  if (year < 2008 || year > 2100) return refuse(`通知的年份 ${year} 不正确，应为 2008 至 2100。`)
  if (notice.trim() === '') return refuse('通知没有文号。请填写文号（如“国办发明电〔2025〕7号”）。')
  if (holidays.length === 0) return refuse('没有读到任何假期。请粘贴含“一、元旦：……放假”各条的通知全文。')
  const days = [...holidays.flatMap(({ from, to }) => [from, to]), ...workdays]
  const wrong = days.find(on => !isDay(on))
  if (wrong !== undefined) return refuse(`“${wrong}”不是有效日期，请核对通知原文。`)
  // A notice may reach into the December before and the January after its year.
  const far = days.find(on => on < `${year - 1}-12-01` || on > `${year + 1}-01-31`)
  if (far !== undefined) return refuse(`${inChinese(far)}离 ${year} 年太远，请核对年份。`)
  return undefined
}

function refusalOfHolidays({ holidays }: YearNotice): Refusal | undefined {
  const nameless = holidays.find(({ name }) => name.trim() === '')
  if (nameless !== undefined) return refuse(`${inChinese(nameless.from)}开始的假期没有名称。`)
  const turned = holidays.find(({ from, to }) => from > to)
  if (turned !== undefined) {
    const { name, from, to } = turned
    return refuse(`“${name}”的结束日期 ${inChinese(to)}早于开始日期 ${inChinese(from)}。`)
  }
  const sorted = holidays.toSorted((a, b) => dayNumber(a.from) - dayNumber(b.from))
  for (const [place, later] of sorted.entries()) {
    const earlier = sorted[place - 1]
    if (earlier !== undefined && later.from <= earlier.to) {
      return refuse(`“${earlier.name}”和“${later.name}”的假期有重叠：${inChinese(later.from)}。请核对日期。`)
    }
  }
  return undefined
}

function refusalOfWorkdays({ holidays, workdays }: YearNotice): Refusal | undefined {
  const twice = workdays.find((on, place) => workdays.indexOf(on) !== place)
  if (twice !== undefined) return refuse(`调休上班日 ${inChinese(twice)}写了两次，请核对日期。`)
  for (const on of workdays) {
    if (weekdayOf(on) % 6 !== 0) {
      return refuse(`调休上班日 ${inChinese(on)}是${weekdayInChinese(on)}，不是周末。请核对日期。`)
    }
    const off = holidays.find(({ from, to }) => from <= on && on <= to)
    if (off !== undefined) {
      return refuse(`调休上班日 ${inChinese(on)}在“${off.name}”假期之内。请核对日期。`)
    }
  }
  return undefined
}
