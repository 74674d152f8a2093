import type { SiteFault, SiteFaultKind } from '../../importing/fault.ts'
import type { SiteCounts } from '../../importing/view.ts'
import type { PageIn, PageOutcome } from './page-in.ts'

/** Counts a run over an older site, and passes on what is wrong as it is found. */
export class Tally {
  pages = 0
  #items = 0
  #already = 0
  #faulty = 0
  #duplicates = 0
  #warned = 0
  #files = 0
  #removed = 0
  readonly #byKind = new Map<SiteFaultKind, number>()
  readonly #tell: (fault: SiteFault) => void

  constructor(tell: (fault: SiteFault) => void) {
    this.#tell = tell
  }

  /** A page was read. */
  read({ faults, removed, read }: PageOutcome): void {
    this.pages++
    for (const fault of faults) this.#fault(fault)
    if (read === undefined) this.#faulty++
    else if (faults.length > 0) this.#warned++
    for (const count of Object.values(removed ?? {})) this.#removed += count
  }

  /** A batch was judged: what is new, what was kept before, what stands twice. */
  judged(fresh: readonly PageIn[], already: number, faults: readonly SiteFault[]): void {
    this.#items += fresh.length
    this.#already += already
    const twice = new Set(faults.map(({ path }) => path)).size
    this.#faulty += twice
    this.#duplicates += twice
    for (const { files } of fresh) this.#files += files.filter(({ lies }) => lies !== undefined).length
    for (const fault of faults) this.#fault(fault)
  }

  #fault(fault: SiteFault): void {
    this.#byKind.set(fault.kind, (this.#byKind.get(fault.kind) ?? 0) + 1)
    this.#tell(fault)
  }

  /** What was counted so far. */
  counts(): SiteCounts {
    return {
      ...{ pages: this.pages, items: this.#items, already: this.#already, faulty: this.#faulty },
      ...{ duplicates: this.#duplicates, warned: this.#warned, files: this.#files, removed: this.#removed },
      byKind: Object.fromEntries(this.#byKind),
    }
  }
}
