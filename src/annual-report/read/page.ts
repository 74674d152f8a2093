/** A cell of a table as published, with the column of the grid that it starts in. */
export interface PageCell {
  readonly text: string
  /** Counted from 0, with cells that reach down from rows above. */
  readonly column: number
  /** How many columns it covers. */
  readonly width: number
}

/** One row: only the cells that begin in it, from left to right. */
export type PageRow = readonly PageCell[]

/** A table; `placed` is false where columns are unknown because the table was flattened to a stream of cells. */
export interface PageTable {
  readonly kind: 'table'
  readonly rows: readonly PageRow[]
  readonly placed: boolean
}

/** A paragraph. */
export interface PageText {
  readonly kind: 'text'
  readonly text: string
}

/** A published page, whatever its format: paragraphs and tables in reading order. */
export interface Page {
  /** The document's own title, where the format has one. */
  readonly title: string
  readonly blocks: readonly (PageText | PageTable)[]
}

/** A cell as the format gives it, before its column is known. */
export interface SourceCell {
  readonly text: string
  readonly colspan: number
  readonly rowspan: number
}

const widest = 100

/** Finds the column of every cell from the spans, as a browser does. */
export function placeCells(rows: readonly (readonly SourceCell[])[]): PageRow[] {
  const reach: number[] = []
  return rows.map((row, at) => {
    const placed: PageCell[] = []
    let column = 0
    for (const { text, colspan, rowspan } of row) {
      while ((reach[column] ?? 0) > at) column++
      if (column >= widest) break
      const width = Math.min(Math.max(colspan, 1), widest - column)
      const bottom = at + Math.max(rowspan, 1)
      for (let under = column; under < column + width; under++) reach[under] = bottom
      placed.push({ text, column, width })
      column += width
    }
    return placed
  })
}

/** A table whose every row lists all its columns, as a spreadsheet or Markdown does. */
export function plainTable(rows: readonly (readonly string[])[]): PageTable {
  return {
    kind: 'table',
    placed: true,
    rows: rows.map(row => row.map((text, column) => ({ text, column, width: 1 }))),
  }
}
