import { agenciesSeen, theSystem } from '../../../office/agencies.ts'
import type { Actor } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import type { Work } from '../../../platform/work.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import { confidentialReach } from '../../looks/confidence.ts'
import { type AlarmLine, isForPerson, takesNotice } from '../../safety/alarm.ts'
import { alarmOf, alarmsListed, escalateAlarms, keepNotice } from '../../store/safety/alarms.ts'
import { dutyFrom } from '../../store/safety/duty.ts'
import { dangerSettings } from './words.ts'

const mostShown = 20

/** The hotlines where this person can take notice of an alarm. */
export function hotlinesNoticedBy(person: Actor): string[] {
  const agencies = person.grants.map(({ agency }) => agency)
  return [...new Set(agencies)].filter(agency => takesNotice(person, agency))
}

/** The alarms that wait for this person now. */
export async function alarmsFor(work: Work, person: Actor, moment: string): Promise<AlarmLine[]> {
  const agencies = hotlinesNoticedBy(person)
  if (agencies.length === 0) return []
  const { lines } = await alarmsListed(work, {
    ...{ agencies, waiting: true, page: 1, size: mostShown },
    reach: confidentialReach(person),
  })
  if (lines.length === 0) return []
  const duty = await dutyFrom(work, agencies, moment)
  return lines.filter(line => isForPerson(line, person, { duty, moment }))
}

/** A page of the register of alarms, of the hotlines that this person sees. */
export async function alarmRegister(
  work: Work,
  asked: { readonly waiting: boolean; readonly page: number; readonly size: number },
  reader: Actor,
): Promise<{ lines: AlarmLine[]; total: number }> {
  const agencies = (await agenciesSeen(work, reader)).map(({ code }) => code)
  return await alarmsListed(work, { ...asked, agencies, reach: confidentialReach(reader) })
}

/** Somebody says that he took notice; the first one counts. */
export async function noticeAlarm(
  work: Work,
  demand: string,
  { by, moment }: { readonly by: Actor; readonly moment: string },
): Promise<object | Refusal> {
  return await work.transaction(async inner => {
    const alarm = await alarmOf(inner, demand)
    if (alarm === undefined || !takesNotice(by, alarm.agency)) return refuse('没有等待您确认的险情提醒。')
    if (alarm.noticedAt !== null) return refuse(`${alarm.noticedByName ?? '他人'}已经确认过这件险情。`)
    await keepNotice(inner, demand, { by: by.id, byName: by.name, at: moment })
    const who = { by: by.id, byName: by.name, agency: alarm.agency }
    await audit(inner, { ...who, act: 'hotline.alarmNoticed', subject: demand, detail: {} })
    return {}
  })
}

/** Tells the supervisors of what nobody noticed in time. @returns how many alarms there were */
export async function escalateUnnoticed(work: Work, moment: string): Promise<number> {
  const { escalateMinutes } = await dangerSettings(work)
  const before = new Date(Date.parse(moment) - escalateMinutes * 60_000).toISOString()
  return await work.transaction(async inner => {
    const late = await escalateAlarms(inner, { before, at: moment })
    for (const { demand, agency } of late) {
      const who = { by: theSystem.id, byName: theSystem.name, agency }
      const detail = { minutes: escalateMinutes }
      await audit(inner, { ...who, act: 'hotline.alarmEscalated', subject: demand, detail })
    }
    return late.length
  })
}
