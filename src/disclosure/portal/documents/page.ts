import { html } from 'hono/html'
import type { Agency } from '../../../office/roles.ts'
import { type Day, inChinese } from '../../../statute/day.ts'
import { type Markup, option, pageDoors } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import { formOf, type ItemForm } from '../../forms.ts'
import type { ShelfLine } from '../../store/shelf/lines.ts'
import { validityWords } from '../catalogue/lines.ts'

/** What the address of the library asks. */
export interface DocumentsQuery {
  readonly on?: Day | undefined
  /** What was written for a day and is none. */
  readonly wrong?: string | undefined
  readonly agency?: string | undefined
  readonly form?: ItemForm | undefined
  readonly list?: 'ended' | undefined
  readonly page: number
}

/** What a page of the library shows; `on` is the day that is asked about. */
export interface DocumentsView {
  readonly query: DocumentsQuery
  readonly on: Day
  readonly today: Day
  readonly lines: readonly ShelfLine[]
  readonly tallies: { readonly inForce: number; readonly ended: number }
  readonly total: number
  readonly last: number
  readonly agencies: readonly Agency[]
  /** Is it made for a copy, in which no other day can be asked? */
  readonly still: boolean
}

/** 规范性文件库, with what was in force on the day that is asked. */
export function documentsPage(view: DocumentsView): Markup {
  const { query, on, lines, tallies, total, last, agencies, still } = view
  const at = (change: Partial<DocumentsQuery>) => {
    const next = { ...query, wrong: undefined, page: 1, ...change }
    return paths.documents({ ...next, page: next.page === 1 ? undefined : next.page })
  }
  const here = (list: 'ended' | undefined) => (query.list === list ? html` aria-current="true"` : '')
  const day = query.on === undefined && !still ? '今天' : inChinese(on)
  return html`<h1>行政规范性文件库</h1>
<p>规章和行政规范性文件。${still ? `下面是${day}的情况；别的日子哪些有效，看各件写明的成文日期和废止、失效日期。` : '填写日期，可以看那一天哪些文件现行有效。'}</p>
<form class="filter" method="get" action="${paths.documents()}">${query.list === undefined ? '' : html`<input type="hidden" name="list" value="ended">`}
<label>哪一天 <input type="date" name="on" value="${query.on ?? ''}"></label>
<label>机关 <select name="agency">${option('', '全部机关', query.agency ?? '')}${agencies.map(({ code, name }) => option(code, name, query.agency))}</select></label>
<label>种类 <select name="form">${option('', '全部', query.form ?? '')}${(['regulation', 'normativeDocument'] as const).map(each => option(each, formOf[each].label, query.form))}</select></label>
<button>查看</button></form>
${dayTold(view)}
<ul class="views"><li><a href="${at({ list: undefined })}"${here(undefined)}>${day}现行有效（${tallies.inForce} 件）</a></li><li><a href="${at({ list: 'ended' })}"${here('ended')}>${day}已修订、废止或者失效（${tallies.ended} 件）</a></li></ul>
${total === 0 ? html`<p role="status">${day}没有${query.list === 'ended' ? '已修订、废止或者失效的' : '现行有效的'}文件${query.agency === undefined ? '' : '，可以换一个机关'}。<a href="${paths.documents()}">查看${still ? day : '今天'}现行有效的文件</a>。</p>` : table(lines, on, day)}
${pageDoors(query.page, last, page => at({ page }))}
<p class="note">文件自成文日期起计入，自被修订、废止或者失效之日起，或者有效期届满的次日起，不再计入；施行日期见各文件的页面。</p>`
}

/** What the reader must know of the day that he asked for. */
function dayTold({ query: { wrong }, on, today }: DocumentsView): Markup | string {
  if (wrong !== undefined)
    return html`<p class="refused" role="alert">“${wrong}”不是日期，请按“年-月-日”填写，例如 2023-05-01。下面列出的是今天的情形。</p>`
  return on > today
    ? html`<p class="note" role="status">${inChinese(on)}在今天之后：只按今天已经公布的文件列出，此后可能还有制定、修订和废止。</p>`
    : ''
}

function table(lines: readonly ShelfLine[], on: Day, day: string): Markup {
  const cell = (label: string, value: string | null) =>
    value === null || value === ''
      ? html`<td>—</td>`
      : html`<td data-label="${label}"${label.endsWith('日期') ? html` class="day"` : ''}>${value}</td>`
  return html`<div class="table-frame" tabindex="0" role="region" aria-label="文件列表"><table class="list cards"><caption>文件列表</caption>
<thead><tr><th scope="col">名称</th><th scope="col">发文字号</th><th scope="col">制定机关</th><th scope="col">成文日期</th><th scope="col">${day}的有效性</th></tr></thead>
<tbody>${lines.map(line => html`<tr><td><a href="${paths.item(line.item)}">${line.title}</a></td>${cell('发文字号', line.documentNumber)}${cell('制定机关', line.agencyName)}${cell('成文日期', line.madeOn)}${cell('有效性', validityWords(line, on))}</tr>`)}</tbody></table></div>`
}
