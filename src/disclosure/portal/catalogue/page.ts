import { html } from 'hono/html'
import type { Agency } from '../../../office/roles.ts'
import type { Day } from '../../../statute/day.ts'
import { dutyKindLabel, dutyKinds, genres, themes } from '../../../statute/proactive.ts'
import { type Markup, option, pageDoors } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import { formOf, itemForms } from '../../forms.ts'
import type { ShelfTally } from '../../store/shelf/counts.ts'
import type { ShelfLine, ShelfSort } from '../../store/shelf/lines.ts'
import { validityWords } from './lines.ts'
import { addressQuery, type CatalogueQuery } from './query.ts'

/** What a page of the catalogue shows. */
export interface CatalogueView {
  readonly query: CatalogueQuery
  readonly lines: readonly ShelfLine[]
  readonly total: number
  readonly agencies: readonly Agency[]
  readonly years: readonly number[]
  readonly title: string
  /** What the agency of an agency's page made public, by kind; else empty. */
  readonly tallies: readonly ShelfTally[]
  readonly today: Day
  /** Is it made for a copy that no server stands behind? */
  readonly still: boolean
}

/** The catalogue: choices, how many, downloads of exactly that, the table, the pages. */
export function cataloguePage(view: CatalogueView): Markup {
  const { query, total, lines, title, today, still } = view
  const last = Math.max(1, Math.ceil(total / query.size))
  const asked = addressQuery(query)
  const { page: _, ...whole } = asked
  const at = (page: number) => paths.catalogue(addressQuery({ ...query, page }))
  return html`<h1>${title}</h1>
${agencyNote(query)}
${kindsOf(view)}
${still ? yearsOf(view) : choices(view)}
<p role="status">共 ${total} 条${total === 0 ? '。' : `，第 ${query.page} 页，共 ${last} 页。`}${total === 0 || still ? '' : html`下载所列全部：<a href="${paths.catalogueFile('csv', whole)}" download>CSV 表格</a> <a href="${paths.catalogueFile('xlsx', whole)}" download>Excel 表格</a> <a href="${paths.catalogueFile('json', whole)}" download>JSON 数据</a>`}${still ? '' : html` <a href="${paths.subscriptions(followed(query))}">订阅</a>`}</p>
${total === 0 ? nothing(query) : linesTable(lines, query, today)}
${pageDoors(query.page, last, at)}`
}

/** What a subscription can follow of what was asked. */
function followed({ agency, duty, form, series }: CatalogueQuery) {
  return { agency, duty, form, series }
}

function agencyNote({ agency }: CatalogueQuery): Markup | string {
  return agency === undefined
    ? ''
    : html`<ul class="views"><li><a href="${paths.guide(agency)}">公开指南</a></li><li><a href="${paths.rules(agency)}">公开制度</a></li><li><a href="${paths.catalogue({ agency, form: 'institution' })}">机构职能</a></li><li><a href="${paths.agency(agency)}">年报</a></li><li><a href="${paths.ask({ agency })}">向本机关申请公开</a></li></ul>`
}

/** The kinds of Art. 20 that the agency made something public of, each with how much. */
function kindsOf({ query: { agency }, tallies }: CatalogueView): Markup | string {
  const own = tallies.filter(tally => tally.agency === agency)
  const kinds = dutyKinds.flatMap(duty => own.find(tally => tally.duty === duty) ?? [])
  if (kinds.length === 0) return ''
  return html`<details class="kinds"><summary>本机关公开内容的分类</summary><ul class="duties">${kinds.map(({ duty, items }) => html`<li><a href="${paths.catalogue({ agency, duty })}">${dutyKindLabel[duty]}</a> <span class="count">${items} 条</span></li>`)}</ul></details>`
}

/** Where no form is answered, the years are links. */
function yearsOf({ years }: CatalogueView): Markup {
  return html`<ul class="views">${years.map(year => html`<li><a href="${paths.catalogue({ year })}">${year} 年公开</a></li>`)}</ul>`
}

function choices({ query, agencies, years }: CatalogueView): Markup {
  const { agency, duty, theme, genre, form, year, validity, series, sort, size } = query
  const hidden = (name: string, value: string | undefined) =>
    value === undefined ? '' : html`<input type="hidden" name="${name}" value="${value}">`
  return html`<form class="filter" method="get" action="${paths.catalogue()}">${hidden('series', series)}${hidden('sort', sort)}
<label>机关 <select name="agency">${option('', '全部机关', agency ?? '')}${agencies.map(({ code, name }) => option(code, name, agency))}</select></label>
<label>类别 <select name="duty">${option('', '全部类别', duty ?? '')}${dutyKinds.map(each => option(each, dutyKindLabel[each].slice(0, 24), duty))}</select></label>
<label>年度 <select name="year">${option('', '全部年度', '')}${years.map(each => option(String(each), `${each} 年公开`, String(year ?? '')))}</select></label>
<details${(theme ?? genre ?? form ?? validity) ? html` open` : ''}><summary>更多条件</summary>
<label>主题 <select name="theme">${option('', '全部主题', theme ?? '')}${themes.map(each => option(each, each, theme))}</select></label>
<label>体裁 <select name="genre">${option('', '全部体裁', genre ?? '')}${genres.map(each => option(each, each, genre))}</select></label>
<label>形式 <select name="form">${option('', '全部形式', form ?? '')}${itemForms.map(each => option(each, formOf[each].label, form))}</select></label>
<label>有效性 <select name="validity">${option('', '不限', validity ?? '')}${option('inForce', '现行有效的规章、规范性文件', validity)}${option('ended', '已修订、废止、失效的', validity)}</select></label>
<label>每页 <select name="size">${['20', '50', '100'].map(each => option(each, `${each} 条`, String(size)))}</select></label>
</details>
<button>筛选</button>
</form>`
}

function nothing({ agency }: CatalogueQuery): Markup {
  return html`<p>没有符合条件的信息。可以放宽条件，<a href="${paths.catalogue()}">查看全部目录</a>，或<a href="${paths.ask({ agency })}">申请公开您要的信息</a>。</p>`
}

/** The lines as a table; the heads of the two days sort. */
export function linesTable(lines: readonly ShelfLine[], query: CatalogueQuery, today: Day): Markup {
  const head = (label: string, name: 'publishedOn' | 'madeOn') => {
    const sort = query.sort ?? '-publishedOn'
    const [up, down] = [sort === name, sort === `-${name}`]
    const next: ShelfSort = down ? name : `-${name}`
    const to = addressQuery({ ...query, page: 1, sort: next === '-publishedOn' ? undefined : next })
    return html`<th scope="col"${up || down ? html` aria-sort="${up ? 'ascending' : 'descending'}"` : ''}><a href="${paths.catalogue(to)}">${label}${up ? ' ↑' : down ? ' ↓' : ''}</a></th>`
  }
  return html`<div class="table-frame" tabindex="0" role="region" aria-label="信息公开目录"><table class="list cards"><caption>信息公开目录</caption>
<thead><tr><th scope="col">标题</th><th scope="col">索引号</th><th scope="col">发布机构</th><th scope="col">发文字号</th>${head('成文日期', 'madeOn')}${head('公开日期', 'publishedOn')}<th scope="col">有效性</th></tr></thead>
<tbody>${lines.map(line => row(line, today))}</tbody></table></div>`
}

function row(line: ShelfLine, today: Day): Markup {
  const { item, title, indexNumber, agencyName, documentNumber, madeOn, publishedOn } = line
  const cell = (label: string, value: string | null) =>
    value === null || value === ''
      ? html`<td>—</td>`
      : html`<td data-label="${label}"${label.endsWith('日期') ? html` class="day"` : ''}>${value}</td>`
  return html`<tr><td><a href="${paths.item(item)}">${title}</a></td>${cell('索引号', indexNumber)}${cell('发布机构', agencyName)}${cell('发文字号', documentNumber)}${cell('成文日期', madeOn)}${cell('公开日期', publishedOn)}${cell('有效性', validityWords(line, today))}</tr>`
}
