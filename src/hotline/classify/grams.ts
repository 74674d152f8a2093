/**
 * Numbers for grams, that is single characters and pairs of neighbours. A gram's key holds the first character in its
 * upper and the second in its lower half, zero for none; 50,000 messages hold a million, too many for a Map of texts.
 */
export class GramTable {
  #keys: Uint32Array
  #numbers: Int32Array
  #count = 0

  constructor(expected = 1 << 15) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)))
    this.#keys = new Uint32Array(size)
    this.#numbers = new Int32Array(size)
  }

  get count(): number {
    return this.#count
  }

  /** The number of a gram, or -1. */
  numberOf(key: number): number {
    const at = this.#placeOf(key)
    return this.#keys[at] === key ? (this.#numbers[at] ?? -1) : -1
  }

  /** The number of a gram, which is given the next one where it has none. */
  add(key: number): number {
    const at = this.#placeOf(key)
    if (this.#keys[at] === key) return this.#numbers[at] ?? -1
    this.#keys[at] = key
    this.#numbers[at] = this.#count++
    if (this.#count * 2 > this.#keys.length) this.#grow()
    return this.#count - 1
  }

  /** The keys by number. */
  keys(): Uint32Array {
    const found = new Uint32Array(this.#count)
    this.#keys.forEach((key, at) => {
      if (key !== 0) found[this.#numbers[at] ?? 0] = key
    })
    return found
  }

  #placeOf(key: number): number {
    const mask = this.#keys.length - 1
    let at = Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> 0
    at = (at ^ (at >>> 13)) & mask
    while (this.#keys[at] !== 0 && this.#keys[at] !== key) at = (at + 1) & mask
    return at
  }

  #grow(): void {
    const old = this.keys()
    this.#keys = new Uint32Array(this.#keys.length * 2)
    this.#numbers = new Int32Array(this.#keys.length)
    old.forEach((key, number) => {
      const at = this.#placeOf(key)
      this.#keys[at] = key
      this.#numbers[at] = number
    })
  }
}

/** Tells every gram of a cleaned text, each time it stands there; what is neither letter nor number parts words. */
export function eachGram(text: string, tell: (key: number) => void): void {
  for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) {
    let before = 0
    for (let at = 0; at < word.length; at++) {
      const sign = word.charCodeAt(at)
      if (before !== 0) tell(((before << 16) | sign) >>> 0)
      tell((sign << 16) >>> 0)
      before = sign
    }
  }
}
