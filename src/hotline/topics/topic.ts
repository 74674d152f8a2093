import type { Day } from '../../statute/day.ts'
import type { FiledMessage } from '../message.ts'
import { mattersIn } from './finding.ts'
import { type Heat, heatOf } from './heat.ts'
import type { Matter } from './matter.ts'
import { nameOf } from './naming.ts'
import type { Rarity } from './rarity.ts'

/** A matter that several callers have, as it is ranked. */
export interface Topic extends Heat {
  readonly rank: number
  readonly from: Day
  readonly to: Day
  readonly place: string
  readonly people: string
  readonly title: string
  readonly matter: Matter
}

// A matter of a single caller is no matter of the city, however often it is told.
const leastCallers = 2

/** The hottest topics of a span, as at its last day. */
export function topicsIn(
  messages: readonly FiledMessage[],
  most: number,
): { topics: Topic[]; rarity: Rarity } {
  const { matters, rarity } = mattersIn(messages)
  const [asOf] = messages.map(({ on }) => on).toSorted((a, b) => (a < b ? 1 : -1))
  if (asOf === undefined) return { topics: [], rarity }
  const topics = matters.all
    .map(matter => ({ matter, ...heatOf(messagesOf(matter), asOf) }))
    .filter(({ callers }) => callers >= leastCallers)
    .sort((a, b) => b.heat - a.heat || b.callers - a.callers)
    .slice(0, most)
    .map((one, at) => ({ rank: at + 1, ...one, ...spanOf(one.matter, asOf), ...nameOf(one.matter) }))
  return { topics, rarity }
}

/** The demands of a matter in the order of filing. */
export function messagesOf({ members }: Matter): FiledMessage[] {
  return members
    .map(({ message }) => message)
    .toSorted((a, b) => (a.on < b.on || (a.on === b.on && a.id < b.id) ? -1 : 1))
}

function spanOf(matter: Matter, otherwise: Day): { from: Day; to: Day } {
  const days = messagesOf(matter).map(({ on }) => on)
  return { from: days[0] ?? otherwise, to: days.at(-1) ?? otherwise }
}
