import type { FiledMessage } from '../message.ts'
import type { Matter } from './matter.ts'
import { Matters } from './matters.ts'
import { Rarity } from './rarity.ts'
import { traitsOf } from './traits.ts'

const mostMerging = 3

/** What was found in messages; a new one joins by the same rules: `matters.join({ message, traits: traitsOf(message, rarity) })`. */
export interface Found {
  readonly matters: Matters
  readonly rarity: Rarity
}

/** Finds the matters: each message joins in the order of filing, then matters that prove to be one are merged. */
export function mattersIn(messages: readonly FiledMessage[]): Found {
  const inOrder = messages.toSorted((a, b) => compare(a.on, b.on) || compare(a.id, b.id))
  const rarity = new Rarity()
  for (const message of inOrder) rarity.add(message)
  const matters = new Matters()
  for (const message of inOrder) matters.join({ message, traits: traitsOf(message, rarity) })
  mergeAlike(matters, () => true)
  return { matters, rarity }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Merges matters that prove to be one; those that may not move stay what they are. */
export function mergeAlike(matters: Matters, mayMove: (matter: Matter) => boolean): void {
  for (let times = 0; times < mostMerging && merged(matters, mayMove); times++);
}

/** Lets each matter, the smallest first, go into a larger one to which its members together belong. */
function merged(matters: Matters, mayMove: (matter: Matter) => boolean): boolean {
  let any = false
  for (const matter of matters.all.toSorted((a, b) => a.members.length - b.members.length)) {
    const asking = mayMove(matter) ? matter.asked() : undefined
    const other = asking && matters.matterOf(asking, matter)
    if (other === undefined || other.members.length < matter.members.length) continue
    matters.merge(matter, other)
    any = true
  }
  return any
}
