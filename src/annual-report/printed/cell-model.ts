import { cellAt } from '../cells.ts'
import type { AnnualReport, Cell, CellPath } from '../form.ts'

/** One cell of a printed table. */
export interface CellModel {
  readonly text: string
  readonly colspan: number
  readonly rowspan: number
  readonly header: boolean
  /** The figure that stands here; absent for words, and for what the form asks and the report does not keep. */
  readonly path?: CellPath
}

/** A table as the statute prints it: only the cells that begin in a row. */
export interface TableModel {
  readonly rows: readonly (readonly CellModel[])[]
  /** How many rows stand at the head of the whole table and are repeated on every page. */
  readonly headerRows: number
  /** The widths of the columns in relation to each other. */
  readonly widths: readonly number[]
}

/** A cell of words. */
export function head(text: string, colspan = 1, rowspan = 1): CellModel {
  return { text, colspan, rowspan, header: true }
}

/** A cell of this report's figure. */
export function figure(report: AnnualReport, path: CellPath, colspan = 1): CellModel {
  return { text: figureText(cellAt(report, path) ?? null), colspan, rowspan: 1, header: false, path }
}

/** A cell that the form has and the report does not keep: it is printed blank. */
export function notKept(colspan = 1): CellModel {
  return { text: '', colspan, rowspan: 1, header: false }
}

/** A figure as it is printed; a blank stays blank. */
export function figureText(cell: Cell): string {
  return cell === null ? '' : String(cell)
}
