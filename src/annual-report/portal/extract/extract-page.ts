import { html } from 'hono/html'
import type { Markup } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import {
  type ExtractLine,
  type WorkdayRange,
  workdayRangeLabel,
  workdayRanges,
} from '../../extract/extract.ts'
import { applicantColumns, type FormRow } from '../../form.ts'
import { applicantLabels, rowName } from '../../labels.ts'

/** How many lines stand on a page. */
export const linesOnPage = 100

/** The lines of an extract, all or those behind a figure. */
export interface ExtractView {
  readonly agency: string
  readonly year: number
  readonly edition: number
  /** The agency's name. */
  readonly name: string
  /** The figure that was opened; undefined for the whole extract. */
  readonly cell: { readonly path: string; readonly label: string } | undefined
  readonly lines: readonly ExtractLine[]
  readonly page: number
}

/** The anonymised list behind a figure of table 3, and how anybody counts the table again. */
export function extractPage(view: ExtractView): Markup {
  const { agency, year, edition, name, cell, lines, page } = view
  const title = cell === undefined ? `${name} ${year} 年申请核验摘录` : `“${cell.label}”是怎样来的`
  const from = (page - 1) * linesOnPage
  return html`<h1>${title}</h1>
<p>${name} ${year} 年度报告第 ${edition} 版，${cell === undefined ? `摘录共 ${lines.length} 行` : `这个数字由下列 ${lines.length} 行相加得出`}。每行是一件申请，编号随机产生，不含姓名、内容和日期。</p>
<p class="hint">“进入”或者“离开”一栏为“不列示”的，是为避免从少量申请中认出申请人：一件申请拆成两行，一行记怎样进入，一行记怎样离开，件数不变。同类申请不足 5 件的，不列示答复用时。</p>
${durations(lines)}
${lines.length === 0 ? html`<p>这个数字是 0，没有申请。</p>` : table(lines.slice(from, from + linesOnPage))}
${pages(view)}
<h2>自己核对</h2>
<p>下载摘录和报告，用本平台公开的命令逐件重新统计，与报告逐格比较：</p>
<p><code>gongkai report verify 摘录.csv 报告.html</code></p>
<ul class="downloads"><li><a href="${paths.extractFile(agency, year, edition, 'csv')}" download>核验摘录（CSV）</a></li><li><a href="${paths.extractFile(agency, year, edition, 'json')}" download>核验摘录（JSON）</a></li></ul>
<p>${cell === undefined ? '' : html`<a href="${paths.extract(agency, year, edition)}">看整份摘录</a> `}<a href="${paths.edition(agency, year, edition)}">返回报告</a></p>`
}

function table(lines: readonly ExtractLine[]): Markup {
  return html`<table class="list"><caption>申请摘录</caption><thead><tr><th scope="col">编号</th><th scope="col">申请人</th><th scope="col">进入</th><th scope="col">离开</th><th scope="col">答复用时</th></tr></thead><tbody>${lines.map(
    ({ id, applicantKind, entered, left, workdays }) =>
      html`<tr><td>${id}</td><td>${applicantName(applicantKind)}</td><td>${told(entered)}</td><td>${told(left)}</td><td>${workdays === null ? '不列示' : workdayRangeLabel[workdays]}</td></tr>`,
  )}</tbody></table>`
}

function told(row: FormRow | null): string {
  return row === null ? '不列示' : rowName(row)
}

function applicantName(kind: string): string {
  return applicantLabels[applicantColumns.findIndex(column => kind === column)] ?? ''
}

/** How long the answers took, where it is told: the distribution, not a mean. */
function durations(lines: readonly ExtractLine[]): Markup | '' {
  const timed = lines.filter(({ workdays }) => workdays !== null)
  if (timed.length === 0) return ''
  const count = (range: WorkdayRange) => timed.filter(({ workdays }) => workdays === range).length
  return html`<table class="list"><caption>答复用时（列示的 ${timed.length} 件）</caption><thead><tr>${workdayRanges.map(range => html`<th scope="col">${workdayRangeLabel[range]}</th>`)}</tr></thead><tbody><tr>${workdayRanges.map(range => html`<td>${count(range)}</td>`)}</tr></tbody></table>`
}

function pages({ agency, year, edition, cell, lines, page }: ExtractView): Markup | '' {
  const last = Math.max(1, Math.ceil(lines.length / linesOnPage))
  if (last === 1) return ''
  const to = (target: number) => paths.extract(agency, year, edition, { cell: cell?.path, page: target })
  return html`<nav aria-label="分页">${page > 1 ? html`<a href="${to(page - 1)}">上一页</a> ` : ''}第 ${page} 页，共 ${last} 页${page < last ? html` <a href="${to(page + 1)}">下一页</a>` : ''}</nav>`
}
