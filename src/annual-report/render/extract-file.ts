import { csvOf } from '../../web/sheet.ts'
import { type Extract, workdayRangeLabel } from '../extract/extract.ts'
import { applicantColumns } from '../form.ts'
import { applicantLabels, rowName } from '../labels.ts'

/** The heads of the extract's columns. */
export const extractHeads = ['编号', '机关', '年度', '申请人', '进入', '离开', '答复用时'] as const

/** The public extract as CSV, one line a request or a part of one; a blank says that it is not told (decision 0009). */
export function extractCsv({ agency, year, lines }: Extract): string {
  return csvOf([
    extractHeads,
    ...lines.map(({ id, applicantKind, entered, left, workdays }) => [
      ...[id, agency, year, applicantName(applicantKind)],
      ...[entered === null ? '' : rowName(entered), left === null ? '' : rowName(left)],
      workdays === null ? '' : workdayRangeLabel[workdays],
    ]),
  ])
}

/** A kind of applicant as the form heads its column. */
function applicantName(kind: string): string {
  return applicantLabels[applicantColumns.findIndex(column => column === kind)] ?? ''
}

/** The public extract as JSON, with the codes of the interface. */
export function extractJson(extract: Extract): string {
  return `${JSON.stringify(extract, null, 1)}\n`
}
