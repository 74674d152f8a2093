import type { ApplicantKind, Channel, ServingWay } from '../../foi/request.ts'
import type { Day } from '../../statute/day.ts'
import type { Outcome } from '../../statute/taxonomy.ts'
import { type Asked, oneOf } from './topics.ts'

/** Who asks, and when it arrives; how it ends is settled by the year in which it leaves. */
export interface Arrival {
  readonly kind: ApplicantKind
  readonly arrives: Day
}

/** A request that is to be told. */
export interface Wanted extends Arrival {
  readonly asked: Asked
  /** Counts the requests of an agency, and chooses who asks for what by which way. */
  readonly number: number
  readonly channel: Channel
  readonly servingWay: ServingWay
  readonly outcome: Outcome
  /** Not decided before: it is carried into the year. */
  readonly decideFrom?: Day | undefined
  /** Not decided after: it leaves in the year. */
  readonly decideBy?: Day | undefined
  /** The published reports say that no fee was collected: one is paid only in a year that has no report yet. */
  readonly mayPay: boolean
}

const ways: readonly Channel[] = ['internet', 'internet', 'counter', 'post', 'internet', 'registeredPost']

/** The request with its ways in and out, each now and then: mostly the internet. */
export function wanted(
  asked: Asked,
  number: number,
  rest: Omit<Wanted, 'asked' | 'number' | 'channel' | 'servingWay'>,
): Wanted {
  const channel = number % 9 === 8 ? oneOf(['fax', 'oral'] as const, number >> 1) : oneOf(ways, number)
  const servingWay = channel === 'internet' ? 'internet' : oneOf(['post', 'counter'] as const, number)
  return { ...rest, asked, number, channel, servingWay }
}
