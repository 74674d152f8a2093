import { emptyReport } from './blank.ts'
import { withCell } from './cells.ts'
import { type AnnualReport, applicantColumns, formRows } from './form.ts'
import { applicationPath } from './labels.ts'

/** How many requests of one kind of applicant the records hold in one row of table 3. */
export interface CountedCell {
  readonly row: string
  readonly applicantKind: string
  readonly count: number
}

/**
 * The form as the records fill it: table 3 with its sums, zero where nothing happened. What the records do not hold yet
 * (tables 2 and 4, the prose) stays blank.
 */
export function reportOfCounts(agency: string, year: number, counted: readonly CountedCell[]): AnnualReport {
  const kinds = applicantColumns.filter(column => column !== 'total')
  const countOf = (row: string, kind: string) =>
    counted.find(each => each.row === row && each.applicantKind === kind)?.count ?? 0
  const outcomes = formRows.filter(
    row => !['received', 'carriedIn', 'carriedOut', 'resultTotal'].includes(row),
  )
  return formRows.reduce(
    (report, row) => {
      const rows = row === 'resultTotal' ? outcomes : [row]
      const cells = kinds.map(kind => rows.reduce((sum, each) => sum + countOf(each, kind), 0))
      const all = [...cells, cells.reduce((sum, cell) => sum + cell, 0)]
      return all.reduce(
        (filled, cell, column) => withCell(filled, applicationPath(row, column), cell),
        report,
      )
    },
    emptyReport(agency, year),
  )
}
