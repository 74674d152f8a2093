import type { Hidden, HiddenKind } from '../hidden.ts'

/** What is said of a kind, given how many of it there are. */
export type Said = (count: number) => string

/** Counts what is found, by kind and place. */
export class Tally {
  readonly #counts = new Map<string, { readonly kind: HiddenKind; readonly where: string; count: number }>()

  add(kind: HiddenKind, where: string, count = 1): void {
    const key = `${kind} ${where}`
    const entry = this.#counts.get(key) ?? { kind, where, count: 0 }
    entry.count += count
    this.#counts.set(key, entry)
  }

  /** The findings, each in words. */
  findings(said: Readonly<Partial<Record<HiddenKind, Said>>>): readonly Hidden[] {
    return [...this.#counts.values()]
      .filter(({ count }) => count > 0)
      .map(({ kind, where, count }) => ({ kind, where, count, what: (said[kind] ?? unnamed)(count) }))
  }
}

const unnamed: Said = count => `有 ${count} 处。`
