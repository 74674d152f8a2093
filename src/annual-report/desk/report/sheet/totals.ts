import { cellAt, resultRowsOf, rowsOf, withCell } from '../../../cells.ts'
import { applicantColumns, type CellPath, remedyGroups } from '../../../form.ts'
import { applicationPath } from '../../../labels.ts'
import { sumOfCells } from '../../../rules/tables.ts'
import type { Sheet } from './sheet.ts'

interface Total {
  readonly total: CellPath
  readonly parts: readonly CellPath[]
}

/** Fills the totals that stand blank from figures that all stand there, as proposals; a blank part proposes nothing. */
export function withTotals(sheet: Sheet): Sheet {
  let { report } = sheet
  const proposed = [...sheet.proposed]
  for (const { total, parts } of totalsOf(sheet)) {
    if (cellAt(report, total) !== null || Object.hasOwn(sheet.doubts, total)) continue
    const sum = sumOfCells(parts.map(path => cellAt(report, path)))
    if (sum === null) continue
    report = withCell(report, total, Number(sum.toFixed(6)))
    proposed.push(total)
  }
  return { ...sheet, report, proposed }
}

/** In the order in which one rests on the other: rows, result rows by column, the corner, remedies. */
function totalsOf({ report }: Sheet): Total[] {
  const last = applicantColumns.length - 1
  const rowTotal = (row: Parameters<typeof applicationPath>[0]): Total => ({
    total: applicationPath(row, last),
    parts: applicantColumns.slice(0, last).map((_, column) => applicationPath(row, column)),
  })
  const results = resultRowsOf(report)
  return [
    ...rowsOf(report)
      .filter(row => row !== 'resultTotal')
      .map(rowTotal),
    ...applicantColumns.map((_, column) => ({
      total: applicationPath('resultTotal', column),
      parts: results.map(row => applicationPath(row, column)),
    })),
    rowTotal('resultTotal'),
    ...remedyGroups.map(group => ({
      total: `remedies.${group}.total`,
      parts: ['upheld', 'corrected', 'other', 'pending'].map(column => `remedies.${group}.${column}`),
    })),
  ]
}
