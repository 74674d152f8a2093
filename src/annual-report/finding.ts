import type { AnnualReport, CellPath } from './form.ts'

/** What a rule of the form or a page can be found to be wrong in; the names are an interface that others rely on. */
export type RuleName =
  | 'applications.balance'
  | 'applications.row-total'
  | 'applications.result-total'
  | 'remedies.total'
  | 'years.carried'
  | 'years.in-force'
  | 'narrative.applications'
  | 'narrative.remedies'
  | 'narrative.fees'
  | 'roll-up'
  | 'form.blank-cell'
  | 'form.unreadable-cell'
  | 'form.missing-row'
  | 'form.missing-table'
  | 'form.duplicate-row'
  | 'form.unknown-row'
  | 'form.missing-section'
  | 'form.missing-agency'
  | 'form.missing-year'
  | 'form.impossible-number'
  | 'extract.figure'
  | 'extract.duplicate-line'
  | 'extract.other-report'

/** A wrong or doubtful place in a report or an import: a value in a list, never an exception. */
export interface Finding {
  readonly rule: RuleName
  readonly severity: 'error' | 'warning'
  /** The cells concerned, e.g. `applications.received[0]`; a section for prose, e.g. `narrative.overview`. */
  readonly where: readonly CellPath[]
  /** What the rule computes, where it computes a number. */
  readonly expected: number | null
  /** What stands there. */
  readonly actual: number | null
  /** One Chinese sentence that an office clerk can act on, with both numbers and the cells by their labels. */
  readonly message: string
  /** The text that was found there: a sentence of the prose, or the cell as printed. */
  readonly text?: string | undefined
}

/** A number that the prose of a report asserts, with the sentence that it stands in. */
export interface Assertion {
  readonly topic: AssertedTopic
  readonly value: number
  /** True where the prose says 余, 多, 约, 近 …: the number is a rounding, not a count. */
  readonly approximate: boolean
  readonly section: 'overview' | 'problems' | 'otherMatters'
  readonly sentence: string
}

/** What the prose may assert a number of. */
export type AssertedTopic =
  | 'received' // 收到申请
  | 'carriedIn' // 上年结转
  | 'concluded' // 办结, 答复
  | 'carriedOut' // 结转下年
  | 'granted' // 予以公开
  | 'partlyGranted' // 部分公开
  | 'withheld' // 不予公开
  | 'unavailable' // 无法提供
  | 'unprocessed' // 不予处理
  | 'reconsideration' // 行政复议
  | 'litigation' // 行政诉讼
  | 'processingFeeYuan' // 信息处理费
  | 'feesWan' // 行政事业性收费, 万元
  | 'disclosed' // 主动公开条数

/** What reading a published report gives: the report, what its prose asserts, and what could not be read. */
export interface Reading {
  readonly report: AnnualReport
  readonly assertions: readonly Assertion[]
  readonly findings: readonly Finding[]
}
