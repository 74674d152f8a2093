import { chance, shuffle } from '../chance.ts'
import type { Rows } from './rows.ts'

/** Which rows are learned from, and which of them belong to the category. */
export interface Sides {
  /** Numbers of the rows. */
  readonly rows: Int32Array
  /** 1 or -1 for each of `rows`. */
  readonly side: Int8Array
}

// How much a message on the wrong side costs against a simple line; docs/decisions/0023.
const cost = 1
const mostRounds = 200
const closeEnough = 0.1

/**
 * The weights of grams that part a category from the rest, with the base after the last gram: a linear support vector
 * machine with squared loss by dual coordinate descent (Hsieh et al. 2008), each side weighing the same in all.
 */
export function separation(data: Rows, sides: Sides, grams: number): Float64Array {
  return new Descent(data, sides, grams).run()
}

class Descent {
  readonly #weights: Float64Array
  readonly #pull: Float64Array
  readonly #order: Int32Array
  readonly #soft: readonly [number, number]
  #active: number
  #above = Number.POSITIVE_INFINITY
  readonly #data: Rows
  readonly #sides: Sides
  readonly #base: number

  constructor(data: Rows, sides: Sides, grams: number) {
    this.#data = data
    this.#sides = sides
    this.#base = grams
    this.#weights = new Float64Array(grams + 1)
    this.#pull = new Float64Array(sides.rows.length)
    this.#order = Int32Array.from(sides.rows, (_, at) => at)
    this.#active = sides.rows.length
    const all = sides.rows.length
    const within = sides.side.reduce((sum, side) => sum + (side > 0 ? 1 : 0), 0)
    this.#soft = [within / (cost * all), (all - within) / (cost * all)]
  }

  run(): Float64Array {
    const draw = chance(20_260_120)
    for (let round = 0; round < mostRounds; round++) {
      shuffle(this.#order, this.#active, draw)
      const { most, least } = this.#round()
      if (most - least < closeEnough) {
        if (this.#active === this.#order.length) break
        this.#active = this.#order.length
        this.#above = Number.POSITIVE_INFINITY
        continue
      }
      this.#above = most <= 0 ? Number.POSITIVE_INFINITY : most
    }
    return this.#weights
  }

  /** Once over the active rows; those that are surely right are set aside. */
  #round() {
    let most = Number.NEGATIVE_INFINITY
    let least = Number.POSITIVE_INFINITY
    for (let at = 0; at < this.#active; at++) {
      const row = this.#order[at] ?? 0
      const side = this.#sides.side[row] ?? 1
      const soft = side > 0 ? this.#soft[0] : this.#soft[1]
      const pull = this.#pull[row] ?? 0
      const slope = this.#distance(row) * side - 1 + soft * pull
      if (pull === 0 && slope > this.#above) {
        this.#order[at--] = this.#order[--this.#active] ?? 0
        this.#order[this.#active] = row
        continue
      }
      const steep = pull === 0 ? Math.min(0, slope) : slope
      if (steep > most) most = steep
      if (steep < least) least = steep
      if (Math.abs(steep) > 1e-12) {
        // A row has length 1, or 0 where nothing of it is known, and the base adds 1.
        const next = Math.max(0, pull - slope / (2 + soft))
        this.#pull[row] = next
        this.#move(row, (next - pull) * side)
      }
    }
    return { most, least }
  }

  #distance(row: number): number {
    const { starts, ids, values } = this.#data
    const which = this.#sides.rows[row] ?? 0
    const end = starts[which + 1] ?? 0
    let sum = this.#weights[this.#base] ?? 0
    for (let at = starts[which] ?? 0; at < end; at++) {
      sum += (this.#weights[ids[at] ?? 0] ?? 0) * (values[at] ?? 0)
    }
    return sum
  }

  #move(row: number, by: number): void {
    const { starts, ids, values } = this.#data
    const which = this.#sides.rows[row] ?? 0
    const end = starts[which + 1] ?? 0
    const weights = this.#weights
    weights[this.#base] = (weights[this.#base] ?? 0) + by
    for (let at = starts[which] ?? 0; at < end; at++) {
      const gram = ids[at] ?? 0
      weights[gram] = (weights[gram] ?? 0) + by * (values[at] ?? 0)
    }
  }
}
