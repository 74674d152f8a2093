import { rowsOf } from '../cells.ts'
import type { AnnualReport, FormRow } from '../form.ts'
import { applicantColumnCount, applicationPath, remedyLabel, rowLabel } from '../labels.ts'
import { type CellModel, figure, head, type TableModel } from './cell-model.ts'
import { proactiveTable } from './proactive-table.ts'

/** The three tables of the form, 国办公开办函〔2021〕30号, with their merged cells and numbering. */
export interface FormTables {
  readonly proactive: TableModel
  readonly applications: TableModel
  readonly remedies: TableModel
}

/** The tables of this report, for every format and for the screen. */
export function tablesOf(report: AnnualReport): FormTables {
  return {
    proactive: proactiveTable(report),
    applications: applicationsTable(report),
    remedies: remediesTable(report),
  }
}

const note = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'

interface Group {
  readonly label: string
  readonly starts: string
}
const groups: readonly Group[] = [
  { label: '（三）不予公开', starts: 'withheld.' },
  { label: '（四）无法提供', starts: 'unavailable.' },
  { label: '（五）不予处理', starts: 'unprocessed.' },
  { label: '（六）其他处理', starts: 'closed.' },
]

function applicationsTable(report: AnnualReport): TableModel {
  const figures = (row: FormRow) =>
    Array.from({ length: applicantColumnCount }, (_, column) => figure(report, applicationPath(row, column)))
  const results = rowsOf(report).filter(row => !['received', 'carriedIn', 'carriedOut'].includes(row))
  const rows = results.map((row, at) => [
    ...(at === 0 ? [head('三、本年度办理结果', 1, results.length)] : []),
    ...labelsOf(row, results),
    ...figures(row),
  ])
  return {
    ...{ headerRows: 3, widths: [1.5, 2.8, 9, 2.9, 2.9, 2.9, 3.1, 3.1, 2.9, 2.9] },
    rows: [
      [head(note, 3, 3), head('申请人情况', 7)],
      [head('自然人', 1, 2), head('法人或其他组织', 5), head('总计', 1, 2)],
      ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].map(label => head(label)),
      [head('一、本年新收政府信息公开申请数量', 3), ...figures('received')],
      [head('二、上年结转政府信息公开申请数量', 3), ...figures('carriedIn')],
      ...rows,
      [head('四、结转下年度继续办理', 3), ...figures('carriedOut')],
    ],
  }
}

const single: Partial<Record<FormRow, string>> = {
  granted: '（一）予以公开',
  partlyGranted: `（二）${rowLabel.partlyGranted}`,
  closed: '（六）其他处理',
  resultTotal: '（七）总计',
}

function labelsOf(row: FormRow, results: readonly FormRow[]): CellModel[] {
  const alone = single[row]
  if (alone !== undefined) return [head(alone, 2)]
  const group = groups.find(({ starts }) => row.startsWith(starts))
  if (group === undefined) return [head(rowLabel[row], 2)]
  const members = results.filter(each => each.startsWith(group.starts))
  const place = members.indexOf(row)
  const label = head(`${place + 1}.${rowLabel[row]}`)
  return place === 0 ? [head(group.label, 1, members.length), label] : [label]
}

function remediesTable(report: AnnualReport): TableModel {
  const columns = Object.entries(remedyLabel)
  const labels = (rowspan: number) => columns.map(([, label]) => head(label, 1, rowspan))
  const all = ['reconsideration', 'litigationDirect', 'litigationAfterReconsideration']
  return {
    ...{ headerRows: 3, widths: Array.from({ length: 15 }, () => 1) },
    rows: [
      [head('行政复议', 5), head('行政诉讼', 10)],
      [...labels(2), head('未经复议直接起诉', 5), head('复议后起诉', 5)],
      [...labels(1), ...labels(1)],
      all.flatMap(group => columns.map(([name]) => figure(report, `remedies.${group}.${name}`))),
    ],
  }
}
