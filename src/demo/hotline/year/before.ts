import { importTickets } from '../../../hotline/act/doors/importing.ts'
import { chance } from '../../../hotline/chance.ts'
import { demandTypeLabel, urgencyLabel } from '../../../hotline/demand.ts'
import { type TicketField, ticketFieldLabel, ticketFields } from '../../../hotline/doors/tickets/fields.ts'
import { resolutionLabel, satisfactionLabel } from '../../../hotline/events.ts'
import { instantOf } from '../../../platform/clock.ts'
import type { Secrets } from '../../../platform/secret.ts'
import type { Work } from '../../../platform/work.ts'
import { addDays, type Day } from '../../../statute/day.ts'
import { government } from '../../city.ts'
import { workdayFrom } from '../../disclosure/chance.ts'
import { must } from '../../tell.ts'
import type { Who } from '../../who.ts'
import { busyDays, minuteAt } from '../city/days.ts'
import { categoryOfSubject } from '../texts/categories.ts'
import type { Grievance } from '../texts/grievances.ts'
import { aCaller, inItsArea, oneOf, saidOf } from '../texts/words.ts'
import { aboutWhatBefore } from './matters.ts'

/** A tenth more than in the year that follows. */
const ticketsOfYear = 6600
/** By then the older system had ended everything that it had taken. */
const daysUntilEnded = 60

/**
 * Takes over the year before the demo's year as a city does that changes its system: as tickets of the older one, by the
 * import of sheets. By it this year is compared with last year. Taken over once, however often it is asked for.
 */
export async function takeOverYearBefore(
  work: Work,
  asked: {
    /** The first day of the demo's year. */
    readonly from: Day
    readonly who: Who
    readonly secrets: Secrets
    readonly tickets?: number | undefined
  },
): Promise<void> {
  const { from, who, secrets, tickets = ticketsOfYear } = asked
  const sheet = { agency: government, file: '原热线系统工单.xlsx', rows: sheetOf(from, tickets), keep: true }
  const by = who('administrator', government)
  const moment = instantOf(addDays(from, daysUntilEnded), '18:00:00')
  must(await importTickets(work, sheet, { by, moment, secrets }))
}

/** The rows of the sheet, the headings first. */
async function* sheetOf(from: Day, tickets: number) {
  yield { row: 1, cells: ticketFields.map(field => ticketFieldLabel[field]) }
  const draw = chance(20_240)
  let row = 1
  for (const { on, demands } of busyDays(addDays(from, -364), addDays(from, -1), tickets)) {
    for (let at = 0; at < demands; at++) {
      const number = `GD${on.replaceAll('-', '')}-${String(at + 1).padStart(4, '0')}`
      const ticket = { number, ...aTicket({ on, minute: minuteAt((at + draw()) / demands), draw }) }
      row++
      yield { row, cells: ticketFields.map(field => ticket[field] ?? '') }
    }
  }
}

interface Filed {
  readonly on: Day
  readonly minute: number
  readonly draw: () => number
}

type Cells = Partial<Record<TicketField, string>>

function aTicket(filed: Filed): Cells {
  const { on, minute, draw } = filed
  const { grievance, place } = aboutWhatBefore(on, draw)
  const caller = aCaller(Math.floor(draw() ** 1.3 * 3600))
  return {
    filedAt: timeOn(on, minute),
    channel: oneOf(['电话', '电话', '电话', '电话', '微信', '网站'] as const, draw),
    type: demandTypeLabel[grievance.type],
    urgency: urgencyLabel[grievance.urgency],
    category: categoryOfSubject.get(grievance.subject) ?? '',
    ...saidOf(grievance, place, draw),
    ...{ ...caller, place: inItsArea(place), confidential: draw() < 0.05 ? '是' : '否' },
    words: `${grievance.answer}。`,
    ...(grievance.unit === null ? { closedAt: timeOn(on, minute + 5) } : handled(filed, grievance)),
  }
}

/** Slower and less to the callers' satisfaction than in the year that followed. */
function handled({ on, minute, draw }: Filed, { unit, type, urgency }: Grievance): Cells {
  const isDanger = urgency === 'danger'
  const long = urgency === 'ordinary' && type !== 'help' && type !== 'consultation'
  const soon = isDanger ? 3 : draw() < 0.93 ? 3 + Math.floor(draw() * 12) : 20 + Math.floor(draw() * 60)
  const signed = isDanger ? on : workdayFrom(addDays(on, draw() < 0.93 ? 1 : 3))
  const days = draw() < 0.06 ? 24 : long ? 2 + Math.floor(draw() * 8) : Math.floor(draw() * 2)
  const fedBack = isDanger ? on : workdayFrom(addDays(signed, days))
  const closed = workdayFrom(addDays(fedBack, 1 + Math.floor(draw() * 3)))
  const level = draw() < 0.88 ? satisfactionLabel.satisfied : satisfactionLabel.dissatisfied
  const isReached = draw() < 0.9
  return {
    ...{ unit: unit ?? '', dispatchedAt: timeOn(on, minute + soon) },
    signedAt: timeOn(signed, isDanger ? minute + 10 : 550),
    fedBackAt: timeOn(fedBack, isDanger ? minute + 90 : 870),
    closedAt: timeOn(closed, 960),
    resolution: resolutionLabel[draw() < 0.8 ? 'resolved' : draw() < 0.6 ? 'explained' : 'unresolved'],
    ...(isReached ? { handling: satisfactionLabel.satisfied, result: level } : {}),
  }
}

function timeOn(day: Day, minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const within = Math.min(minutes, 24 * 60 - 1)
  return `${day} ${two(Math.floor(within / 60))}:${two(within % 60)}`
}
