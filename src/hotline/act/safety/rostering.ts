import { agenciesSeen } from '../../../office/agencies.ts'
import { type Actor, holds } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import { initialsOf } from '../../../platform/text/initials.ts'
import type { Work } from '../../../platform/work.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import type { DutyLine } from '../../safety/alarm.ts'
import { dutyFrom, endDuty, keepDuty, mayBeOnDuty } from '../../store/safety/duty.ts'

const longestHours = 24 * 31

/** Who is on duty and will be, and who may be put on duty, at the hotlines that this person sees. */
export async function roster(work: Work, reader: Actor, moment: string) {
  const agencies = (await agenciesSeen(work, reader)).map(({ code }) => code)
  const supervised = agencies.filter(agency => holds(reader, 'supervisor', agency))
  const [lines, people] = await Promise.all([dutyFrom(work, agencies, moment), mayBeOnDuty(work, supervised)])
  const named = people.map(each => ({ ...each, initials: initialsOf(each.name, 'person') }))
  return { lines, people: named }
}

/** The supervisor puts somebody on duty. */
export async function putOnDuty(
  work: Work,
  duty: Omit<DutyLine, 'id' | 'personName'>,
  by: Actor,
): Promise<{ readonly id: string } | Refusal> {
  const { agency, person, from, until } = duty
  if (!holds(by, 'supervisor', agency)) return refuse('值班表由本热线的督办员安排。')
  const hours = (Date.parse(until) - Date.parse(from)) / 3_600_000
  if (!(hours > 0)) return refuse('值班的结束时间须在开始时间之后。')
  if (hours > longestHours) return refuse('一次值班不能超过 31 天，请分几行填写。')
  const some = await mayBeOnDuty(work, [agency])
  if (!some.some(({ id }) => id === person)) return refuse('值班人员须是本热线的派单员或者督办员。')
  return await work.transaction(async inner => {
    const id = await keepDuty(inner, duty)
    const who = { by: by.id, byName: by.name, agency }
    await audit(inner, { ...who, act: 'hotline.duty', subject: id, detail: { person, from, until } })
    return { id }
  })
}

/** The supervisor takes a line off the roster. */
export async function takeOffDuty(work: Work, id: string, by: Actor): Promise<object | Refusal> {
  const agencies = by.grants.filter(({ role }) => role === 'supervisor').map(({ agency }) => agency)
  return await work.transaction(async inner => {
    const ended = await endDuty(inner, id, agencies)
    if (ended === undefined) return refuse('值班表中没有这一行。')
    const who = { by: by.id, byName: by.name, agency: ended.agency }
    await audit(inner, { ...who, act: 'hotline.dutyEnded', subject: id, detail: { person: ended.person } })
    return {}
  })
}
