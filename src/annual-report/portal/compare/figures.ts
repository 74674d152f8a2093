import { cellAt } from '../../cells.ts'
import type { AnnualReport, Cell } from '../../form.ts'
import { cellLabel } from '../../labels.ts'
import { sumOfCells } from '../../rules/tables.ts'

/** One row of a chart or of its table: what is counted. */
export interface Counted {
  readonly label: string
  readonly of: (report: AnnualReport) => Cell
}

/** What can be drawn over the years. */
export interface FigureSet {
  readonly name: string
  readonly label: string
  readonly unit: string
  readonly rows: readonly Counted[]
}

const cell = (path: string, label = cellLabel(path)): Counted => ({
  label,
  of: report => cellAt(report, path) ?? null,
})

const rowsStarting = (start: string, label: string): Counted => ({
  label,
  of: ({ applications }) =>
    sumOfCells(
      Object.entries(applications).flatMap(([row, figures]) =>
        row === start || row.startsWith(`${start}.`) ? [figures?.[6] ?? null] : [],
      ),
    ),
})

const one = (name: string, path: string, unit = '件'): FigureSet => ({
  ...{ name, unit, label: cellLabel(path) },
  rows: [cell(path)],
})

/** The sets that are drawn, the first of them where none is chosen. */
export const figureSets: readonly FigureSet[] = [
  {
    ...{ name: 'requests', label: '申请：收到、办结、结转', unit: '件' },
    rows: [
      cell('applications.received[6]', '本年新收'),
      cell('applications.resultTotal[6]', '办结'),
      cell('applications.carriedOut[6]', '结转下年'),
    ],
  },
  {
    ...{ name: 'outcomes', label: '办理结果', unit: '件' },
    rows: [
      rowsStarting('granted', '予以公开'),
      rowsStarting('partlyGranted', '部分公开'),
      rowsStarting('withheld', '不予公开'),
      rowsStarting('unavailable', '无法提供'),
      rowsStarting('unprocessed', '不予处理'),
      rowsStarting('closed', '其他处理'),
    ],
  },
  {
    ...{ name: 'remedies', label: '行政复议和行政诉讼', unit: '件' },
    rows: [
      cell('remedies.reconsideration.total', '行政复议'),
      cell('remedies.litigationDirect.total', '直接起诉'),
      cell('remedies.litigationAfterReconsideration.total', '复议后起诉'),
    ],
  },
  one('documents', 'proactive.normativeDocuments.inForce'),
  one('licensing', 'proactive.licensing'),
  one('penalties', 'proactive.penalties'),
  one('coercion', 'proactive.coercion'),
  one('fees', 'proactive.feesWan', '万元'),
]
