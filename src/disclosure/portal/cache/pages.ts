import type { Agency } from '../../../office/roles.ts'
import type { ShelfTally } from '../../store/shelf/counts.ts'

/** A page as it is sent, so that no request makes or encodes it again. */
export interface KeptPage {
  readonly body: Uint8Array<ArrayBuffer>
  readonly etag: string
  readonly type: string
  readonly status: 200 | 410
}

/** What the lists ask again and again, as it was since the last move. */
export interface ShelfFacts {
  readonly counts: Map<string, number>
  years?: readonly number[]
  agencies?: readonly Agency[]
  tallies?: readonly ShelfTally[]
}

/** Pages of the shelf in memory, each with what it depends on; what was asked for longest ago is forgotten first. */
export class ShelfPages {
  readonly #pages = new Map<string, { readonly page: KeptPage; readonly tags: readonly string[] }>()
  readonly #byTag = new Map<string, Set<string>>()
  readonly #most: number
  #bytes = 0
  /** Counts the moves of the shelf: a page that was begun before the last one is not kept. */
  moves = 0
  /** Begun anew with every move. */
  facts: ShelfFacts = { counts: new Map() }

  /** @param most the bytes of all pages together */
  constructor(most = 64 * 1024 * 1024) {
    this.#most = most
  }

  /** How many pages are kept. */
  get size(): number {
    return this.#pages.size
  }

  /** The page under this name. */
  get(name: string): KeptPage | undefined {
    const found = this.#pages.get(name)
    if (found === undefined) return undefined
    this.#pages.delete(name)
    this.#pages.set(name, found)
    return found.page
  }

  /** Keeps a page with what it depends on. */
  keep(name: string, page: KeptPage, tags: readonly string[]): void {
    this.#forget(name)
    this.#pages.set(name, { page, tags })
    this.#bytes += page.body.length + 1000
    for (const tag of tags) {
      const names = this.#byTag.get(tag) ?? new Set()
      this.#byTag.set(tag, names.add(name))
    }
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.#most) return
      this.#forget(oldest)
    }
  }

  /** The names of the pages that depend on one of these tags. */
  touchedBy(tags: readonly string[]): string[] {
    return [...new Set(tags.flatMap(tag => [...(this.#byTag.get(tag) ?? [])]))]
  }

  /** Forgets what depends on these tags. @returns how many pages that were */
  move(tags: readonly string[]): number {
    this.#moved()
    const touched = this.touchedBy(tags)
    for (const name of touched) this.#forget(name)
    return touched.length
  }

  /** Forgets everything: the settings of the site, the names of agencies or the day changed. */
  clear(): void {
    this.#moved()
    this.#pages.clear()
    this.#byTag.clear()
    this.#bytes = 0
  }

  #moved(): void {
    this.moves++
    this.facts = { counts: new Map() }
  }

  #forget(name: string): void {
    const found = this.#pages.get(name)
    if (found === undefined) return
    this.#pages.delete(name)
    this.#bytes -= found.page.body.length + 1000
    for (const tag of found.tags) {
      const names = this.#byTag.get(tag)
      names?.delete(name)
      if (names?.size === 0) this.#byTag.delete(tag)
    }
  }
}
