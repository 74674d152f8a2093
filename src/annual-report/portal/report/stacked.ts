import { html } from 'hono/html'
import type { Markup } from '../../../web/markup.ts'
import { cellAt, rowsOf } from '../../cells.ts'
import type { AnnualReport, FormRow } from '../../form.ts'
import { applicantLabels, applicationPath, rowLabel } from '../../labels.ts'

const total = applicantLabels.length - 1
const groups: Readonly<Record<string, string>> = {
  withheld: '不予公开：',
  unavailable: '无法提供：',
  unprocessed: '不予处理：',
  closed: '其他处理：',
}

/** Table 3 for a narrow screen: a row is its name and total, and opens to its kinds of applicant. */
export function stackedTable(report: AnnualReport): Markup {
  return html`<div class="stacked" role="group" aria-label="收到和处理申请情况，逐行"><p class="hint">点开一行，看各类申请人的件数。</p>${rowsOf(report).map(row => rowOf(report, row))}</div>
<p class="hint">下面是法定格式的完整表格，可在框内左右滑动。</p>`
}

function rowOf(report: AnnualReport, row: FormRow): Markup {
  const figures = applicantLabels.map((label, at) => ({
    label,
    cell: cellAt(report, applicationPath(row, at)) ?? null,
  }))
  const parts = figures.slice(0, total)
  const told = parts.flatMap(({ label, cell }) =>
    cell === 0 ? [] : [`${label}${cell === null ? '空白' : ` ${cell} 件`}`],
  )
  const rest = parts.some(({ cell }) => cell === 0)
  const words = told.length === 0 ? '各类申请人均为 0。' : `${told.join('，')}${rest ? '；其余为 0' : ''}。`
  const [group = '', member] = row.split('.')
  const name =
    row === 'resultTotal'
      ? '办理结果总计'
      : `${member === undefined ? '' : (groups[group] ?? '')}${rowLabel[row]}`
  return html`<details><summary><span>${name}</span><strong>${figures[total]?.cell ?? '空白'}</strong></summary><p>${words}</p></details>`
}
