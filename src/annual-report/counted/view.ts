import type { DisclosureCounts } from '../../disclosure/figures/proactive.ts'
import type { Breach } from '../../foi/figures/breach.ts'
import type { Finding } from '../finding.ts'
import type { AnnualReport, CellPath, FormRow } from '../form.ts'

/** A year as the records count it, beside what the report says. */
export interface CountedView {
  readonly report: AnnualReport
  /** The last day that is counted. */
  readonly until: string
  readonly feesYuan: number
  /** Do the records hold anything of the year? */
  readonly kept: boolean
  readonly opening: OpeningView | null
  /** Table 2 as the items count it stands in `report` where the house holds items of the agency. */
  readonly keptItems: boolean
  /** The numbers of 总体情况; all zero where there are none. */
  readonly disclosures: DisclosureCounts
}

/** This year's opening against last year's published closing. */
export interface OpeningView {
  readonly differences: readonly {
    readonly path: CellPath
    readonly label: string
    readonly published: number | null
    readonly counted: number
  }[]
  /** Requests whose place in last year's table changed after its publication. */
  readonly changed: readonly RequestOfCell[]
  /** All that the records carry in, where there is a difference; the first 200. */
  readonly carried: readonly RequestOfCell[]
  /** Documents whose being in force at last year's end is known otherwise now than on publication. */
  readonly documents: readonly RequestOfCell[]
}

/** A request behind a cell; for table 2 an item, or a decision with the item that it stands in. */
export interface RequestOfCell {
  readonly id: string
  readonly number: string
  readonly words: string
}

/** What a cell counts: items of table 2, requests of table 3 or remedies of table 4, a page of them. */
export interface CellView {
  readonly of: 'items' | 'requests'
  readonly path: CellPath
  readonly label: string
  /** How many the records count. */
  readonly count: number
  readonly lines: readonly RequestOfCell[]
}

/** What changed since a year was published: cell by cell, then request by request. */
export interface RestatementView {
  readonly edition: number
  readonly publishedOn: string
  readonly cells: readonly {
    readonly path: CellPath
    readonly label: string
    /** As it stands in the edition. */
    readonly published: number | null
    /** As the records counted it on publication. */
    readonly onPublication: number
    /** As they count it now. */
    readonly now: number
  }[]
  readonly requests: readonly RequestOfCell[]
  readonly remedies: readonly RequestOfCell[]
}

/** The year's report if it ended today. */
export interface RehearsalView {
  readonly agencyName: string
  readonly year: number
  readonly until: string
  /** The draft, or last year's settled cells, with tables 3 and 4 as the records count them. */
  readonly report: AnnualReport
  readonly feesYuan: number
  readonly findings: readonly Finding[]
  readonly breaches: readonly Breach[]
}

/** The cells of one year in which a request stands. */
export interface CellsOfYear {
  readonly year: number
  readonly cells: readonly { readonly path: CellPath; readonly label: string }[]
}

/** The rows of a request as a sentence says them. */
export interface RowsTold {
  readonly entered: FormRow | null
  readonly left: FormRow | null
}
