import type { Day } from '../../statute/day.ts'
import { type Asked, type Duty, fittingDuties } from './duty.ts'

/** A return or an arbitration on which nobody decided whether the duties list changes. */
export interface Disputed extends Asked {
  readonly demand: string
  /** The number of its event. */
  readonly number: number
  readonly hotline: string
  readonly demandNumber: string
  readonly kind: 'returned' | 'arbitrated'
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly reason: string
  /** Who is responsible, in the words of the unit that returned it. */
  readonly responsible: string
  /** The unit that was decided on, or that signed it after the return; null until one did. */
  readonly taken: string | null
}

/** What a demand behind a proposal shows. */
type Behind = Pick<
  Disputed,
  'demand' | 'number' | 'demandNumber' | 'subject' | 'kind' | 'at' | 'reason' | 'responsible'
>

/** A change of the list that returns and arbitrations propose together: what the list says, what it could say, and why. */
export interface DutyProposal {
  readonly key: string
  readonly hotline: string
  /** The line of the list that fits today; null where none does, or several units do. */
  readonly duty: string | null
  readonly listed: string | null
  readonly matter: string
  readonly place: string
  /** The unit that took the demands; null where none did yet. */
  readonly unit: string | null
  /** The newest first. */
  readonly demands: readonly Behind[]
}

/** A proposal with the names of its units. */
export interface NamedProposal extends DutyProposal {
  readonly listedName: string | null
  readonly unitName: string | null
}

/**
 * What disputed dispatches propose, by the line of the list that they concern and the unit that took them, those with the most
 * demands first. Where the list names today who took a demand, it is right: the dispatch was not, and nothing is proposed.
 */
export function proposalsIn(disputed: readonly Disputed[], duties: readonly Duty[], on: Day): DutyProposal[] {
  const groups = new Map<string, DutyProposal>()
  for (const each of disputed) {
    const fitting = fittingDuties(
      duties.filter(({ hotline }) => hotline === each.hotline),
      each,
      on,
    )
    const [first] = fitting
    const duty = first !== undefined && fitting.every(({ unit }) => unit === first.unit) ? first : undefined
    if (each.taken !== null && duty?.unit === each.taken) continue
    const matter = duty?.matter ?? each.subject
    const key = JSON.stringify([each.hotline, duty?.id ?? matter, each.taken])
    const { demand, number, demandNumber, subject, kind, at, reason, responsible } = each
    const behind = { demand, number, demandNumber, subject, kind, at, reason, responsible }
    const before = groups.get(key)
    groups.set(key, {
      ...{ key, hotline: each.hotline, duty: duty?.id ?? null, listed: duty?.unit ?? null },
      ...{ matter, place: duty?.place ?? '', unit: each.taken },
      demands: [...(before?.demands ?? []), behind],
    })
  }
  return [...groups.values()].toSorted((a, b) => b.demands.length - a.demands.length)
}
