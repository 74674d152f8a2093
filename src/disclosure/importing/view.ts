import type { SiteFault, SiteFaultKind } from './fault.ts'
import type { SiteMapping } from './mapping.ts'

/** What a run over an older site counted. */
export interface SiteCounts {
  /** Pages that were read. */
  readonly pages: number
  /** Of them, those that would be kept, or were. */
  readonly items: number
  /** Kept by an earlier run from the same source. */
  readonly already: number
  /** Pages with something that hinders. */
  readonly faulty: number
  /** Of them, those that stand twice. */
  readonly duplicates: number
  /** Pages that are kept, but not without loss. */
  readonly warned: number
  readonly files: number
  /** Pieces of scripts, styles and the like that cleaning took out of the bodies. */
  readonly removed: number
  /** How often each kind of fault was told. */
  readonly byKind: Readonly<Partial<Record<SiteFaultKind, number>>>
}

/** A page as it was understood, for looking over. */
export interface SiteSample {
  readonly path: string
  readonly title: string
  readonly agency: string
  readonly form: string
  readonly theme: string
  readonly documentNumber: string
  readonly indexNumber: string
  readonly madeOn: string
  readonly publishedOn: string
  readonly old: string
  readonly files: number
  /** How its body begins. */
  readonly words: string
}

/** How many pages are shown as they were understood. */
export const mostSamples = 5

/** Where a run stands: it is tried, tried to its end, kept, kept to its end; or the trying broke, or the keeping. */
export const siteRunStates = ['trying', 'tried', 'keeping', 'kept', 'untried', 'failed'] as const
export type SiteRunState = (typeof siteRunStates)[number]
export const siteRunStateLabel = {
  ...{ trying: '正在试读', tried: '已试读', keeping: '正在迁入', kept: '已迁入' },
  ...{ untried: '试读没有完成', failed: '迁入没有完成' },
} as const satisfies Record<SiteRunState, string>

/** A run over an older site as the list of runs shows it. */
export interface SiteRunLine {
  readonly id: string
  readonly agency: string
  readonly source: string
  readonly fileName: string
  readonly state: SiteRunState
  readonly counts: SiteCounts
  readonly byName: string
  readonly begunAt: string
}

/** A run with all that its page shows. */
export interface SiteRunView extends SiteRunLine {
  readonly sizeBytes: number
  readonly mapping: SiteMapping
  /** Why it broke; empty where it did not. */
  readonly why: string
  readonly samples: readonly SiteSample[]
  /** How many faults are kept to be looked at, and what the mapping does not know yet. */
  readonly faultCount: number
  readonly unknownColumns: readonly string[]
  readonly unknownAgencies: readonly string[]
}

/** A mapping under the name that an agency gave it. */
export interface NamedMapping {
  readonly agency: string
  readonly name: string
  readonly mapping: SiteMapping
}

/** What the page of moving in begins with. */
export interface SiteRunsView {
  readonly agencies: readonly { readonly code: string; readonly name: string }[]
  readonly runs: readonly SiteRunLine[]
  readonly mappings: readonly NamedMapping[]
}

/** A page of the faults of a run. */
export interface SiteFaultsPage {
  readonly faults: readonly SiteFault[]
  readonly total: number
}

/** Nothing was counted yet. */
export const noCounts: SiteCounts = {
  ...{
    pages: 0,
    items: 0,
    already: 0,
    faulty: 0,
    duplicates: 0,
    warned: 0,
    files: 0,
    removed: 0,
    byKind: {},
  },
}

/** The most faults of a run that are kept to be looked at. */
export const mostSiteFaults = 20_000
