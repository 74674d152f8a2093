import { notices } from './data/notices.ts'
import { addDays, type Day, dayNumber, fromDayNumber, weekdayOf, yearOf } from './day.ts'
import type { YearNotice } from './notice.ts'

/** The working days of the years whose notices are loaded. */
export interface Calendar {
  readonly years: ReadonlyMap<number, YearNotice>
}

/** What a day is, and by which notice. */
export interface DayKind {
  readonly working: boolean
  readonly reason: '工作日' | '周末' | '节假日' | '调休上班'
  /** The holiday's name. */
  readonly name?: string
  readonly notice: string
}

/** A day of a year whose notice is not loaded: nobody can say whether it is worked. */
export class NoticeMissing extends Error {
  readonly year: number
  constructor(year: number) {
    super(`没有 ${year} 年的放假安排通知，无法计算工作日。请由系统管理员在“日历”中载入国务院办公厅的通知。`)
    this.name = 'NoticeMissing'
    this.year = year
  }
}

/** A calendar of these notices; a later notice of the same year replaces the earlier one. */
export function calendarOf(list: readonly YearNotice[]): Calendar {
  return { years: new Map(list.map(notice => [notice.year, notice])) }
}

/** The years known to the program: 2019 to 2026. */
export const theCalendar: Calendar = calendarOf(notices)

/** The calendar with one more notice, or another notice for a year. */
export function withNotice(calendar: Calendar, notice: YearNotice): Calendar {
  return { years: new Map([...calendar.years, [notice.year, notice]]) }
}

interface YearTable {
  readonly first: number
  readonly kinds: readonly DayKind[]
  /** workedBefore[i] counts the working days of the year before its day i. */
  readonly workedBefore: Uint16Array
  readonly worked: readonly Day[]
}
const tables = new WeakMap<YearNotice, YearTable>()

function tableOf(notice: YearNotice): YearTable {
  const known = tables.get(notice)
  if (known !== undefined) return known
  const table = makeTable(notice)
  tables.set(notice, table)
  return table
}

function makeTable(notice: YearNotice): YearTable {
  const kinds: DayKind[] = []
  const worked: Day[] = []
  const firstDay = `${notice.year}-01-01` as Day
  for (let on = firstDay; yearOf(on) === notice.year; on = addDays(on, 1)) {
    const kind = kindBy(notice, on)
    kinds.push(kind)
    if (kind.working) worked.push(on)
  }
  const workedBefore = new Uint16Array(kinds.length + 1)
  kinds.forEach((kind, place) => {
    workedBefore[place + 1] = (workedBefore[place] ?? 0) + (kind.working ? 1 : 0)
  })
  return { first: dayNumber(firstDay), kinds, workedBefore, worked }
}

function kindBy({ holidays, workdays, notice }: YearNotice, on: Day): DayKind {
  const holiday = holidays.find(({ from, to }) => from <= on && on <= to)
  if (holiday !== undefined) return { working: false, reason: '节假日', name: holiday.name, notice }
  const weekend = weekdayOf(on) === 0 || weekdayOf(on) === 6
  if (!weekend) return { working: true, reason: '工作日', notice }
  return workdays.includes(on)
    ? { working: true, reason: '调休上班', notice }
    : { working: false, reason: '周末', notice }
}

function yearTable(calendar: Calendar, year: number): YearTable {
  const notice = calendar.years.get(year)
  if (notice === undefined) throw new NoticeMissing(year)
  return tableOf(notice)
}

/** What this day is. @throws NoticeMissing */
export function dayKind(calendar: Calendar, on: Day): DayKind {
  const table = yearTable(calendar, yearOf(on))
  const kind = table.kinds[dayNumber(on) - table.first]
  if (kind === undefined) throw new NoticeMissing(yearOf(on))
  return kind
}

/** Is this day worked? @throws NoticeMissing */
export function isWorkday(calendar: Calendar, on: Day): boolean {
  return dayKind(calendar, on).working
}

/** How many working days lie after `from`, up to and including `to`; none where `to` is not later. @throws NoticeMissing */
export function workdaysBetween(calendar: Calendar, from: Day, to: Day): number {
  if (to <= from) return 0
  let sum = 0
  for (let year = yearOf(from); year <= yearOf(to); year++) {
    const table = yearTable(calendar, year)
    const start = year === yearOf(from) ? dayNumber(from) - table.first + 1 : 0
    const end = year === yearOf(to) ? dayNumber(to) - table.first + 1 : table.kinds.length
    sum += (table.workedBefore[end] ?? 0) - (table.workedBefore[start] ?? 0)
  }
  return sum
}

/** The day on which the n-th working day after `from` falls; `from` itself is not counted. @throws NoticeMissing */
export function workdayAfter(calendar: Calendar, from: Day, workdays: number): Day {
  let left = workdays
  for (let year = yearOf(from); ; year++) {
    const table = yearTable(calendar, year)
    const passed = year === yearOf(from) ? (table.workedBefore[dayNumber(from) - table.first + 1] ?? 0) : 0
    const on = table.worked[passed + left - 1]
    if (on !== undefined) return on
    left -= table.worked.length - passed
  }
}

/** The days that this notice would change, with what they are now where the year is known. */
export function noticeChanges(calendar: Calendar, notice: YearNotice) {
  const before = calendar.years.get(notice.year)
  const { kinds, first } = tableOf(notice)
  return kinds.flatMap((after, place) => {
    const known = before === undefined ? undefined : tableOf(before).kinds[place]
    const usual = after.reason === '工作日' || after.reason === '周末'
    const same = known === undefined ? usual : known.reason === after.reason && known.name === after.name
    return same ? [] : [{ on: fromDayNumber(first + place), before: known, after }]
  })
}
