/** What is remembered up to a bound; what was asked for longest ago is forgotten first. */
export class Bounded<T> {
  readonly #kept = new Map<string, { readonly value: T; readonly size: number }>()
  readonly #most: number
  #size = 0

  /** @param most the sum of the sizes of what is kept, in whatever unit `set` is given */
  constructor(most: number) {
    this.#most = most
  }

  /** What is kept under this name. */
  get(name: string): T | undefined {
    const found = this.#kept.get(name)
    if (found === undefined) return undefined
    this.#kept.delete(name)
    this.#kept.set(name, found)
    return found.value
  }

  /** Keeps it, and forgets the oldest where the bound is passed. */
  set(name: string, value: T, size: number): void {
    this.#size += size - (this.#kept.get(name)?.size ?? 0)
    this.#kept.delete(name)
    this.#kept.set(name, { value, size })
    for (const [oldest, { size: freed }] of this.#kept) {
      if (this.#size <= this.#most) return
      this.#kept.delete(oldest)
      this.#size -= freed
    }
  }
}
