import { type Actor, holds } from '../../office/roles.ts'

/** A demand that tells of danger, and whether somebody took notice. */
export interface AlarmLine {
  readonly demand: string
  readonly number: string
  readonly subject: string
  readonly agency: string
  readonly kinds: readonly string[]
  readonly words: readonly string[]
  readonly raisedAt: string
  /** When the supervisor was told, because nobody on duty took notice. */
  readonly escalatedAt: string | null
  readonly noticedAt: string | null
  readonly noticedByName: string | null
}

/** Somebody on duty at a hotline, from a moment until before another. */
export interface DutyLine {
  readonly id: string
  readonly agency: string
  readonly person: string
  readonly personName: string
  readonly from: string
  readonly until: string
}

/**
 * Is the alarm for this person? For who is on duty now; where nobody is, for all who dispatch and supervise; once escalated, for
 * the supervisors besides (docs/decisions/0031).
 */
export function isForPerson(
  { agency, escalatedAt }: Pick<AlarmLine, 'agency' | 'escalatedAt'>,
  person: Actor,
  { duty, moment }: { readonly duty: readonly DutyLine[]; readonly moment: string },
): boolean {
  if (!takesNotice(person, agency)) return false
  if (escalatedAt !== null && holds(person, 'supervisor', agency)) return true
  const now = duty.filter(each => each.agency === agency && isOn(each, moment))
  return now.length === 0 || now.some(each => each.person === person.id)
}

function isOn({ from, until }: DutyLine, moment: string): boolean {
  const at = Date.parse(moment)
  return Date.parse(from) <= at && at < Date.parse(until)
}

/** Who may be on duty: those who can send a demand to a unit at once, or see to it that it is. */
export function takesNotice(person: Actor, agency: string): boolean {
  return holds(person, 'dispatcher', agency) || holds(person, 'supervisor', agency)
}
