import { cleaned, type Message } from '../message.ts'
import { citiesIn, type Place, placesIn } from './places.ts'
import { leadOf, pairsIn, type Rarity } from './rarity.ts'

/** Numbers of pairs, each with its weight. */
export type Weights = ReadonlyMap<number, number>

/** By what a demand is joined to others. */
export interface Traits {
  /** The rarest pairs of its words, without those of places; of length 1. */
  readonly words: Weights
  /** The pairs of its places' names with their rarity. */
  readonly placePairs: Weights
  readonly cities: readonly string[]
}

const mostWords = 50
const subjectWeight = 2
const rarityPower = 1.3

/** The traits of a message among messages of this rarity. */
export function traitsOf(message: Message, rarity: Rarity): Traits {
  const lead = leadOf(message)
  const told = `${message.subject}\n${lead}`
  const places = placesIn(told)
  const placePairs = pairsOf(places, rarity)
  const weights = new Map<number, number>()
  for (const [text, by] of [[message.subject, subjectWeight] as const, [lead, 1] as const]) {
    const rest = places.reduce((left, { name }) => left.replaceAll(name.toLowerCase(), ' '), cleaned(text))
    for (const pair of pairsIn(rest)) {
      const number = rarity.numberOf(pair)
      const rare = placePairs.has(number) ? 0 : rarity.of(number)
      if (rare > 0) weights.set(number, (weights.get(number) ?? 0) + by * rare ** rarityPower)
    }
  }
  return { words: heaviest(weights), placePairs, cities: citiesIn(told) }
}

function pairsOf(places: readonly Place[], rarity: Rarity): Weights {
  const pairs = new Map<number, number>()
  for (const { stem } of places)
    for (const pair of pairsIn(stem.toLowerCase())) {
      const number = rarity.numberOf(pair)
      if (rarity.of(number) > 0) pairs.set(number, rarity.of(number))
    }
  return pairs
}

/** The heaviest of some pairs, of length 1 together. */
export function heaviest(weights: Weights): Weights {
  const most = [...weights].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostWords)
  const length = Math.hypot(...most.map(([, weight]) => weight)) || 1
  return new Map(most.map(([pair, weight]) => [pair, weight / length]))
}
