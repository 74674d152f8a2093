import { agencyTree, theSystem } from '../../office/agencies.ts'
import { currentCalendar } from '../../office/calendars.ts'
import { audit } from '../../platform/audit.ts'
import type { Work } from '../../platform/work.ts'
import { type Day, yearOf } from '../../statute/day.ts'
import { reportDueOn } from '../../statute/law.ts'
import { standingsOf } from '../store/standings.ts'
import { isReminderDay } from './reminder-days.ts'

/**
 * Reminds every agency whose report of last year is not published, on the days for it; each once a day.
 * @returns the agencies that were reminded
 * @throws NoticeMissing where this year's working days are not known
 */
export function remindOnDay(work: Work, today: Day): Promise<string[]> {
  return work.transaction(async inner => {
    const year = yearOf(today) - 1
    const calendar = await currentCalendar(inner)
    const asked = (await agencyTree(inner)).filter(({ standing, kind }) => {
      const due = reportDueOn(year, kind === 'government' ? 'government' : 'agency')
      return standing && isReminderDay(calendar, today, due)
    })
    if (asked.length === 0) return []
    const codes = asked.map(({ code }) => code)
    const standings = await standingsOf(inner, year, codes)
    const missing = codes.filter(code => (standings.get(code)?.publishedOn ?? null) === null)
    if (missing.length === 0) return []
    const sent = await inner.db
      .insertInto('report_reminders')
      .values(missing.map(agency => ({ agency, year, sent_on: today, by_name: theSystem.name })))
      .onConflict(conflict => conflict.doNothing())
      .returning('agency')
      .execute()
    const agencies = sent.map(({ agency }) => agency)
    if (agencies.length > 0) {
      const who = { by: theSystem.id, byName: theSystem.name, agency: null }
      await audit(inner, { ...who, act: 'report.remind', subject: String(year), detail: { agencies } })
    }
    return agencies
  })
}
