import { type AnnualReport, type Applications, type Cell, type Edition, formRows, type Row } from './form.ts'

/** The form with every cell blank, 其他处理 as three rows. */
export function emptyReport(agency: string, year: number, edition: Edition = '2021'): AnnualReport {
  return filled(agency, year, { edition, cell: null })
}

/** The form with a zero in every cell: what an agency hands in to which nothing happened. */
export function zeroReport(agency: string, year: number, edition: Edition = '2021'): AnnualReport {
  return filled(agency, year, { edition, cell: 0 })
}

function filled(
  agency: string,
  year: number,
  { edition, cell }: { edition: Edition; cell: Cell },
): AnnualReport {
  const row: Row = [cell, cell, cell, cell, cell, cell, cell]
  const applications: Applications = Object.fromEntries(formRows.map(name => [name, row]))
  const issuance = { issued: cell, repealed: cell, inForce: cell }
  const group = { upheld: cell, corrected: cell, other: cell, pending: cell, total: cell }
  return {
    ...{ agency, year, edition, applications },
    proactive: {
      ...{ regulations: issuance, normativeDocuments: issuance },
      ...{ licensing: cell, penalties: cell, coercion: cell, feesWan: cell },
    },
    remedies: { reconsideration: group, litigationDirect: group, litigationAfterReconsideration: group },
    narrative: { overview: '', problems: '', otherMatters: '' },
  }
}
