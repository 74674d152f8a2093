import { cellAt, rowsOf } from '../cells.ts'
import { type CountedCell, reportOfCounts } from '../counted/count.ts'
import type { Finding } from '../finding.ts'
import { type AnnualReport, applicantColumns, type CellPath } from '../form.ts'
import { applicationPath, cellLabel } from '../labels.ts'
import { difference } from '../rules/tables.ts'
import type { Extract, ExtractLine } from './extract.ts'

/** Table 3 as the lines of an extract add up to it; the rest of the form stands blank. */
export function tableOfExtract({ agency, year, lines }: Extract): AnnualReport {
  const places = Map.groupBy(lines.flatMap(placesOf), ({ row, applicantKind }) => `${row} ${applicantKind}`)
  const requests = [...places.values()].flatMap(([first, ...more]) =>
    first === undefined ? [] : [{ ...first, count: more.length + 1 }],
  )
  return reportOfCounts(agency, year, { requests, remedies: [], feesYuan: 0 })
}

function placesOf({ applicantKind, entered, left }: ExtractLine): CountedCell[] {
  return [entered, left].flatMap(row => (row === null ? [] : [{ row, applicantKind, count: 1 }]))
}

/**
 * Whether the published table 3 is what its extract adds up to: every cell with its sums is counted again. A report that
 * prints 其他处理 as one row is compared with the sum of the three.
 */
export function verifyExtract(extract: Extract, report: AnnualReport): Finding[] {
  return [...otherReport(extract, report), ...twice(extract), ...figures(extract, report)]
}

function figures(extract: Extract, report: AnnualReport): Finding[] {
  const counted = tableOfExtract(extract)
  return rowsOf(report).flatMap(row =>
    applicantColumns.flatMap((_, column): Finding[] => {
      const path = applicationPath(row, column)
      const expected = row === 'closed' ? closedTogether(counted, column) : (cellAt(counted, path) ?? 0)
      const actual = cellAt(report, path) ?? null
      return actual === expected ? [] : [differs(path, expected ?? 0, actual)]
    }),
  )
}

function closedTogether(counted: AnnualReport, column: number): number {
  const rows = ['closed.uncorrected', 'closed.unpaid', 'closed.other'] as const
  return rows.reduce((sum, row) => sum + (cellAt(counted, applicationPath(row, column)) ?? 0), 0)
}

/** A blank where nothing was counted cannot be judged: it is not a zero, and not a wrong figure either. */
function differs(path: CellPath, expected: number, actual: number | null): Finding {
  const stands = actual === null ? '报告中空白' : `报告为 ${actual}，相差 ${difference(expected, actual)}`
  return {
    ...{ rule: 'extract.figure', severity: actual === null && expected === 0 ? 'warning' : 'error' },
    ...{ where: [path], expected, actual },
    message: `“${cellLabel(path)}”：按摘录逐件统计为 ${expected}，${stands}。`,
  }
}

function otherReport(extract: Extract, report: AnnualReport): Finding[] {
  const agencies = extract.agency !== '' && report.agency !== '' && extract.agency !== report.agency
  const years = extract.year !== 0 && report.year !== 0 && extract.year !== report.year
  if (!agencies && !years) return []
  const message = `摘录是“${extract.agency}”${extract.year} 年的，报告是“${report.agency}”${report.year} 年的。请核对是否选错文件。`
  return [
    {
      ...{
        rule: 'extract.other-report',
        severity: 'error',
        where: [],
        expected: null,
        actual: null,
        message,
      },
    },
  ]
}

function twice({ lines }: Extract): Finding[] {
  const alike = Map.groupBy(lines, ({ id }) => id)
  const doubled = [...alike].flatMap(([id, { length }]) => (length > 1 ? [id] : []))
  if (doubled.length === 0) return []
  const message = `摘录中有 ${doubled.length} 个编号出现不止一次：${doubled.slice(0, 5).join('、')}。每行应有自己的编号。`
  return [
    {
      ...{ rule: 'extract.duplicate-line', severity: 'error', where: [], expected: lines.length },
      ...{ actual: alike.size, message },
    },
  ]
}
