import { cellAt, remedyPaths, rowsOf, withCell } from '../../../cells.ts'
import { type AnnualReport, applicantColumns, type CellPath } from '../../../form.ts'
import { applicationPath } from '../../../labels.ts'
import type { Sheet } from '../sheet/sheet.ts'

/** A cell that stands otherwise on the sheet than in the records. */
export interface Differing {
  readonly path: CellPath
  readonly onSheet: number | null
  readonly counted: number
}

/** The cells of tables 3 and 4 that differ from the records; 其他处理 as one row is not compared. */
export function differing(report: AnnualReport, counted: AnnualReport): Differing[] {
  const paths = [
    ...rowsOf(report)
      .filter(row => row !== 'closed')
      .flatMap(row => applicantColumns.map((_, column) => applicationPath(row, column))),
    ...remedyPaths,
  ]
  return paths.flatMap(path => {
    const onSheet = cellAt(report, path) ?? null
    const number = cellAt(counted, path) ?? 0
    return onSheet === number ? [] : [{ path, onSheet, counted: number }]
  })
}

/** The sheet with the records' figures in these cells, and the fee's sentence where the prose does not speak of the fee. */
export function filledFromRecords(sheet: Sheet, counted: AnnualReport): Sheet {
  const cells = differing(sheet.report, counted)
  const filled = cells.reduce(
    (report, { path, counted: number }) => withCell(report, path, number),
    sheet.report,
  )
  const written = new Set(cells.map(({ path }) => path))
  const doubts = Object.fromEntries(Object.entries(sheet.doubts).filter(([path]) => !written.has(path)))
  return {
    report: withFee(filled, counted),
    doubts,
    proposed: sheet.proposed.filter(path => !written.has(path)),
  }
}

/** Does the prose lack a word on the fee, which 国办函〔2020〕109号 wants reported? */
export function lacksFee({ narrative }: AnnualReport): boolean {
  return !Object.values(narrative).some((text: string) => /信息处理费/.test(text))
}

function withFee(report: AnnualReport, counted: AnnualReport): AnnualReport {
  if (!lacksFee(report)) return report
  const { otherMatters } = report.narrative
  const told = counted.narrative.otherMatters
  const words = otherMatters.trim() === '' ? told : `${otherMatters}\n${told}`
  return { ...report, narrative: { ...report.narrative, otherMatters: words } }
}
