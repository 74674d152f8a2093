import { resultLabel } from '../statute/taxonomy.ts'
import { applicantColumns, type CellPath, type FormRow } from './form.ts'

/** The columns of table 3 as the form heads them, in its order. */
export const applicantLabels = [
  '自然人',
  '商业企业',
  '科研机构',
  '社会公益组织',
  '法律服务机构',
  '其他',
  '总计',
] as const

/** The rows of table 3 without their numbers. */
export const rowLabel: Readonly<Record<FormRow, string>> = {
  received: '本年新收政府信息公开申请数量',
  carriedIn: '上年结转政府信息公开申请数量',
  ...resultLabel,
  closed: '其他处理',
  resultTotal: '总计',
  carriedOut: '结转下年度继续办理',
}

const shortLabel: Partial<Record<FormRow, string>> = {
  received: '本年新收',
  carriedIn: '上年结转',
  partlyGranted: '部分公开',
  'closed.uncorrected': '逾期不补正',
  'closed.unpaid': '逾期不缴费',
  'closed.other': '其他处理·其他',
  resultTotal: '办理结果总计',
}

/** The row as messages name it: short, and clear without its neighbours. */
export function rowName(row: FormRow): string {
  return shortLabel[row] ?? rowLabel[row]
}

const proactiveLabels: Readonly<Record<string, string>> = {
  'regulations.issued': '规章·本年制发件数',
  'regulations.repealed': '规章·本年废止件数',
  'regulations.inForce': '规章·现行有效件数',
  'normativeDocuments.issued': '行政规范性文件·本年制发件数',
  'normativeDocuments.repealed': '行政规范性文件·本年废止件数',
  'normativeDocuments.inForce': '行政规范性文件·现行有效件数',
  licensing: '行政许可·本年处理决定数量',
  penalties: '行政处罚·本年处理决定数量',
  coercion: '行政强制·本年处理决定数量',
  feesWan: '行政事业性收费·本年收费金额（万元）',
}

/** The groups of table 4. */
export const remedyGroupLabel = {
  reconsideration: '行政复议',
  litigationDirect: '行政诉讼·未经复议直接起诉',
  litigationAfterReconsideration: '行政诉讼·复议后起诉',
} as const

/** The columns of each group of table 4. */
export const remedyLabel = {
  upheld: '结果维持',
  corrected: '结果纠正',
  other: '其他结果',
  pending: '尚未审结',
  total: '总计',
} as const

/** The sections of prose as the form heads them. */
export const sectionLabel = {
  overview: '总体情况',
  problems: '存在的主要问题及改进情况',
  otherMatters: '其他需要报告的事项',
} as const

/** What a cell, a row or a section is called in Chinese: `applications.received[0]` is 本年新收·自然人. */
export function cellLabel(path: CellPath): string {
  const [table = '', ...rest] = path.split('.')
  const place = rest.join('.')
  if (table === 'applications') return applicationsLabel(place)
  if (table === 'proactive') return proactiveLabels[place] ?? path
  if (table === 'narrative') return labelIn(sectionLabel, place) ?? path
  const [group = '', column = ''] = rest
  const groupLabel = labelIn(remedyGroupLabel, group)
  if (groupLabel === undefined) return path
  const columnLabel = labelIn(remedyLabel, column)
  return columnLabel === undefined ? groupLabel : `${groupLabel}·${columnLabel}`
}

function applicationsLabel(place: string): string {
  const match = /^([A-Za-z.]+)(?:\[(\d)\])?$/.exec(place)
  const row = match?.[1] ?? ''
  const name = isFormRow(row) ? rowName(row) : row
  const column = match?.[2] === undefined ? undefined : applicantLabels[Number(match[2])]
  return column === undefined ? name : `${name}·${column}`
}

function labelIn(labels: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined
}

/** Is this the name of a row of table 3? */
export function isFormRow(text: string): text is FormRow {
  return Object.hasOwn(rowLabel, text)
}

/** The path of a cell of table 3. */
export function applicationPath(row: FormRow, column: number): CellPath {
  return `applications.${row}[${column}]`
}

/** How many columns table 3 has, with the total. */
export const applicantColumnCount = applicantColumns.length
