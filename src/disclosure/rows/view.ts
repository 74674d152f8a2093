import type { RowMapping } from './columns.ts'
import type { RowFault } from './read-row.ts'

/** What the reading of a file of results found: nothing of it is kept. */
export interface RowsRun {
  readonly headings: readonly string[]
  /** The first rows under the headings. */
  readonly samples: readonly (readonly string[])[]
  readonly mapping: RowMapping
  readonly count: number
  /** Counted, but not shown to the public. */
  readonly unshown: number
  readonly years: readonly { readonly year: number; readonly count: number }[]
  readonly amountYuan: string
  /** What is wrong, the first of it; `faultCount` says how much there is. */
  readonly faults: readonly RowFault[]
  readonly faultCount: number
  /** Decisions that stand in another item of the agency too: not refused, but named. */
  readonly repeated: readonly { readonly reference: string; readonly item: string; readonly title: string }[]
}

/** The most faults that are told. */
export const mostRowFaults = 2_000
