import { html } from 'hono/html'
import type { Agency } from '../../office/roles.ts'
import type { Markup } from '../../web/layout.ts'
import { paths } from '../../web/paths.ts'
import { formatLabel, formats } from '../printed/format.ts'
import type { EditionLine, ReportLine } from '../view.ts'

/** The front page: what one can do here, and the newest reports. */
export function frontPage(newest: readonly ReportLine[]): Markup {
  return html`<h1>政府信息公开年报</h1>
<ul class="tasks">
<li><a href="${paths.reports()}">查阅各机关政府信息公开工作年度报告</a></li>
<li><a href="${paths.check()}">年报体检：检查任何一份已公布的年度报告，看数字是否对得上</a></li>
</ul>
<h2>最新公布</h2>
${listTable(newest)}
<p><a href="${paths.reports()}">全部年度报告</a></p>`
}

/** What the list page shows. */
export interface ListView {
  readonly lines: readonly ReportLine[]
  readonly total: number
  readonly page: number
  readonly size: number
  readonly agencies: readonly Agency[]
  readonly years: readonly number[]
  readonly agency: string | undefined
  readonly year: number | undefined
}

/** The list of reports by agency and year; the filter stands in the address. */
export function listPage(view: ListView): Markup {
  const { agency, year, page, size, total } = view
  const last = Math.max(1, Math.ceil(total / size))
  const at = (to: number) =>
    paths.reports({ page: to, ...(agency ? { agency } : {}), ...(year ? { year } : {}) })
  return html`<h1>政府信息公开年报</h1>
<form class="filter" method="get" action="${paths.reports()}">
<label>机关 <select name="agency"><option value="">全部机关</option>${view.agencies.map(
    each =>
      html`<option value="${each.code}"${each.code === agency ? html` selected` : ''}>${each.name}</option>`,
  )}</select></label>
<label>年度 <select name="year"><option value="">全部年度</option>${view.years.map(
    each => html`<option value="${each}"${each === year ? html` selected` : ''}>${each} 年</option>`,
  )}</select></label>
<button>筛选</button>
</form>
<p>共 ${total} 份${agency === undefined ? '' : html`，<a href="${paths.compare(agency)}">历年对比</a>`}</p>
${view.lines.length === 0 ? html`<p>没有符合条件的年度报告。请换一个机关或年度，或<a href="${paths.reports()}">查看全部</a>。</p>` : listTable(view.lines)}
<ul class="pages">${page > 1 ? html`<li><a href="${at(page - 1)}">上一页</a></li>` : ''}<li>第 ${page} 页，共 ${last} 页</li>${page < last ? html`<li><a href="${at(page + 1)}">下一页</a></li>` : ''}</ul>`
}

function listTable(lines: readonly ReportLine[]): Markup {
  return html`<div class="table-frame" tabindex="0" role="region" aria-label="年度报告列表"><table class="list"><caption>年度报告</caption>
<thead><tr><th scope="col">机关</th><th scope="col">年度</th><th scope="col">公布日期</th></tr></thead>
<tbody>${lines.map(
    line =>
      html`<tr><td><a href="${paths.report(line.agency, line.year)}">${line.agencyName}</a></td><td>${line.year}</td><td>${line.publishedOn ?? ''}</td></tr>`,
  )}</tbody></table></div>`
}

/** What stands below a report: its editions and its files. */
export function besideReport(agency: string, year: number, editions: readonly EditionLine[]): Markup {
  return html`<h2>下载</h2>
<ul class="downloads">${formats.map(format => html`<li><a href="${paths.file(agency, year, format)}" download>${formatLabel[format]}</a></li>`)}</ul>
<p><a href="${paths.compare(agency)}">历年对比</a></p>
<h2>版次</h2>
<ol>${editions.map(
    ({ edition, publishedOn, reason, hash }) =>
      html`<li><a href="${paths.edition(agency, year, edition)}">第 ${edition} 版</a>，${publishedOn} 公布${reason === null ? '' : `，更正原因：${reason}`}。校验码 ${hash.slice(0, 16)}</li>`,
  )}</ol>`
}
