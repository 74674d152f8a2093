import { agencyTree, theSystem } from '../../office/agencies.ts'
import { currentCalendar } from '../../office/calendars.ts'
import type { Actor } from '../../office/roles.ts'
import { audit } from '../../platform/audit.ts'
import type { Work } from '../../platform/work.ts'
import { type Day, yearOf } from '../../statute/day.ts'
import { reportDueOn } from '../../statute/law.ts'
import { keepReminders, standingsOf } from '../store/standings.ts'
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
    const reminding = { by: theSystem, agency: null, subject: String(year) }
    return sendReminders(
      inner,
      asked.map(({ code }) => code),
      { year, today, ...reminding },
    )
  })
}

interface Reminding {
  readonly year: number
  readonly today: Day
  readonly by: Actor
  /** For whom the trail notes it: the government that reminds, or none where the night's job does. */
  readonly agency: string | null
  readonly subject: string
}

/** Reminds those of these agencies whose report is missing, and notes it. @returns the agencies that were reminded */
export async function sendReminders(
  work: Work,
  agencies: readonly string[],
  { year, today, by, agency, subject }: Reminding,
): Promise<string[]> {
  if (agencies.length === 0) return []
  const standings = await standingsOf(work, year, agencies)
  const missing = agencies.filter(code => (standings.get(code)?.publishedOn ?? null) === null)
  if (missing.length === 0) return []
  const sent = await keepReminders(work, missing, { year, sentOn: today, byName: by.name })
  if (sent.length > 0) {
    const who = { by: by.id, byName: by.name, agency }
    await audit(work, { ...who, act: 'report.remind', subject, detail: { agencies: sent } })
  }
  return sent
}
