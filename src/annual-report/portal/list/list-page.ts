import { html } from 'hono/html'
import type { Agency } from '../../../office/roles.ts'
import { type Markup, option, pageDoors } from '../../../web/markup.ts'
import { paths, type ReportsQuery } from '../../../web/paths.ts'
import { type PublicLine, standingWords, type treeOrder } from './lines.ts'

/** What the list page shows; `query` is what its address says. */
export interface ListView {
  /** The lines of this page. */
  readonly lines: readonly PublicLine[]
  readonly total: number
  readonly page: number
  readonly size: number
  readonly tree: ReturnType<typeof treeOrder>
  readonly years: readonly number[]
  readonly query: ReportsQuery
}

const standings = [
  ['published', '已公布'],
  ['onTime', '按时公布'],
  ['late', '逾期公布'],
  ['missing', '逾期未公布'],
  ['notDue', '尚未到期'],
  ['all', '全部'],
] as const

/** The choices above the list, kept in the address. */
export function listForm({ tree, years, query }: Omit<ListView, 'lines' | 'total' | 'page'>): Markup {
  const hidden = query.view === undefined ? '' : html`<input type="hidden" name="view" value="${query.view}">`
  return html`<form class="filter" method="get" action="${paths.reports()}">${hidden}
<label>机关 <select name="agency"><option value="">全部机关</option>${tree.map(({ agency, depth }) =>
    option(agency.code, `${'　'.repeat(depth)}${agency.name}`, query.agency),
  )}</select></label>
<label>年度 <select name="year"><option value="">全部年度</option>${years.map(year => option(String(year), `${year} 年`, String(query.year ?? '')))}</select></label>
<label>公布情况 <select name="standing">${standings.map(([value, label]) => option(value, label, query.standing ?? 'published'))}</select></label>
<label>名称含 <input name="q" value="${query.q ?? ''}" maxlength="50" size="10"></label>
${query.view === 'grid' ? '' : html`<label>每页 <select name="size">${['20', '50', '100'].map(size => option(size, `${size} 份`, String(query.size ?? 20)))}</select></label>`}
<button>筛选</button>
</form>`
}

/** The list of reports by agency and year. */
export function listPage(view: ListView): Markup {
  const { query, total, page, size, lines } = view
  const last = Math.max(1, Math.ceil(total / size))
  const at = (to: number) => paths.reports({ ...query, page: to })
  return html`<h1>政府信息公开年报</h1>
${views(query)}
${listForm(view)}
<p role="status">共 ${total} 份，${total === 0 ? '' : html`第 ${page} 页，共 ${last} 页。`}${downloads(query)}</p>
${total === 0 ? nothing(query) : linesTable(lines, query)}
${pageDoors(page, last, at)}`
}

/** The two ways to see it. */
export function views(query: ReportsQuery): Markup {
  const here = (view: string | undefined) => (query.view === view ? html` aria-current="true"` : '')
  const { page: _, ...kept } = query
  return html`<ul class="views"><li><a href="${paths.reports({ ...kept, view: undefined })}"${here(undefined)}>列表</a></li><li><a href="${paths.reports({ ...kept, view: 'grid' })}"${here('grid')}>机关与年度对照表</a></li></ul>`
}

/** Downloads of exactly what is chosen. */
export function downloads(query: ReportsQuery): Markup {
  const { page: _, ...kept } = query
  return html` 下载所列全部：<a href="${paths.reportsFile('csv', kept)}" download>CSV 表格</a> <a href="${paths.reportsFile('xlsx', kept)}" download>Excel 表格</a>`
}

/** What to do where nothing fits. */
export function nothing(query: ReportsQuery): Markup {
  const wider =
    query.standing === undefined || query.standing === 'published'
      ? html`，或<a href="${paths.reports({ ...query, page: undefined, standing: 'all' })}">连同尚未公布的一起看</a>`
      : ''
  return html`<p>没有符合条件的年度报告。请换一个机关或年度，<a href="${paths.reports()}">查看全部已公布的报告</a>${wider}。</p>`
}

const columns = [
  ['year', '年度'],
  ['publishedOn', '公布日期'],
  ['late', '公布情况'],
  ['received', '新收申请（件）'],
  ['concluded', '办结（件）'],
  ['carriedOut', '结转下年（件）'],
] as const

/** The lines as a table; the heads sort. */
export function linesTable(lines: readonly PublicLine[], query?: ReportsQuery): Markup {
  const head = ([name, label]: (typeof columns)[number]) => {
    if (query === undefined) return html`<th scope="col">${label}</th>`
    const sorted = query.sort === name ? 'ascending' : query.sort === `-${name}` ? 'descending' : undefined
    const next = sorted === 'descending' ? name : `-${name}`
    const mark = sorted === undefined ? '' : sorted === 'ascending' ? ' ↑' : ' ↓'
    return html`<th scope="col"${sorted === undefined ? '' : html` aria-sort="${sorted}"`}><a href="${paths.reports({ ...query, page: undefined, sort: next })}">${label}${mark}</a></th>`
  }
  return html`<div class="table-frame" tabindex="0" role="region" aria-label="年度报告列表"><table class="list cards"><caption>年度报告</caption>
<thead><tr><th scope="col">机关</th>${columns.map(head)}</tr></thead>
<tbody>${lines.map(lineRow)}</tbody></table></div>`
}

function lineRow(line: PublicLine): Markup {
  const { agency, year, published } = line
  const name =
    published === undefined
      ? html`<a href="${paths.agency(agency.code)}">${agency.name}</a>`
      : html`<a href="${paths.report(agency.code, year)}">${agency.name}</a>`
  const figure = (label: string, value: number | null | undefined) =>
    html`<td data-label="${label}">${value ?? '—'}</td>`
  const late = line.standing === 'late' || line.standing === 'missing'
  return html`<tr><td>${name}</td><td data-label="年度">${year}</td><td data-label="公布日期">${published?.publishedOn ?? '—'}</td><td data-label="公布情况"${late ? html` class="late"` : ''}>${standingWords(line)}</td>${figure('新收申请', published?.received)}${figure('办结', published?.concluded)}${figure('结转下年', published?.carriedOut)}</tr>`
}

/** Which agencies published which years: every field says it in words. */
export function gridPage(view: Omit<ListView, 'page' | 'size'>): Markup {
  const { query, lines, total } = view
  const years = [...new Set(lines.map(({ year }) => year))].sort((a, b) => b - a)
  const rows = [...Map.groupBy(lines, ({ agency }) => agency.code).values()]
  return html`<h1>政府信息公开年报</h1>
${views(query)}
${listForm({ ...view, size: 20 })}
<p role="status">共 ${rows.length} 个机关，${total} 个机关年度。${downloads(query)}</p>
${
  total === 0
    ? nothing(query)
    : html`<div class="table-frame" tabindex="0" role="region" aria-label="机关与年度对照表"><table class="list grid"><caption>各机关各年度公布情况；逾期按第四十九条规定的日期计算</caption>
<thead><tr><th scope="col">机关</th>${years.map(year => html`<th scope="col">${year}</th>`)}</tr></thead>
<tbody>${rows.map(row => gridRow(row, years))}</tbody></table></div>`
}`
}

function gridRow(row: readonly PublicLine[], years: readonly number[]): Markup {
  const [first] = row
  if (first === undefined) return html``
  const cell = (year: number) => {
    const line = row.find(each => each.year === year)
    if (line === undefined) return html`<td>不在所选范围</td>`
    if (line.published === undefined)
      return html`<td${line.standing === 'missing' ? html` class="late"` : ''}>${standingWords(line)}</td>`
    const words = line.standing === 'late' ? `逾期 ${line.lateDays} 天` : '按时'
    return html`<td${line.standing === 'late' ? html` class="late"` : ''}><a href="${paths.report(first.agency.code, year)}" aria-label="${first.agency.name} ${year} 年，${words}">${words}</a></td>`
  }
  return html`<tr><th scope="row" class="depth-${Math.min(3, first.depth)}"><a href="${paths.agency(first.agency.code)}">${first.agency.name}</a></th>${years.map(cell)}</tr>`
}

/** The page of one agency: its reports of all years, and the agencies below it. */
export function agencyPage(
  agency: Agency,
  lines: readonly PublicLine[],
  near: { above: Agency | undefined; below: readonly Agency[] },
): Markup {
  const published = lines.filter(line => line.published !== undefined).length
  return html`<h1>${agency.name}</h1>
${near.above === undefined ? '' : html`<p>上级：<a href="${paths.agency(near.above.code)}">${near.above.name}</a></p>`}
${agency.standing ? '' : html`<p class="note">本机关已撤销，其报告仍可查阅。</p>`}
<h2>政府信息公开工作年度报告</h2>
${lines.length === 0 ? html`<p>本机关还没有公布年度报告。<a href="${paths.reports()}">查看其他机关</a>。</p>` : linesTable(lines)}
${published > 1 ? html`<p><a href="${paths.compare(agency.code)}">历年对比</a></p>` : ''}
${near.below.length === 0 ? '' : html`<h2>下级机关</h2><ul class="agencies">${near.below.map(each => html`<li><a href="${paths.agency(each.code)}">${each.name}</a></li>`)}</ul>`}`
}
