import { emptyReport } from '../blank.ts'
import { withCell } from '../cells.ts'
import {
  type AnnualReport,
  applicantColumns,
  type CellPath,
  type FormRow,
  formRows,
  remedyColumns,
  remedyGroups,
} from '../form.ts'
import { applicationPath } from '../labels.ts'

/** How many requests of one kind of applicant the records hold in one row of table 3. */
export interface CountedCell {
  readonly row: string
  readonly applicantKind: string
  readonly count: number
}

/** How many remedies of one route the records hold in one column of table 4. */
export interface CountedRemedyCell {
  readonly route: string
  readonly column: string
  readonly count: number
}

/** What the records say of a year. */
export interface YearFigures {
  readonly requests: readonly CountedCell[]
  readonly remedies: readonly CountedRemedyCell[]
  readonly feesYuan: number
}

/** The kinds of applicants in the order of the form, without 总计. */
export const applicantKindColumns = applicantColumns.filter(column => column !== 'total')

/** The rows of table 3 that tell an outcome. */
export const outcomeRows: readonly FormRow[] = formRows.filter(
  row => !['received', 'carriedIn', 'carriedOut', 'resultTotal'].includes(row),
)

/** The rows whose requests a row of the form holds: itself, or for 办理结果总计 all outcomes. */
export function rowsCountedIn(row: FormRow): readonly FormRow[] {
  return row === 'resultTotal' ? outcomeRows : [row]
}

/**
 * The form as the records fill it: tables 3 and 4 with their sums, zero where nothing happened, and the fees as a sentence
 * of 其他需要报告的事项. What the records do not hold (table 2, the rest of the prose) stays blank.
 */
export function reportOfCounts(agency: string, year: number, figures: YearFigures): AnnualReport {
  const filled = [...requestCells(figures), ...remedyCells(figures)].reduce(
    (report, [path, count]) => withCell(report, path, count),
    emptyReport(agency, year),
  )
  return { ...filled, narrative: { ...filled.narrative, otherMatters: feeSentence(figures.feesYuan) } }
}

function requestCells({ requests }: YearFigures): [CellPath, number][] {
  const countOf = (row: string, kind: string) =>
    requests.find(each => each.row === row && each.applicantKind === kind)?.count ?? 0
  return formRows.flatMap(row => {
    const cells = applicantKindColumns.map(kind => sum(rowsCountedIn(row).map(each => countOf(each, kind))))
    return [...cells, sum(cells)].map((cell, column): [CellPath, number] => [
      applicationPath(row, column),
      cell,
    ])
  })
}

function remedyCells({ remedies }: YearFigures): [CellPath, number][] {
  return remedyGroups.flatMap(group => {
    const ofGroup = remedies.filter(({ route }) => route === group)
    return remedyColumns.map((column): [CellPath, number] => {
      const counted = ofGroup.filter(each => column === 'total' || each.column === column)
      return [`remedies.${group}.${column}`, sum(counted.map(({ count }) => count))]
    })
  })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0)
}

/** 国办函〔2020〕109号: what the report says of the fee, also where there was none. */
export function feeSentence(yuan: number): string {
  return yuan === 0 ? '本年度未收取政府信息公开信息处理费。' : `本年度收取政府信息公开信息处理费${yuan}元。`
}
