import { emptyReport } from './blank.ts'
import { allCells, cellAt, withCell } from './cells.ts'
import type { Finding } from './finding.ts'
import type { AnnualReport, Cell } from './form.ts'
import { cellLabel } from './labels.ts'
import { difference } from './rules/tables.ts'

/** The report with 其他处理 in one row, so that reports of both shapes can be added. */
export function withOneClosedRow(report: AnnualReport): AnnualReport {
  if (report.applications.closed !== undefined) return report
  const { 'closed.uncorrected': a, 'closed.unpaid': b, 'closed.other': c, ...rest } = report.applications
  const column = (at: number): Cell => added([a?.[at], b?.[at], c?.[at]])
  const closed = [column(0), column(1), column(2), column(3), column(4), column(5), column(6)] as const
  return { ...report, applications: { ...rest, closed } }
}

function added(cells: readonly (Cell | undefined)[]): Cell {
  const numbers = cells.filter(cell => typeof cell === 'number')
  return numbers.length === 0 ? null : Number(numbers.reduce((sum, cell) => sum + cell, 0).toFixed(6))
}

/** The sum of these reports, cell by cell; a blank adds nothing, and a cell that is blank in all stays blank. */
export function sumOf(reports: readonly AnnualReport[], agency: string, year: number): AnnualReport {
  const mixed = reports.some(({ applications }) => applications.closed !== undefined)
  const alike = mixed ? reports.map(withOneClosedRow) : reports
  const form = mixed ? withOneClosedRow(emptyReport(agency, year)) : emptyReport(agency, year)
  return allCells(form).reduce(
    (sum, path) => withCell(sum, path, added(alike.map(each => cellAt(each, path)))),
    form,
  )
}

/** `roll-up`: a government's own table against the sum of its agencies', cell by cell. */
export function rollUpFindings(parent: AnnualReport, children: readonly AnnualReport[]): Finding[] {
  if (children.length === 0) return []
  const sum = sumOf(children, parent.agency, parent.year)
  const oneRow = [parent, sum].some(({ applications }) => applications.closed !== undefined)
  const [own, theirs] = oneRow ? [withOneClosedRow(parent), withOneClosedRow(sum)] : [parent, sum]
  return allCells(own).flatMap(path => {
    const expected = cellAt(theirs, path)
    const actual = cellAt(own, path)
    if (typeof expected !== 'number' || typeof actual !== 'number' || expected === actual) return []
    return {
      ...{ rule: 'roll-up' as const, severity: 'error' as const, where: [path], expected, actual },
      message: `“${cellLabel(path)}”：所属各机关合计 ${expected}，汇总报告填的是 ${actual}，相差 ${difference(expected, actual)}。请逐个机关核对。`,
    }
  })
}
