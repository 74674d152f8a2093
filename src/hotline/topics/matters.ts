import { type Asking, fitOf, Matter, type Member } from './matter.ts'
import type { Traits } from './traits.ts'

// A demand is compared with the matters that share most of its rare pairs, not with all.
const mostCompared = 30
// A pair that more matters have leads nowhere.
const mostOfPair = 120
const placeWeight = 0.1
// The rarest pairs of a demand find its matter; all of them then say how well it fits.
const mostAsked = 24

/** Matters by the pairs of their members, so that a demand finds its own without looking at all. */
export class Matters {
  readonly #byPair: Matter[][] = []
  readonly #all = new Set<Matter>()

  get all(): readonly Matter[] {
    return [...this.#all]
  }

  /** The matter that a demand, or a whole matter, belongs to; undefined where it is a new one. */
  matterOf(asking: Asking, except?: Matter): Matter | undefined {
    let best: Matter | undefined
    let most = 0
    for (const matter of this.#alike(asking)) {
      const fit = matter === except ? -1 : fitOf(matter, asking)
      if (fit > most) [best, most] = [matter, fit]
    }
    return best
  }

  /** Puts a demand into its matter, or begins a new one. */
  join(member: Member): Matter {
    const on = { from: member.message.on, to: member.message.on }
    const matter = this.matterOf({ ...member.traits, ...on }) ?? new Matter()
    this.put(member, matter)
    return matter
  }

  /** Moves the members of one matter into another. */
  merge(matter: Matter, into: Matter): void {
    this.drop(matter)
    for (const member of matter.members) this.put(member, into)
  }

  /** Forgets a matter with its members. */
  drop(matter: Matter): void {
    this.#all.delete(matter)
    for (const pair of pairsOf(matter)) {
      const held = this.#byPair[pair]
      held?.splice(held.indexOf(matter), 1)
    }
  }

  /** Puts a demand into the matter that somebody else decided on. */
  put(member: Member, into: Matter): void {
    const fresh = [...pairsOf(member.traits)].filter(
      pair => !into.words.has(pair) && !into.placePairs.has(pair),
    )
    into.add(member)
    this.#all.add(into)
    for (const pair of new Set(fresh)) {
      const held = this.#byPair[pair]
      if (held === undefined) this.#byPair[pair] = [into]
      else held.push(into)
    }
  }

  #alike({ words, placePairs }: Asking): Matter[] {
    const found: Matter[] = []
    const count = (pair: number, weight: number) => {
      const held = this.#byPair[pair]
      if (held === undefined || held.length > mostOfPair) return
      for (const matter of held) {
        if (matter.shared === 0) found.push(matter)
        matter.shared += weight
      }
    }
    let asked = 0
    for (const [pair, weight] of words) if (asked++ < mostAsked) count(pair, weight)
    for (const [pair, weight] of placePairs) count(pair, weight * placeWeight)
    const least = found.length <= mostCompared ? 0 : nthLargest(found, mostCompared)
    const alike = found.filter(({ shared }) => shared >= least)
    for (const matter of found) matter.shared = 0
    return alike
  }
}

function nthLargest(matters: readonly Matter[], place: number): number {
  return Float64Array.from(matters, ({ shared }) => shared).sort()[matters.length - place] ?? 0
}

function pairsOf({ words, placePairs }: Pick<Traits, 'words' | 'placePairs'>): Set<number> {
  return new Set([...words.keys(), ...placePairs.keys()])
}
