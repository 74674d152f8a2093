import { cellAt, rowsOf } from '../cells.ts'
import type { AnnualReport, Cell, CellPath, FormRow } from '../form.ts'
import { applicantColumnCount, applicationPath, remedyLabel, rowLabel } from '../labels.ts'

/** One cell of a printed table. */
export interface CellModel {
  readonly text: string
  readonly colspan: number
  readonly rowspan: number
  readonly header: boolean
  /** The figure that stands here; absent for words. */
  readonly path?: CellPath
}

/** A table as the statute prints it: only the cells that begin in a row. */
export interface TableModel {
  readonly rows: readonly (readonly CellModel[])[]
  /** How many rows stand at the head of the whole table and are repeated on every page. */
  readonly headerRows: number
  /** The widths of the columns in relation to each other. */
  readonly widths: readonly number[]
}

/** The three tables of the form, 国办公开办函〔2021〕30号, with their merged cells and numbering. */
export interface FormTables {
  readonly proactive: TableModel
  readonly applications: TableModel
  readonly remedies: TableModel
}

function head(text: string, colspan = 1, rowspan = 1): CellModel {
  return { text, colspan, rowspan, header: true }
}

function figure(report: AnnualReport, path: CellPath, colspan = 1): CellModel {
  return { text: figureText(cellAt(report, path) ?? null), colspan, rowspan: 1, header: false, path }
}

/** A figure as it is printed; a blank stays blank. */
export function figureText(cell: Cell): string {
  return cell === null ? '' : String(cell)
}

/** The tables of this report, for every format and for the screen. */
export function tablesOf(report: AnnualReport): FormTables {
  return {
    proactive: proactiveTable(report),
    applications: applicationsTable(report),
    remedies: remediesTable(report),
  }
}

function proactiveTable(report: AnnualReport): TableModel {
  const issuance = (label: string, kind: string) => [
    head(label),
    ...['issued', 'repealed', 'inForce'].map(column => figure(report, `proactive.${kind}.${column}`)),
  ]
  const one = (label: string, name: string) => [head(label), figure(report, `proactive.${name}`, 3)]
  const item = (number: string) => [head(`第二十条第（${number}）项`, 4)]
  const decisions = [head('信息内容'), head('本年处理决定数量', 3)]
  return {
    ...{ headerRows: 0, widths: [1.4, 1, 1, 1] },
    rows: [
      item('一'),
      [head('信息内容'), head('本年制发件数'), head('本年废止件数'), head('现行有效件数')],
      issuance('规章', 'regulations'),
      issuance('行政规范性文件', 'normativeDocuments'),
      ...[item('五'), decisions, one('行政许可', 'licensing')],
      ...[item('六'), decisions, one('行政处罚', 'penalties'), one('行政强制', 'coercion')],
      ...[item('八'), [head('信息内容'), head('本年收费金额（单位：万元）', 3)]],
      one('行政事业性收费', 'feesWan'),
    ],
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
    ...{ headerRows: 3, widths: [1.5, 2.1, 9, 3, 3, 3, 3.1, 3.1, 3, 3] },
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
