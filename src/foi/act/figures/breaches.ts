import { currentCalendar } from '../../../office/calendars.ts'
import type { Work } from '../../../platform/work.ts'
import { type Calendar, NoticeMissing } from '../../../statute/calendar.ts'
import { type Day, inChinese } from '../../../statute/day.ts'
import { clockOfRequest } from '../../clock-of-request.ts'
import type { FoiEvent } from '../../events.ts'
import { type Breach, type BreachKind, breachLaw } from '../../figures/breach.ts'
import type { Span } from '../../figures/rows.ts'
import { standingAfter } from '../../standing.ts'
import { type ClosedBreach, closedBreaches } from '../../store/figures/breaches.ts'
import { eventsOfMany } from '../../store/history.ts'
import { openOnes } from '../../store/lists/lines.ts'
import { type WarningKind, warningsOf } from '../../warnings.ts'

/** What a warning says that breaks a rule already; what is only near does not. */
const breached: Partial<Record<WarningKind, BreachKind>> = {
  unconfirmed: 'unconfirmed',
  late: 'late',
  correctionOver: 'correctionOver',
  paymentOver: 'paymentOver',
}

/** The requests that break a rule, or would if the year ended on the last day of the span. */
export async function breachesOf(work: Work, span: Span): Promise<Breach[]> {
  const [open, closed] = await Promise.all([openBreaches(work, span), closedBreaches(work, span)])
  return [...open, ...closed.map(closedBreach)]
}

async function openBreaches(work: Work, { agency, until }: Span): Promise<Breach[]> {
  const [ones, calendar] = await Promise.all([openOnes(work, { agencies: [agency] }), currentCalendar(work)])
  const found: Breach[] = []
  for (let at = 0; at < ones.length; at += 500) {
    const ids = ones.slice(at, at + 500).map(({ id }) => id)
    const histories = await eventsOfMany(work, ids)
    const numbers = await numbersOf(work, ids)
    for (const id of ids) {
      const about = { id, number: numbers.get(id) ?? '', events: histories.get(id) ?? [] }
      found.push(...openBreach(about, until, calendar))
    }
  }
  return found
}

async function numbersOf(work: Work, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await work.db
    .selectFrom('foi_requests')
    .select(['id', 'number'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}

interface Open {
  readonly id: string
  readonly number: string
  readonly events: readonly FoiEvent[]
}

/** What would be warned of on the last day, as far as it breaks a rule; a year without notice is said as such elsewhere. */
function openBreach({ id, number, events }: Open, until: Day, calendar: Calendar): Breach[] {
  const standing = standingAfter(events)
  const arrived = events.find(({ kind }) => kind === 'arrived')
  if (arrived === undefined || arrived.on > until) return []
  try {
    const { due } = clockOfRequest(events, standing, { asOf: until, calendar })
    const warnings = warningsOf({ standing, arrivedOn: arrived.on, number, due }, until, calendar)
    const kinds = new Map(warnings.map(({ kind, words }) => [kind, words]))
    return [...kinds].flatMap(([warned, words]) => {
      const kind = breached[warned]
      return kind === undefined ? [] : [{ kind, id, number, words, law: breachLaw[kind] }]
    })
  } catch (cause) {
    if (cause instanceof NoticeMissing) return []
    throw cause
  }
}

function closedBreach({ kind, id, number, on, due }: ClosedBreach): Breach {
  const words = {
    answeredLate: `申请${number}的答复期限到${inChinese(due ?? on)}，${inChinese(on)}才答复。`,
    unserved: `申请${number}已于${inChinese(on)}答复，尚未登记送达。`,
    noLetter: `申请${number}已于${inChinese(on)}办结，没有答复书或者告知书。`,
    roundOwed: `申请${number}于${inChinese(on)}被责令重新答复，尚未重新办理。`,
  }
  return { kind, id, number, words: words[kind], law: breachLaw[kind] }
}
