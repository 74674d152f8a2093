import { resultRows } from '../statute/taxonomy.ts'
import {
  type AnnualReport,
  type Cell,
  type CellPath,
  type FormRow,
  formRows,
  type Issuance,
  type Proactive,
  type RemedyGroup,
  type Row,
  remedyColumns,
  remedyGroups,
} from './form.ts'
import { applicantColumnCount, applicationPath, isFormRow } from './labels.ts'

const issuanceColumns = ['issued', 'repealed', 'inForce'] as const satisfies readonly (keyof Issuance)[]
const issuances = ['regulations', 'normativeDocuments'] as const
const figures = [
  'licensing',
  'penalties',
  'coercion',
  'feesWan',
] as const satisfies readonly (keyof Proactive)[]

/** The cells of table 2 in the order of the form. */
export const proactivePaths: readonly CellPath[] = [
  ...issuances.flatMap(kind => issuanceColumns.map(column => `proactive.${kind}.${column}`)),
  ...figures.map(figure => `proactive.${figure}`),
]

/** The cells of table 4 in the order of the form. */
export const remedyPaths: readonly CellPath[] = remedyGroups.flatMap(group =>
  remedyColumns.map(column => `remedies.${group}.${column}`),
)

/** The rows of table 3 as this report prints them: 其他处理 as one row or as three. */
export function rowsOf(report: AnnualReport): readonly FormRow[] {
  if (report.applications.closed === undefined) return formRows
  const three: readonly FormRow[] = ['closed.uncorrected', 'closed.unpaid', 'closed.other']
  return formRows.flatMap(row =>
    row === 'closed.uncorrected' ? ['closed' as const] : three.includes(row) ? [] : [row],
  )
}

/** The rows whose sum is 办理结果总计. */
export function resultRowsOf(report: AnnualReport): readonly FormRow[] {
  return rowsOf(report).filter(row => row === 'closed' || resultRows.some(result => result === row))
}

/** All cells of the three tables in the order of the form. */
export function allCells(report: AnnualReport): CellPath[] {
  const columns = Array.from({ length: applicantColumnCount }, (_, column) => column)
  const applications = rowsOf(report).flatMap(row => columns.map(column => applicationPath(row, column)))
  return [...proactivePaths, ...applications, ...remedyPaths]
}

interface Place {
  readonly table: string
  readonly first: string
  readonly second: string
}

function placeOf(path: CellPath): Place {
  const [, table = '', rest = ''] = /^(\w+)\.(.*)$/.exec(path) ?? []
  const match = table === 'applications' ? /^(.*)\[(\d)\]$/.exec(rest) : /^(\w+)(?:\.(\w+))?$/.exec(rest)
  return { table, first: match?.[1] ?? '', second: match?.[2] ?? '' }
}

/** What stands in a cell; undefined where the form has no such cell, or the report no such row. */
export function cellAt(report: AnnualReport, path: CellPath): Cell | undefined {
  const { table, first, second } = placeOf(path)
  if (table === 'applications')
    return isFormRow(first) ? report.applications[first]?.[Number(second)] : undefined
  if (table === 'remedies') {
    const group = remedyGroups.find(each => each === first)
    const column = remedyColumns.find(each => each === second)
    return group === undefined || column === undefined ? undefined : report.remedies[group][column]
  }
  const figure = figures.find(each => each === first)
  if (figure !== undefined) return report.proactive[figure]
  const issuance = issuances.find(each => each === first)
  const column = issuanceColumns.find(each => each === second)
  return issuance === undefined || column === undefined ? undefined : report.proactive[issuance][column]
}

/** The report with another figure in one cell; unchanged where there is no such cell. */
export function withCell(report: AnnualReport, path: CellPath, value: Cell): AnnualReport {
  const { table, first, second } = placeOf(path)
  if (table === 'applications' && isFormRow(first)) {
    const row = withColumn(report.applications[first] ?? blankRow, Number(second), value)
    return { ...report, applications: { ...report.applications, [first]: row } }
  }
  const group = remedyGroups.find(each => each === first)
  if (table === 'remedies' && group !== undefined) {
    const changed: RemedyGroup = { ...report.remedies[group], [second]: value }
    return { ...report, remedies: { ...report.remedies, [group]: changed } }
  }
  const issuance = issuances.find(each => each === first)
  if (issuance !== undefined) {
    const changed: Issuance = { ...report.proactive[issuance], [second]: value }
    return { ...report, proactive: { ...report.proactive, [issuance]: changed } }
  }
  if (!figures.some(each => each === first)) return report
  return { ...report, proactive: { ...report.proactive, [first]: value } }
}

/** Seven blanks. */
export const blankRow: Row = [null, null, null, null, null, null, null]

function withColumn(row: Row, column: number, value: Cell): Row {
  const [a, b, c, d, e, f, g] = row.map((cell, at) => (at === column ? value : cell))
  return [a ?? null, b ?? null, c ?? null, d ?? null, e ?? null, f ?? null, g ?? null]
}
