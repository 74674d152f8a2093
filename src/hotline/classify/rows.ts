/** Texts as rows of numbers: row `r` holds the grams `ids` and their values `values` from `starts[r]` up to `starts[r + 1]`. */
export interface Rows {
  readonly starts: Int32Array
  readonly ids: Int32Array
  readonly values: Float32Array
}

/** A list of whole numbers that grows without keeping a number as an object. */
export class LongList {
  #held = new Uint32Array(1024)
  length = 0

  push(value: number): void {
    if (this.length === this.#held.length) {
      const larger = new Uint32Array(this.#held.length * 2)
      larger.set(this.#held)
      this.#held = larger
    }
    this.#held[this.length++] = value
  }

  /** What has been pushed; valid until the next push. */
  view(): Uint32Array {
    return this.#held.subarray(0, this.length)
  }
}
