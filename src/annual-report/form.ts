import { type ResultRow, resultRows } from '../statute/taxonomy.ts'

/** The form of 2019 (first under the regulation) or of 2021 (国办公开办函〔2021〕30号). */
export type Edition = '2019' | '2021'

/** A cell of the form: a number, or null where it stands blank. A blank is not a zero. */
export type Cell = number | null

/** The seven columns of table 3 in the order of the form. */
export const applicantColumns = [
  'naturalPerson', // 自然人
  'business', // 商业企业
  'research', // 科研机构
  'charity', // 社会公益组织
  'legalService', // 法律服务机构
  'other', // 其他
  'total', // 总计
] as const
export type ApplicantColumn = (typeof applicantColumns)[number]

/** One row of table 3: seven cells, [自然人, 商业企业, 科研机构, 社会公益组织, 法律服务机构, 其他, 总计]. */
export type Row = readonly [Cell, Cell, Cell, Cell, Cell, Cell, Cell]

/** A row of table 3; `closed` is 其他处理 where a report prints it as one row. */
export type FormRow = 'received' | 'carriedIn' | ResultRow | 'closed' | 'resultTotal' | 'carriedOut'

/** The rows of table 3 in the order of the form, with 其他处理 as three rows. */
export const formRows: readonly FormRow[] = [
  'received',
  'carriedIn',
  ...resultRows,
  'resultTotal',
  'carriedOut',
]

/** Table 3 收到和处理政府信息公开申请情况: either `closed` or the three `closed.*` rows, never both. */
export type Applications = Readonly<Partial<Record<FormRow, Row>>>

/** Art. 20 (1): 本年制发件数, 本年废止件数, 现行有效件数. */
export interface Issuance {
  readonly issued: Cell
  readonly repealed: Cell
  readonly inForce: Cell
}

/** Table 2 主动公开政府信息情况, Art. 20 (1) (5) (6) (8). */
export interface Proactive {
  readonly regulations: Issuance // 规章
  readonly normativeDocuments: Issuance // 行政规范性文件
  readonly licensing: Cell // 行政许可
  readonly penalties: Cell // 行政处罚
  readonly coercion: Cell // 行政强制
  readonly feesWan: Cell // 行政事业性收费, 万元
}

/** One group of table 4: 结果维持, 结果纠正, 其他结果, 尚未审结, 总计. */
export interface RemedyGroup {
  readonly upheld: Cell
  readonly corrected: Cell
  readonly other: Cell
  readonly pending: Cell
  readonly total: Cell
}
export const remedyColumns = [
  'upheld',
  'corrected',
  'other',
  'pending',
  'total',
] as const satisfies readonly (keyof RemedyGroup)[]

/** Table 4 行政复议、行政诉讼. */
export interface Remedies {
  readonly reconsideration: RemedyGroup // 行政复议
  readonly litigationDirect: RemedyGroup // 未经复议直接起诉
  readonly litigationAfterReconsideration: RemedyGroup // 复议后起诉
}
export const remedyGroups = [
  'reconsideration',
  'litigationDirect',
  'litigationAfterReconsideration',
] as const satisfies readonly (keyof Remedies)[]

/** The prose: 一 总体情况, 五 存在的主要问题及改进情况, 六 其他需要报告的事项. Paragraphs are separated by `\n`. */
export interface Narrative {
  readonly overview: string
  readonly problems: string
  readonly otherMatters: string
}
export const narrativeSections = [
  'overview',
  'problems',
  'otherMatters',
] as const satisfies readonly (keyof Narrative)[]

/** The statutory annual report 政府信息公开工作年度报告 of one agency and year, Art. 50. */
export interface AnnualReport {
  readonly agency: string
  readonly year: number
  readonly edition: Edition
  readonly proactive: Proactive
  readonly applications: Applications
  readonly remedies: Remedies
  readonly narrative: Narrative
}

/** Every number in the form has an address: `applications.received[0]`, `proactive.regulations.issued`, `remedies.reconsideration.total`. */
export type CellPath = string
