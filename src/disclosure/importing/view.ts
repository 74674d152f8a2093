import type { SiteFaultKind } from './fault.ts'

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
