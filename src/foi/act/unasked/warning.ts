import { calendarWith, currentCalendar, loadedNotices } from '../../../office/calendars.ts'
import type { Actor } from '../../../office/roles.ts'
import type { Work } from '../../../platform/work.ts'
import { type Calendar, NoticeMissing } from '../../../statute/calendar.ts'
import { type Day, inChinese } from '../../../statute/day.ts'
import { clockOfRequest } from '../../clock-of-request.ts'
import { standingAfter } from '../../standing.ts'
import { eventsOfMany, type FoiRecord } from '../../store/history.ts'
import { type OpenRequest, openRequests } from '../../store/open.ts'
import {
  calendarSeen,
  type KeptWarning,
  keepWarnings,
  rememberCalendar,
  warningsOn,
} from '../../store/warnings.ts'
import { type Warned, type Warning, warningsOf } from '../../warnings.ts'

/**
 * Warns of every open request what there is to warn of today, each once a day. A request whose clock needs a year without notice is warned of as such.
 * @returns how many warnings were new
 */
export async function warnOnDay(work: Work, today: Day): Promise<number> {
  const calendar = await currentCalendar(work)
  const found: KeptWarning[] = []
  for await (const { request, ...stood } of openHistories(work, today)) {
    const warnings = warningsToday(request, stood, { today, calendar })
    found.push(...warnings.map(warning => kept(request, warning)))
  }
  return keepWarnings(work, today, found)
}

function warningsToday(
  { arrivedOn, number }: OpenRequest,
  stood: Stood,
  { today, calendar }: { today: Day; calendar: Calendar },
): Warning[] {
  try {
    const about = { standing: stood.standing, arrivedOn, number, due: dueOn(stood, today, calendar) }
    return warningsOf(about, today, calendar)
  } catch (cause) {
    if (!(cause instanceof NoticeMissing)) throw cause
    return [{ kind: 'noNotice', to: 'officer', words: `申请${number}的答复期限算不出来：${cause.message}` }]
  }
}

/** Every open request with its history and where it stands by it, some hundreds at a time. */
async function* openHistories(work: Work, today: Day) {
  const all = await openRequests(work, today)
  for (let at = 0; at < all.length; at += 500) {
    const some = all.slice(at, at + 500)
    const histories = await eventsOfMany(
      work,
      some.map(({ id }) => id),
    )
    for (const request of some) {
      const events = histories.get(request.id) ?? []
      yield { request, events, standing: standingAfter(events) }
    }
  }
}

function kept(
  { id, agency, handler }: OpenRequest,
  warning: Pick<KeptWarning, 'kind' | 'to' | 'words'>,
): KeptWarning {
  return { ...warning, request: id, agency, person: warning.to === 'handler' ? handler : null }
}

function dueOn({ events, standing }: Stood, today: Day, calendar: Calendar): Day | null {
  if (standing.receivedOn === null) return null
  return clockOfRequest(events, standing, { asOf: today, calendar }).due
}

type Stood = Pick<FoiRecord, 'events' | 'standing'>

/**
 * Where a notice of days off was loaded or changed since the last time: tells whom it concerns which open clocks moved
 * from when to when, and by which notice. Nothing is stored of the clocks themselves.
 * @returns how many clocks moved
 */
export function tellMovedClocks(work: Work, today: Day): Promise<number> {
  return work.transaction(async inner => {
    const [seen, loaded] = [await calendarSeen(inner), await loadedNotices(inner)]
    const changed = [...loaded].filter(([year, content]) => seen.get(year) !== content)
    if (changed.length === 0) return 0
    const [before, after] = [calendarWith(seen), calendarWith(loaded)]
    const why = changed.map(([year]) => after.years.get(year)?.notice ?? `${year} 年放假安排`).join('、')
    const found: KeptWarning[] = []
    for await (const { request, ...stood } of openHistories(inner, today)) {
      const [was, is] = [tryDue(stood, today, before), tryDue(stood, today, after)]
      if (was === is || is === null || is === undefined) continue
      const words = `申请${request.number}的答复期限由${was == null ? '未定' : inChinese(was)}改为${inChinese(is)}，因为载入了${why}。`
      const to: Warned[] = request.handler === null ? ['officer'] : ['handler', 'officer']
      for (const each of to) found.push(kept(request, { kind: 'moved', to: each, words }))
    }
    await rememberCalendar(inner, loaded)
    await keepWarnings(inner, today, found)
    return new Set(found.map(({ request }) => request)).size
  })
}

/** The due day by a calendar that may not reach so far. */
function tryDue(stood: Stood, today: Day, calendar: Calendar): Day | null | undefined {
  try {
    return dueOn(stood, today, calendar)
  } catch (cause) {
    if (cause instanceof NoticeMissing) return undefined
    throw cause
  }
}

/** A warning for somebody: which request, and in which words. */
export type MyWarning = Pick<KeptWarning, 'request' | 'agency' | 'kind' | 'words'>

/** The day's warnings for this person: what he handles himself, and what concerns the roles that he holds. */
export async function warningsFor(work: Work, person: Actor, today: Day): Promise<MyWarning[]> {
  const agencies = [...new Set(person.grants.map(({ agency }) => agency))]
  const all = await warningsOn(work, today, agencies)
  const mine = all.filter(({ to, agency, person: handler }) =>
    to === 'handler'
      ? handler === person.id
      : person.grants.some(grant => grant.role === to && grant.agency === agency),
  )
  const once = new Map(
    mine.map(({ request, agency, kind, words }) => [`${request} ${kind}`, { request, agency, kind, words }]),
  )
  return [...once.values()]
}
