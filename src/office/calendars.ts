import { audit } from '../platform/audit.ts'
import type { Work } from '../platform/work.ts'
import { type Calendar, noticeChanges, theCalendar, withNotice } from '../statute/calendar.ts'
import type { Day } from '../statute/day.ts'
import { parseNotice, type YearNotice } from '../statute/notice.ts'
import { isRefusal, type Refusal, refuse } from '../statute/refusal.ts'
import { type Actor, holdsAnywhere } from './roles.ts'

let known: { key: string; calendar: Calendar } | undefined

/** The calendar as it stands: the built-in years and the loaded notices. Read anew when a notice was loaded. */
export async function currentCalendar(work: Work): Promise<Calendar> {
  const rows = await work.db.selectFrom('calendar_notices').selectAll().orderBy('year').execute()
  const key = rows.map(({ year, notice, loaded_on }) => `${year} ${notice} ${loaded_on}`).join('\n')
  if (known?.key === key) return known.calendar
  const calendar = rows.reduce((all, { content }) => {
    const notice = parseNotice(JSON.stringify(content))
    return isRefusal(notice) ? all : withNotice(all, notice)
  }, theCalendar)
  known = { key, calendar }
  return calendar
}

/** What a notice would change, before it is loaded. */
export async function previewNotice(work: Work, text: string) {
  const notice = parseNotice(text)
  if (isRefusal(notice)) return notice
  return { notice, changes: noticeChanges(await currentCalendar(work), notice) }
}

/** Loads a notice; it takes effect at once. */
export function loadNotice(work: Work, text: string, by: Actor, today: Day): Promise<YearNotice | Refusal> {
  return work.transaction(async inner => {
    if (!holdsAnywhere(by, 'administrator')) return refuse('放假安排通知由系统管理员载入。')
    const notice = parseNotice(text)
    if (isRefusal(notice)) return notice
    const row = { notice: notice.notice, content: JSON.stringify(notice), loaded_by: by.id, loaded_on: today }
    await inner.db
      .insertInto('calendar_notices')
      .values({ year: notice.year, ...row })
      .onConflict(conflict => conflict.column('year').doUpdateSet(row))
      .execute()
    const detail = { notice: notice.notice, workdays: [...notice.workdays] }
    const who = { by: by.id, byName: by.name, agency: null }
    await audit(inner, { ...who, act: 'calendar.load', subject: String(notice.year), detail })
    return notice
  })
}
