import { chance, shuffle } from '../chance.ts'
import { type Message, textOf } from '../message.ts'
import { GramCounting } from './counting.ts'
import type { CategoryModel } from './model.ts'
import type { Rows } from './rows.ts'
import { separation } from './separation.ts'
import { sharpnessOf, type Tried } from './sharpness.ts'

const parts = 3
const mostTried = 4000

/** Learns categories from messages, added one by one. The same messages in the same order give the same model. */
export class Training {
  readonly #counting = new GramCounting()
  readonly #numbers = new Map<string, number>()
  readonly #truth: number[] = []

  add(category: string, message: Message): void {
    const number = this.#numbers.get(category) ?? this.#numbers.size
    this.#numbers.set(category, number)
    this.#truth.push(number)
    this.#counting.add(textOf(message))
  }

  /** The categories seen until now. */
  get categories(): readonly string[] {
    return [...this.#numbers.keys()]
  }

  model(): CategoryModel {
    const { vocabulary, rows } = this.#counting.weighed()
    const all = { rows, truth: Int32Array.from(this.#truth), wide: this.#numbers.size }
    const grams = vocabulary.grams.count
    const everything = Int32Array.from(all.truth, (_, at) => at)
    const sharpness = sharpnessOf(tried(all, grams))
    return { categories: this.categories, vocabulary, weights: learned(all, everything, grams), sharpness }
  }
}

interface Known {
  readonly rows: Rows
  readonly truth: Int32Array
  /** How many categories there are. */
  readonly wide: number
}

/** The weights of all categories, learned from some rows. */
function learned({ rows, truth, wide }: Known, from: Int32Array, grams: number): Float32Array {
  const weights = new Float32Array((grams + 1) * wide)
  for (let category = 0; category < wide; category++) {
    const side = Int8Array.from(from, row => (truth[row] === category ? 1 : -1))
    const line = separation(rows, { rows: from, side }, grams)
    for (let gram = 0; gram <= grams; gram++) weights[gram * wide + category] = line[gram] ?? 0
  }
  return weights
}

/** Each of some messages, scored by what was learned from the others. */
function tried(all: Known, grams: number): Tried[] {
  const order = Int32Array.from(all.truth, (_, at) => at)
  shuffle(order, order.length, chance(33))
  const some = order.subarray(0, mostTried)
  return Array.from({ length: parts }, (_, part) => {
    const from = some.filter((_, at) => at % parts !== part)
    const weights = learned(all, from, grams)
    return [...some.filter((_, at) => at % parts === part)].map(row => ({
      scores: scoresOfRow(all, row, weights),
      truth: all.truth[row] ?? 0,
    }))
  }).flat()
}

function scoresOfRow({ rows, wide }: Known, row: number, weights: Float32Array): Float64Array {
  const scores = Float64Array.from(weights.subarray(weights.length - wide))
  const end = rows.starts[row + 1] ?? 0
  for (let at = rows.starts[row] ?? 0; at < end; at++) {
    const gram = (rows.ids[at] ?? 0) * wide
    for (let category = 0; category < wide; category++)
      scores[category] = (scores[category] ?? 0) + (rows.values[at] ?? 0) * (weights[gram + category] ?? 0)
  }
  return scores
}
