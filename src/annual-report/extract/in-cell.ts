import { applicantKindColumns, rowsCountedIn } from '../counted/count.ts'
import type { CellPath } from '../form.ts'
import { isFormRow } from '../labels.ts'
import { type Extract, type ExtractLine, placeInTable3 } from './extract.ts'

/** The lines of an extract behind a cell of table 3; undefined where the form has no such cell. */
export function linesInCell({ lines }: Extract, path: CellPath): readonly ExtractLine[] | undefined {
  const place = placeInTable3(path)
  if (place === undefined || !isFormRow(place.row)) return undefined
  const total = place.column === applicantKindColumns.length
  const kind = applicantKindColumns[place.column]
  if (kind === undefined && !total) return undefined
  const { row } = place
  const rows = row === 'closed' ? ['closed.uncorrected', 'closed.unpaid', 'closed.other'] : rowsCountedIn(row)
  const stands = (at: string | null) => at !== null && rows.some(each => each === at)
  return lines.filter(
    ({ applicantKind, entered, left }) =>
      (total || applicantKind === kind) && (stands(entered) || stands(left)),
  )
}
