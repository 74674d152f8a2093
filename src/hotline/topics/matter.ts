import { type Day, dayNumber } from '../../statute/day.ts'
import type { FiledMessage } from '../message.ts'
import { heaviest, type Traits } from './traits.ts'

/** A demand with what it is joined by. */
export interface Member {
  readonly message: FiledMessage
  readonly traits: Traits
}

/** What is asked of a matter: a demand's traits, or those of another matter's demands together, with their days. */
export interface Asking extends Traits {
  readonly from: Day
  readonly to: Day
}

/** Demands that are held for one matter: one place or group, one grievance, in a period. */
export class Matter {
  readonly members: Member[] = []
  readonly words = new Map<number, number>()
  readonly placePairs = new Map<number, number>()
  readonly cities = new Set<string>()
  /** How much it shares with the demand that is looked at now; the index of matters counts here and sets it back. */
  shared = 0
  #from: Day | undefined
  #to: Day | undefined
  #squares = 0
  #placed = 0

  add(member: Member): void {
    const { message, traits } = member
    this.members.push(member)
    for (const [pair, weight] of traits.words) {
      const before = this.words.get(pair) ?? 0
      this.#squares += weight * (2 * before + weight)
      this.words.set(pair, before + weight)
    }
    for (const [pair, weight] of traits.placePairs)
      this.placePairs.set(pair, (this.placePairs.get(pair) ?? 0) + weight)
    if (traits.placePairs.size > 0) this.#placed++
    for (const city of traits.cities) this.cities.add(city)
    if (this.#from === undefined || message.on < this.#from) this.#from = message.on
    if (this.#to === undefined || message.on > this.#to) this.#to = message.on
  }

  /** The demands together, as if they were one. */
  asked(): Asking | undefined {
    if (this.#from === undefined || this.#to === undefined) return undefined
    const members = this.members.length
    return {
      ...{ from: this.#from, to: this.#to, cities: [...this.cities] },
      words: heaviest(this.words),
      placePairs: new Map([...this.placePairs].map(([pair, weight]) => [pair, weight / members])),
    }
  }

  /** How alike the words are, from 0 to 1: the cosine. */
  wordsAlike({ words }: Asking): number {
    let sum = 0
    for (const [pair, weight] of words) sum += weight * (this.words.get(pair) ?? 0)
    return sum / (Math.sqrt(this.#squares) || 1)
  }

  /** How far the places are the same, from 0 to 1; undefined where the demand or most of the members name none. */
  placesAlike({ placePairs }: Asking): number | undefined {
    const members = this.members.length
    if (placePairs.size === 0 || this.#placed * seldom < members) return undefined
    let [shared, theirs, ours] = [0, 0, 0]
    for (const [pair, rare] of placePairs) {
      theirs += rare
      shared += Math.min(rare, (this.placePairs.get(pair) ?? 0) / members)
    }
    for (const weight of this.placePairs.values()) ours += weight / members
    return shared / Math.min(theirs, ours)
  }

  /** Whether they name cities, and none in common: another government answers. */
  elsewhere({ cities }: Asking): boolean {
    return cities.length > 0 && this.cities.size > 0 && !cities.some(city => this.cities.has(city))
  }

  /** The days between them in which nobody spoke; 0 where they overlap. */
  silentDays({ from, to }: Asking): number {
    if (this.#from === undefined || this.#to === undefined) return 0
    return Math.max(0, dayNumber(from) - dayNumber(this.#to), dayNumber(this.#from) - dayNumber(to))
  }
}

/** How alike words must be: at the same place, at one that may be the same, where none is told, at another (only a copy). */
const enough = { samePlace: 0.13, nearPlace: 0.45, noPlace: 0.26, otherPlace: 0.9 }
const samePlace = 0.4
const nearPlace = 0.15
// A matter of which fewer than one member in three names a place has none.
const seldom = 3
const longestSilence = 180

/** By how much a demand fits a matter beyond what is needed; below 0 it does not belong. docs/decisions/0023. */
export function fitOf(matter: Matter, asking: Asking): number {
  if (matter.elsewhere(asking) || matter.silentDays(asking) > longestSilence) return -1
  const places = matter.placesAlike(asking)
  const words = matter.wordsAlike(asking)
  if (places === undefined) return words - enough.noPlace
  if (places >= samePlace) return words - enough.samePlace + (places - samePlace) / 10
  return words - (places >= nearPlace ? enough.nearPlace : enough.otherPlace)
}
