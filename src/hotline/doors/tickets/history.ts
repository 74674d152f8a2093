import type { Demand } from '../../demand.ts'
import type { DemandEvent, ToldDemandEvent } from '../../events.ts'
import { type LimitsByType, limitOf } from '../../limits.ts'
import { subjectKept } from '../../looks/confidence.ts'
import type { OldTicket } from './read-ticket.ts'

/** Who is named as having done what an older system did. */
const olderSystem = { by: 'import', byName: '原系统（导入）' } as const

/**
 * What happened to a ticket, by what its row says and no more: the first event names the file and the row, and the trail has one
 * line for the whole import. What the older system did not keep is not made up.
 */
export function historyOf(
  ticket: OldTicket,
  { file, limits }: { readonly file: string; readonly limits: LimitsByType },
): readonly DemandEvent[] {
  const { filedAt, dispatchedAt, signedAt, fedBackAt, closedAt, unit, words, handling, result } = ticket
  const events: DemandEvent[] = []
  const tell = (at: string, told: ToldDemandEvent) =>
    events.push({ ...told, at, ...olderSystem } as DemandEvent)
  const imported = `“${file}”第 ${ticket.row} 行`
  tell(filedAt, { kind: 'registered', type: ticket.type, urgency: ticket.urgency, imported })
  if (unit === null || dispatchedAt === null) {
    if (closedAt !== null)
      tell(closedAt, { kind: 'answered', words: words || '（原系统没有记载答复的内容）' })
    return events
  }
  const limit =
    ticket.limitWorkdays === null
      ? limitOf(ticket, limits)
      : ({ kind: 'workdays', count: ticket.limitWorkdays } as const)
  tell(dispatchedAt, { kind: 'dispatched', unit, limit, basis: '据原系统记载' })
  if (signedAt !== null) tell(signedAt, { kind: 'signed' })
  // A unit whose answer is kept fed back at the latest when it was closed.
  const answeredAt = fedBackAt ?? (words === '' ? null : closedAt)
  if (answeredAt !== null) {
    const said = words || '（原系统没有记载反馈的内容）'
    tell(answeredAt, { kind: 'fedBack', words: said, resolution: ticket.resolution })
  }
  if (closedAt === null) return events
  if (answeredAt !== null && (handling !== null || result !== null))
    tell(closedAt, { kind: 'calledBack', handling, result, words: '' })
  tell(closedAt, { kind: 'closed' })
  return events
}

/** The demand of a ticket. */
export function demandOfTicket(
  ticket: OldTicket,
  { id, agency }: { readonly id: string; readonly agency: string },
): Demand {
  const { number, type, channel, urgency, body, place, confidential, filedAt } = ticket
  const subject = subjectKept(ticket, ticket.caller)
  return { id, agency, number, type, channel, urgency, subject, body, place, confidential, filedAt }
}
