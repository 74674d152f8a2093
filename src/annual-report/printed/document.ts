import type { AnnualReport } from '../form.ts'
import type { Explanation } from '../view.ts'
import type { TableModel } from './cell-model.ts'
import { tablesOf } from './table-model.ts'

/** One part of the printed report, in its order. */
export type Part =
  | { readonly kind: 'heading'; readonly text: string; readonly id: string }
  | {
      readonly kind: 'paragraph'
      readonly text: string
      /** The heading of the second level that begins it, as （一）主动公开。; else nothing. */
      readonly lead: string
      /** What follows the lead. */
      readonly rest: string
    }
  | { readonly kind: 'signature'; readonly text: string }
  | { readonly kind: 'table'; readonly table: TableModel; readonly caption: string }

/** What stands beside the report itself. */
export interface Beside {
  readonly explanations?: readonly Explanation[] | undefined
  readonly publishedOn?: string | undefined
  /** Words on the first page of what is not published: that it is a draft, and of which day. */
  readonly draft?: string | undefined
}

/** The title of the report, as it stands on its first page. */
export function titleOf({ agency, year }: Pick<AnnualReport, 'agency' | 'year'>): string {
  return `${agency}${year}年政府信息公开工作年度报告`
}

const widestTitle = 20

/** The title in lines for paper: the agency above, where both do not fit into one line of 22 pt. */
export function titleLines({ agency, year }: Pick<AnnualReport, 'agency' | 'year'>): readonly string[] {
  const whole = titleOf({ agency, year })
  return whole.length <= widestTitle || agency === '' ? [whole] : [agency, titleOf({ agency: '', year })]
}

/** The office and the day of publication, as they stand below the report; nothing before it is published. */
function signature({ agency }: AnnualReport, { publishedOn }: Beside): Part[] {
  const [year, month, day] = (publishedOn ?? '').split('-').map(Number)
  if (!year || !month || !day) return []
  return [agency, `${year}年${month}月${day}日`].map(text => ({ kind: 'signature', text }))
}

const secondLevel = /^[（(][一二三四五六七八九十]{1,3}[）)][^。；;：:]{1,30}(?:[。：:]|$)/

function paragraph(text: string): Part {
  const lead = secondLevel.exec(text)?.[0] ?? ''
  return { kind: 'paragraph', text, lead, rest: text.slice(lead.length) }
}

/** The report as one model of parts, from which every format is made. */
export function documentOf(report: AnnualReport, beside: Beside = {}): Part[] {
  const { explanations = [], draft } = beside
  const tables = tablesOf(report)
  const words = (text: string): Part[] =>
    text.split('\n').flatMap(line => (line.trim() === '' ? [] : paragraph(line)))
  const heading = (id: string, text: string): Part => ({ kind: 'heading', id, text })
  const table = (caption: string, model: TableModel): Part => ({ kind: 'table', caption, table: model })
  const parts: Part[] = [
    ...words(draft ?? ''),
    heading('overview', '一、总体情况'),
    ...words(report.narrative.overview),
    heading('proactive', '二、主动公开政府信息情况'),
    table('主动公开政府信息情况', tables.proactive),
    heading('applications', '三、收到和处理政府信息公开申请情况'),
    table('收到和处理政府信息公开申请情况', tables.applications),
    heading('remedies', '四、政府信息公开行政复议、行政诉讼情况'),
    table('政府信息公开行政复议、行政诉讼情况', tables.remedies),
    heading('problems', '五、存在的主要问题及改进情况'),
    ...words(report.narrative.problems),
    heading('otherMatters', '六、其他需要报告的事项'),
    ...words(report.narrative.otherMatters),
    ...signature(report, beside),
  ]
  if (explanations.length === 0) return parts
  return [...parts, heading('explanations', '附：说明'), ...explanations.flatMap(({ text }) => words(text))]
}
