import type { TicketFault, TicketMapping } from './fields.ts'

/** What came of a sheet. */
export interface TicketsRun {
  readonly headings: readonly string[]
  /** The first rows under the headings. */
  readonly samples: readonly (readonly string[])[]
  readonly mapping: TicketMapping
  readonly rows: number
  /** Tickets that were, or can be, taken over. */
  readonly tickets: number
  /** Of them, those that have not ended. */
  readonly open: number
  /** Those whose number the hotline has already: they were imported before. */
  readonly already: number
  readonly faulty: number
  /** The first faults, in the order of the rows. */
  readonly faults: readonly TicketFault[]
  /** Names of units that nobody here goes by, with how many rows name them. */
  readonly unknownUnits: readonly { readonly name: string; readonly count: number }[]
}
