import type { Day } from '../../statute/day.ts'
import type { Message } from '../message.ts'

/** A line of the duties list 权责清单: which unit handles a matter at a place, by which basis, from which day. */
export interface Duty {
  readonly id: string
  /** The hotline whose list it is. */
  readonly hotline: string
  /** Words of the matter; 、 stands between words that mean the same. */
  readonly matter: string
  /** Where it holds; empty for the whole city. */
  readonly place: string
  readonly unit: string
  /** The document and its article by which the unit is responsible. */
  readonly basis: string
  readonly from: Day
  /** The first day on which it holds no longer; null while it holds. */
  readonly until: Day | null
}

/** A line of the list with the name of its unit. */
export interface DutyLine extends Duty {
  readonly unitName: string
}

/** What of a demand the list is asked with. */
export interface Asked extends Message {
  readonly place: string
}

/** Does it hold on this day? The day from which it holds counts, the day until which it held does not. */
export function holdsOn({ from, until }: Pick<Duty, 'from' | 'until'>, on: Day): boolean {
  return from <= on && (until === null || on < until)
}

/** The duties that fit a demand best on a day: those at its place before those of the whole city, longer words before shorter. */
export function fittingDuties(duties: readonly Duty[], asked: Asked, on: Day): Duty[] {
  const told = duties
    .filter(duty => holdsOn(duty, on))
    .map(duty => ({ duty, fit: fitOf(duty, asked) }))
    .filter(({ fit }) => fit > 0)
  const best = Math.max(0, ...told.map(({ fit }) => fit))
  return told.filter(({ fit }) => fit === best).map(({ duty }) => duty)
}

const placeCounts = 1000

function fitOf({ matter, place }: Duty, { subject, body, place: where }: Asked): number {
  const text = `${subject}\n${body}`
  if (place !== '' && !`${where}\n${text}`.includes(place)) return 0
  const longest = Math.max(0, ...wordsOf(matter).map(word => (text.includes(word) ? word.length : 0)))
  return longest === 0 ? 0 : longest + (place === '' ? 0 : placeCounts)
}

/** The words of a matter, one for each way to say it. */
export function wordsOf(matter: string): string[] {
  return matter.split(/[、，,;；\s]+/u).filter(word => word.length > 0)
}
