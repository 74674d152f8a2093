import { eachGram, GramTable } from './grams.ts'
import { LongList, type Rows } from './rows.ts'

// A gram in a single message is a name or a slip and teaches nothing about the others.
const leastMessages = 2
// Above 1, rare grams weigh more than by the usual inverse frequency; docs/decisions/0023 has what was tried.
const rarityPower = 1.3
const mostTimes = 255

/** The grams that a model knows, with what each weighs by its rarity. */
export interface Vocabulary {
  readonly grams: GramTable
  readonly rarity: Float32Array
}

/** Counts the grams of messages one by one, so that no message need be held; then weighs them. */
export class GramCounting {
  #grams = new GramTable()
  #counts = new Uint8Array(1 << 16)
  /** Number × 256 + how often, message after message. */
  #held = new LongList()
  #starts = new LongList()

  add(text: string): void {
    const seen: number[] = []
    this.#starts.push(this.#held.length)
    eachGram(text, key => {
      const gram = this.#grams.add(key)
      if (gram >= this.#counts.length) this.#widen()
      const times = this.#counts[gram] ?? 0
      if (times === 0) seen.push(gram)
      if (times < mostTimes) this.#counts[gram] = times + 1
    })
    for (const gram of seen) {
      this.#held.push(gram * 256 + (this.#counts[gram] ?? 0))
      this.#counts[gram] = 0
    }
  }

  /** The vocabulary of what was added, and each message as a row of length 1. */
  weighed(): { readonly vocabulary: Vocabulary; readonly rows: Rows } {
    const held = this.#held.view()
    const messages = this.#starts.length
    const inMessages = new Int32Array(this.#grams.count)
    for (let at = 0; at < held.length; at++) {
      const gram = (held[at] ?? 0) >>> 8
      inMessages[gram] = (inMessages[gram] ?? 0) + 1
    }
    const grams = new GramTable()
    const newNumber = new Int32Array(this.#grams.count).fill(-1)
    const keys = this.#grams.keys()
    for (let gram = 0; gram < keys.length; gram++)
      if ((inMessages[gram] ?? 0) >= leastMessages) newNumber[gram] = grams.add(keys[gram] ?? 0)
    const rarity = new Float32Array(grams.count)
    newNumber.forEach((number, gram) => {
      if (number >= 0) rarity[number] = (Math.log(messages / (inMessages[gram] ?? 1)) + 1) ** rarityPower
    })
    return { vocabulary: { grams, rarity }, rows: this.#rows(newNumber, rarity) }
  }

  #rows(newNumber: Int32Array, rarity: Float32Array): Rows {
    const [held, begins] = [this.#held.view(), this.#starts.view()]
    const starts = new Int32Array(begins.length + 1)
    const ids = new Int32Array(held.length)
    const values = new Float32Array(held.length)
    let filled = 0
    for (let row = 0; row < begins.length; row++) {
      const from = filled
      const end = begins[row + 1] ?? held.length
      for (let at = begins[row] ?? 0; at < end; at++) {
        const packed = held[at] ?? 0
        const gram = newNumber[packed >>> 8] ?? -1
        if (gram < 0) continue
        ids[filled] = gram
        values[filled++] = (1 + Math.log(packed & 255)) * (rarity[gram] ?? 0)
      }
      toLengthOne(values.subarray(from, filled))
      starts[row + 1] = filled
    }
    return { starts, ids: ids.subarray(0, filled), values: values.subarray(0, filled) }
  }

  #widen(): void {
    const wider = new Uint8Array(this.#counts.length * 2)
    wider.set(this.#counts)
    this.#counts = wider
  }
}

/** A new text in the words of a vocabulary: grams and values, of length 1; grams that it does not know are left out. */
export function rowOf(text: string, { grams, rarity }: Vocabulary): { ids: number[]; values: Float32Array } {
  const times = new Map<number, number>()
  eachGram(text, key => {
    const gram = grams.numberOf(key)
    if (gram >= 0) times.set(gram, Math.min(mostTimes, (times.get(gram) ?? 0) + 1))
  })
  const ids = [...times.keys()]
  const values = Float32Array.from(ids, gram => (1 + Math.log(times.get(gram) ?? 1)) * (rarity[gram] ?? 0))
  toLengthOne(values)
  return { ids, values }
}

function toLengthOne(values: Float32Array): void {
  let squares = 0
  for (let at = 0; at < values.length; at++) squares += (values[at] ?? 0) ** 2
  const length = Math.sqrt(squares) || 1
  for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) / length
}
