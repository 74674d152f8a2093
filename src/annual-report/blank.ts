import { withCell } from './cells.ts'
import {
  type AnnualReport,
  type Applications,
  applicantColumns,
  type Cell,
  type CellPath,
  type Edition,
  type FormRow,
  formRows,
  type Row,
} from './form.ts'
import { applicationPath } from './labels.ts'

/** The form with every cell blank. */
export function emptyReport(agency: string, year: number, edition: Edition = '2021'): AnnualReport {
  return filled(agency, year, { edition, cell: null })
}

/** The form with a zero in every cell: what an agency hands in to which nothing happened. */
export function zeroReport(agency: string, year: number, edition: Edition = '2021'): AnnualReport {
  return filled(agency, year, { edition, cell: 0 })
}

/** The form of 2019 prints 其他处理 as one row, and asks other figures in table 2. */
const formRowsOf2019: readonly FormRow[] = formRows.flatMap(row =>
  row === 'closed.uncorrected' ? ['closed' as const] : row.startsWith('closed.') ? [] : [row],
)

function filled(
  agency: string,
  year: number,
  { edition, cell }: { edition: Edition; cell: Cell },
): AnnualReport {
  const row: Row = [cell, cell, cell, cell, cell, cell, cell]
  const old = edition === '2019'
  const names = old ? formRowsOf2019 : formRows
  const applications: Applications = Object.fromEntries(names.map(name => [name, row]))
  const elsewhere = old ? null : cell
  const issuance = { issued: cell, repealed: elsewhere, inForce: elsewhere }
  const group = { upheld: cell, corrected: cell, other: cell, pending: cell, total: cell }
  return {
    ...{ agency, year, edition, applications },
    proactive: {
      ...{ regulations: issuance, normativeDocuments: issuance },
      ...{ licensing: cell, penalties: cell, coercion: cell, feesWan: elsewhere },
    },
    remedies: { reconsideration: group, litigationDirect: group, litigationAfterReconsideration: group },
    narrative: { overview: '', problems: '', otherMatters: '' },
  }
}

/** The new year's form with what last year's published report already settles: carried requests, documents in force. */
export function startedFrom(previous: AnnualReport, blank: AnnualReport): AnnualReport {
  const settled = settledCells(previous)
  return [...settled].reduce((report, [path, value]) => withCell(report, path, value), blank)
}

/** The cells that last year settles: 上年结转 is its 结转下年度; 现行有效 begins with last year's. */
export function settledCells(previous: AnnualReport): ReadonlyMap<CellPath, number | null> {
  const carried = applicantColumns.map((_, column): [CellPath, number | null] => [
    applicationPath('carriedIn', column),
    previous.applications.carriedOut?.[column] ?? null,
  ])
  const { regulations, normativeDocuments } = previous.proactive
  return new Map([
    ...carried,
    ['proactive.regulations.inForce', regulations.inForce],
    ['proactive.normativeDocuments.inForce', normativeDocuments.inForce],
  ])
}
