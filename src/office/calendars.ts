import { audit } from '../platform/audit.ts'
import type { Work } from '../platform/work.ts'
import { type Calendar, noticeChanges, theCalendar, withNotice } from '../statute/calendar.ts'
import type { Day } from '../statute/day.ts'
import type { YearNotice } from '../statute/notice.ts'
import { parseNotice } from '../statute/parse-notice.ts'
import { isRefusal, type Refusal, refuse } from '../statute/refusal.ts'
import { agencyTree, managesAll } from './agencies.ts'
import type { Actor } from './roles.ts'

let known: { key: string; calendar: Calendar } | undefined

/** The calendar as it stands: the built-in years and the loaded notices. Read anew when a notice was loaded. */
export async function currentCalendar(work: Work): Promise<Calendar> {
  const notices = await loadedNotices(work)
  const key = JSON.stringify([...notices.values()])
  if (known?.key === key) return known.calendar
  const calendar = calendarWith(notices)
  known = { key, calendar }
  return calendar
}

/** The loaded notices by their years, as JSON. */
export async function loadedNotices(work: Work): Promise<Map<number, string>> {
  const rows = await work.db
    .selectFrom('calendar_notices')
    .select(['year', 'content'])
    .orderBy('year')
    .execute()
  return new Map(rows.map(({ year, content }) => [year, JSON.stringify(content)]))
}

/** The built-in years, with these notices in their places. */
export function calendarWith(notices: ReadonlyMap<number, string>): Calendar {
  return [...notices.values()].reduce((all, content) => {
    const notice = parseNotice(content)
    return isRefusal(notice) ? all : withNotice(all, notice)
  }, theCalendar)
}

/** The notices in force, and on which day those were loaded that the program did not bring. */
export async function calendarYears(work: Work) {
  const { years } = await currentCalendar(work)
  const rows = await work.db.selectFrom('calendar_notices').select(['year', 'loaded_on']).execute()
  const loaded = new Map(rows.map(row => [row.year, row.loaded_on]))
  return [...years.values()]
    .toSorted((a, b) => a.year - b.year)
    .map(notice => ({ ...notice, loadedOn: loaded.get(notice.year) ?? null }))
}

/** What a notice would change, day by day, before it is loaded; `replaces` is the number of the notice in force for that year. */
export async function previewNotice(work: Work, text: string) {
  const notice = parseNotice(text)
  if (isRefusal(notice)) return notice
  const calendar = await currentCalendar(work)
  const replaces = calendar.years.get(notice.year)?.notice ?? null
  return { notice, replaces, changes: noticeChanges(calendar, notice) }
}

/** Loads a notice; it takes effect at once. */
export function loadNotice(work: Work, text: string, by: Actor, today: Day): Promise<YearNotice | Refusal> {
  return work.transaction(async inner => {
    if (!managesAll(by, await agencyTree(inner))) return refuse('放假安排通知由最上级机构的系统管理员载入。')
    const notice = parseNotice(text)
    if (isRefusal(notice)) return notice
    const row = { notice: notice.notice, content: JSON.stringify(notice), loaded_by: by.id, loaded_on: today }
    await inner.db
      .insertInto('calendar_notices')
      .values({ year: notice.year, ...row })
      .onConflict(conflict => conflict.column('year').doUpdateSet(row))
      .execute()
    const holidays = notice.holidays.map(({ name, from, to }) => ({ name, from, to }))
    const detail = { notice: notice.notice, holidays, workdays: [...notice.workdays] }
    const who = { by: by.id, byName: by.name, agency: null }
    await audit(inner, { ...who, act: 'calendar.load', subject: String(notice.year), detail })
    return notice
  })
}
