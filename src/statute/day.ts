declare const day: unique symbol

/** A calendar day 日 in the office's time zone (UTC+8), written `YYYY-MM-DD`; days compare as text. */
export type Day = string & { readonly [day]: true }

/** A text that is no day of the calendar. */
export class NotADay extends Error {
  readonly text: string
  constructor(text: string) {
    super(`不是有效日期：${text}。请写成 2026-03-02 这样的年-月-日。`)
    this.name = 'NotADay'
    this.text = text
  }
}

const millisecondsPerDay = 86_400_000

/** Reads `YYYY-MM-DD`. @throws NotADay for anything else, also for 2023-02-29. */
export function dayOf(text: string): Day {
  if (!isDay(text)) throw new NotADay(text)
  return text
}

/** Is this text a day of the calendar, written `YYYY-MM-DD`? */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const moment = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(moment) && fromDayNumber(moment / millisecondsPerDay) === text
}

/** The days since 1970-01-01, so that days can be subtracted. Counts years from March, so that leap days come last. */
export function dayNumber(on: Day): number {
  const month = digits(on, 5, 7)
  const year = digits(on, 0, 4) - (month <= 2 ? 1 : 0)
  const fromMarch = (month + 9) % 12
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return year * 365 + leapDays + Math.floor((fromMarch * 153 + 2) / 5) + digits(on, 8, 10) - 719_469
}

function digits(text: string, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at++) number = number * 10 + text.charCodeAt(at) - 48
  return number
}

/** The day with this number: the inverse of `dayNumber`. */
export function fromDayNumber(number: number): Day {
  const days = number + 719_468
  const era = Math.floor(days / 146_097)
  const ofEra = days - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * ofYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
  return `${digitsOf(year, 4)}-${digitsOf(month, 2)}-${digitsOf(ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1, 2)}` as Day
}

function digitsOf(number: number, digits: number): string {
  return String(number).padStart(digits, '0')
}

/** The day so many calendar days later (earlier, if negative). */
export function addDays(on: Day, days: number): Day {
  return fromDayNumber(dayNumber(on) + days)
}

/** The year of a day, e.g. 2026. */
export function yearOf(on: Day): number {
  return digits(on, 0, 4)
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(on: Day): number {
  return (dayNumber(on) + 4) % 7
}

/** 2026年3月2日, as official texts print a day. */
export function inChinese(on: Day): string {
  const [year, month, date] = on.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** 星期一 … 星期日. */
export function weekdayInChinese(on: Day): string {
  return `星期${'日一二三四五六'[weekdayOf(on)]}`
}

/** The weeks of a month (`YYYY-MM`) from Monday, each with the number of days of the week before its first. */
export function weeksOfMonth(month: string): { readonly before: number; readonly days: readonly Day[] }[] {
  const weeks: { before: number; days: Day[] }[] = []
  for (let on = dayOf(`${month}-01`); on.slice(0, 7) === month; on = addDays(on, 1)) {
    const before = (weekdayOf(on) + 6) % 7
    if (weeks.length === 0 || before === 0) weeks.push({ before, days: [on] })
    else weeks.at(-1)?.days.push(on)
  }
  return weeks
}
