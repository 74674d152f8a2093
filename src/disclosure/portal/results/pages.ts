import { html } from 'hono/html'
import type { Agency } from '../../../office/roles.ts'
import { inChinese } from '../../../statute/day.ts'
import { type Markup, option, pageDoors } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import { formOf, hasRows, type ItemForm, itemForms } from '../../forms.ts'
import { partyKindLabel } from '../../rows/line.ts'
import type { PublicLine } from '../../store/rows/public.ts'
import { type ResultsAsked, resultsAddress } from './query.ts'

/** What a page of results shows. */
export interface ResultsView {
  readonly asked: ResultsAsked
  readonly lines: readonly PublicLine[]
  readonly total: number
  /** There are at least so many; the rest was not counted. */
  readonly more: boolean
  readonly size: number
  readonly years: readonly number[]
  readonly agencies: readonly Agency[]
}

/** The searchable table of a form: choices, how many, downloads of exactly that, the rows, the pages. */
export function resultsPage(view: ResultsView): Markup {
  const { asked, lines, total, size, more } = view
  const { form } = asked
  const last = Math.max(1, Math.ceil(total / size))
  const at = (page: number) => paths.results(form, resultsAddress({ ...asked, page }))
  const whole = resultsAddress({ ...asked, page: 1 })
  return html`<h1>${formOf[form].label}</h1>
<ul class="views">${itemForms.filter(hasRows).map(each => html`<li><a href="${paths.results(each)}"${each === form ? html` aria-current="page"` : ''}>${formOf[each].label}</a></li>`)}</ul>
${choices(view)}
${asked.batch === undefined ? '' : html`<p>只列出一件信息所附的结果。<a href="${paths.results(form, resultsAddress({ ...asked, batch: undefined, page: 1 }))}">查看全部${formOf[form].label}</a></p>`}
<p role="status">共 ${total} 条${more ? html`以上，列出${asked.sort === 'decidedOn' ? '最早' : '最近'}的 ${total} 条；再加一个词，或者选机关、年度，可以缩小范围` : ''}${total === 0 ? '。' : html`，第 ${asked.page} 页，共 ${last} 页。下载所列全部：<a href="${paths.resultsFile(form, 'csv', whole)}" download>CSV 表格</a> <a href="${paths.resultsFile(form, 'json', whole)}" download>JSON 数据</a> · <a href="${paths.openData()}">数据说明</a>`}</p>
${total === 0 ? nothing(form) : table(view, lines)}
<p class="note">自然人的姓名只显示姓氏。依法不公示的结果计入统计，不在表中列出。</p>
${pageDoors(asked.page, last, at)}`
}

function choices({ asked: { form, q, agency, year, sort, batch }, agencies, years }: ResultsView): Markup {
  return html`<form class="filter" method="get" action="${paths.results(form)}">${batch === undefined ? '' : html`<input type="hidden" name="batch" value="${batch}">`}
<label>当事人、事项或者文号 <input type="search" name="q" value="${q ?? ''}" maxlength="60"></label>
<label>机关 <select name="agency">${option('', '全部机关', agency ?? '')}${agencies.map(({ code, name }) => option(code, name, agency))}</select></label>
<label>年度 <select name="year">${option('', '全部年度', '')}${years.map(each => option(String(each), `${each} 年`, String(year ?? '')))}</select></label>
<label>排序 <select name="sort">${option('', '最近的在前', sort ?? '')}${option('decidedOn', '最早的在前', sort)}</select></label>
<button>查找</button>
</form>`
}

function nothing(form: ItemForm): Markup {
  return html`<p>没有符合条件的结果。可以换一个词，或者<a href="${paths.results(form)}">查看全部</a>；没有公开的，可以<a href="${paths.ask()}">申请公开</a>。</p>`
}

function table({ asked: { form }, agencies }: ResultsView, lines: readonly PublicLine[]): Markup {
  const { label } = formOf[form]
  const nameOf = (code: string) => agencies.find(each => each.code === code)?.shortName ?? code
  return html`<div class="table-frame" tabindex="0" role="region" aria-label="${label}"><table class="list cards"><caption>${label}</caption>
<thead><tr><th scope="col">文号</th><th scope="col">当事人</th><th scope="col">事项</th><th scope="col">决定日期</th><th scope="col">金额（元）</th><th scope="col">机关</th></tr></thead>
<tbody>${lines.map(
    ({ batch, place, reference, party, matter, decidedOn, amountYuan, agency }) =>
      html`<tr><td><a href="${paths.resultsRow(form, batch, place)}">${reference}</a></td><td data-label="当事人">${party}</td><td data-label="事项">${matter}</td><td data-label="决定日期">${decidedOn}</td><td data-label="金额（元）">${amountYuan ?? '—'}</td><td data-label="机关">${nameOf(agency)}</td></tr>`,
  )}</tbody></table></div>`
}

/** One result with all that is known of it, and the item in which it was published. */
export function resultPage(form: ItemForm, line: PublicLine, agencyName: string): Markup {
  const { reference, party, partyKind, matter, basis, decidedOn, amountYuan, item } = line
  return html`<h1>${reference}</h1>
<dl class="facts">
<dt>机关</dt><dd>${agencyName}</dd>
<dt>当事人</dt><dd>${party}（${partyKindLabel[partyKind]}）</dd>
<dt>事项</dt><dd>${matter}</dd>
${basis === '' ? '' : html`<dt>依据</dt><dd>${basis}</dd>`}
<dt>决定日期</dt><dd>${inChinese(decidedOn)}</dd>
${amountYuan === null ? '' : html`<dt>金额</dt><dd>${amountYuan} 元</dd>`}
</dl>
<p><a href="${paths.item(item)}">查看发布这项结果的信息</a> · <a href="${paths.results(form)}">返回${formOf[form].label}</a></p>`
}
