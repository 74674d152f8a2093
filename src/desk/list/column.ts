import type { ReactNode } from 'react'

/** What stands in a cell of an exported list. */
export type Value = string | number | null

/** One column of a list. */
export interface Column<Row> {
  readonly key: string
  readonly label: string
  /** What is exported, and shown where `show` is absent; a whole list in the browser is sorted by it. */
  readonly value: (row: Row) => Value
  /** What is shown, where it is more than the value. */
  readonly show?: (row: Row) => ReactNode
  /** The name by which the list is sorted; absent where it cannot be. */
  readonly sort?: string
  /** Not shown until somebody chooses it. */
  readonly hidden?: boolean
}

/** One filter of a list: free words, one of several, or a day. */
export interface Filter {
  readonly key: string
  readonly label: string
  readonly kind: 'words' | 'choice' | 'day'
  readonly options?: readonly { readonly value: string; readonly label: string }[]
}

/** The choices of a filter from their labels, in the order of the labels. */
export function optionsOf(labels: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}

/** What a list is asked for: it stands in the address, so that reload and Back find it again. */
export interface Asked {
  /** Only the filters that say something. */
  readonly filters: Readonly<Record<string, string>>
  /** A column's `sort`, with `-` before it for the other direction. */
  readonly sort: string | undefined
  readonly page: number
  readonly size: number
}

/** One page of a list and how many rows match in all. */
export interface Page<Row> {
  readonly lines: readonly Row[]
  readonly total: number
  /** There are more than `total`: nobody counts or pages through them all. */
  readonly more?: boolean
}

/** What long work is given: whom it tells how far it is, and whether it is stopped. */
export interface Told {
  readonly progress: (done: number, total: number) => void
  readonly signal: AbortSignal
}

/** What may be done with the chosen rows; nothing happens before its preview was seen. */
export interface BulkAct<Row> {
  readonly label: string
  /** Why it may not be done with these rows. */
  readonly refusal?: (rows: readonly Row[]) => string | undefined
  /** What it will do, in words or as a list. */
  readonly preview: (rows: readonly Row[]) => ReactNode
  /** Does it; what takes long tells how far it is and stops when it is told. @returns what was done, in a sentence */
  readonly run: (rows: readonly Row[], told: Told) => Promise<string>
}

/** A list as a page describes it; `List` does the rest. */
export interface ListOf<Row> {
  /** Under which the choices of columns, density and views are kept, and the rows are cached. */
  readonly name: string
  /** Says when rows that the browser holds have changed: they are cached under it too. */
  readonly stamp?: string
  /** What the rows are: caption of the table, name of the exported file. */
  readonly caption: string
  /** How rows are counted: 份, 人, 个, 条. */
  readonly unit: string
  readonly columns: readonly Column<Row>[]
  readonly filters: readonly Filter[]
  /** Fetches one page. */
  readonly fetch: (asked: Asked) => Promise<Page<Row>>
  /** The most rows that `fetch` gives at once: exports and "select all" go in such steps. */
  readonly step?: number
  readonly rowKey: (row: Row) => string
  /** The row as one calls it, for its checkbox. */
  readonly rowName: (row: Row) => string
  /** Where Enter on a row leads; the first column should hold a link to the same place. */
  readonly open?: (row: Row) => string
  /** Where `e` on a row leads: to what may be done with it. */
  readonly act?: (row: Row) => string
  /** Asked before rows are given out as a file; throws where they may not be. */
  readonly giving?: (rows: number) => Promise<void>
  readonly bulk?: readonly BulkAct<Row>[]
  /** What an empty list says: what this is, and what to do. */
  readonly empty: ReactNode
  /** The order in which it begins. */
  readonly sort?: string
}
