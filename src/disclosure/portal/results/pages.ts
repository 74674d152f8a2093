import { html } from 'hono/html'
import type { Agency } from '../../../office/roles.ts'
import { inChinese } from '../../../statute/day.ts'
import { type Markup, option, pageDoors } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import { formOf, hasRows, type ItemForm, itemForms } from '../../forms.ts'
import { partyKindLabel } from '../../rows/line.ts'
import type { PublicLine } from '../../store/rows/public.ts'
import { type ResultsAsked, resultAnchor, resultsAddress, resultsOnPage } from './query.ts'

/** What a page of results shows. */
export interface ResultsView {
  readonly asked: ResultsAsked
  readonly lines: readonly PublicLine[]
  readonly total: number
  /** There are at least so many; the rest was not counted. */
  readonly more: boolean
  readonly years: readonly number[]
  readonly agencies: readonly Agency[]
  /** For a copy that no server stands behind: without choices, and each row says all. */
  readonly still: boolean
}

/** The searchable table of a form: choices, how many, downloads of exactly that, the rows, the pages. */
export function resultsPage(view: ResultsView): Markup {
  const { asked, lines, total, still } = view
  const { form } = asked
  const last = Math.max(1, Math.ceil(total / resultsOnPage))
  const at = (page: number) => paths.results(form, resultsAddress({ ...asked, page }))
  return html`<h1>${formOf[form].label}</h1>
<ul class="views">${itemForms.filter(hasRows).map(each => html`<li><a href="${paths.results(each)}"${each === form ? html` aria-current="page"` : ''}>${formOf[each].label}</a></li>`)}</ul>
${still ? yearsOf(view) : choices(view)}
${asked.batch === undefined ? '' : html`<p>只列出一件信息所附的结果。<a href="${paths.results(form, resultsAddress({ ...asked, batch: undefined, page: 1 }))}">查看全部${formOf[form].label}</a></p>`}
${asked.q === undefined || /[\p{L}\p{N}]/u.test(asked.q) ? '' : html`<p class="near" role="status">“${asked.q}”里没有可以查找的字或者数字，没有按它查找。</p>`}
<p role="status">共 ${total} 条${told(view, last)}${total === 0 ? '' : downloads(view)}</p>
${total === 0 ? nothing(form) : table(view, lines)}
<p class="note">自然人的姓名只显示姓氏。依法不公示的结果计入统计，不在表中列出。</p>
${pageDoors(asked.page, last, at)}`
}

function told({ asked: { page, sort }, total, more }: ResultsView, last: number): string {
  const listed = `以上，列出${sort === 'decidedOn' ? '最早' : '最近'}的 ${total} 条；再加一个词，或者选机关、年度，可以缩小范围`
  return total === 0 ? '。' : `${more ? listed : ''}，第 ${page} 页，共 ${last} 页。`
}

/** Of a copy, only the whole table is held as a file. */
function downloads({ asked, still }: ResultsView): Markup | string {
  const { form, sort: _, ...rest } = asked
  const whole = resultsAddress({ ...asked, page: 1 })
  const narrowed = Object.entries(rest).some(([name, value]) => name !== 'page' && value !== undefined)
  if (still && narrowed) return html`<a href="${paths.openData()}">整体下载</a>`
  return html`下载所列全部：<a href="${paths.resultsFile(form, 'csv', whole)}" download>CSV 表格</a> <a href="${paths.resultsFile(form, 'json', whole)}" download>JSON 数据</a> · <a href="${paths.openData()}">数据说明</a>`
}

/** The years as links, and the way to the search, where no form is answered. */
function yearsOf({ asked: { form, year }, years }: ResultsView): Markup {
  return html`<ul class="views"><li><a href="${paths.results(form)}">全部年度</a></li>${years.map(each => html`<li><a href="${paths.results(form, { year: each })}"${each === year ? html` aria-current="page"` : ''}>${each} 年</a></li>`)}</ul>
<p>按当事人、事项或者文号查找，请用<a href="${paths.search()}">搜索</a>。</p>`
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

function table({ asked: { form }, agencies, still }: ResultsView, lines: readonly PublicLine[]): Markup {
  const { label } = formOf[form]
  const nameOf = (code: string) => agencies.find(each => each.code === code)?.shortName ?? code
  return html`<div class="table-frame" tabindex="0" role="region" aria-label="${label}"><table class="list cards"><caption>${label}</caption>
<thead><tr><th scope="col">文号</th><th scope="col">当事人</th><th scope="col">事项</th>${still ? html`<th scope="col">依据</th>` : ''}<th scope="col">决定日期</th><th scope="col">金额（元）</th><th scope="col">机关</th></tr></thead>
<tbody>${lines.map(line => tableRow(form, line, { agency: nameOf(line.agency), still }))}</tbody></table></div>`
}

function tableRow(
  form: ItemForm,
  line: PublicLine,
  { agency, still }: { readonly agency: string; readonly still: boolean },
): Markup {
  const { batch, place, item, reference, party, matter, basis, decidedOn, amountYuan } = line
  const to = still ? paths.item(item) : paths.resultsRow(form, batch, place)
  return html`<tr id="${resultAnchor(line)}"><td><a href="${to}">${reference}</a></td><td data-label="当事人">${party}</td><td data-label="事项">${matter}</td>${still ? html`<td data-label="依据">${basis}</td>` : ''}<td data-label="决定日期">${decidedOn}</td><td data-label="金额（元）">${amountYuan ?? '—'}</td><td data-label="机关">${agency}</td></tr>`
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
