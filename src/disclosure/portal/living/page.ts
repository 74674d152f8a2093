import { html, raw } from 'hono/html'
import type { Agency } from '../../../office/roles.ts'
import { inChinese } from '../../../statute/day.ts'
import { type Markup, option } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import { cleanBody } from '../../read/clean.ts'
import type { ShelfItem } from '../../store/shelf/item.ts'
import type { ShelfLine } from '../../store/shelf/lines.ts'

/** What the page of guides or of rules shows. */
export interface LivingView {
  readonly form: 'guide' | 'rule'
  readonly title: string
  readonly lines: readonly ShelfLine[]
  /** The document that is shown whole. */
  readonly current: ShelfItem | undefined
  readonly agencies: readonly Agency[]
  readonly agency: Agency | undefined
}

/** The current text and where its earlier ones are; the rules as a list. */
export function livingPage({ form, title, lines, current, agencies, agency }: LivingView): Markup {
  const own = form === 'guide' ? paths.guide() : paths.rules()
  const others = lines.filter(({ item }) => item !== current?.head.item)
  return html`<h1>${agency === undefined ? '' : agency.name}${title}</h1>
<form class="filter" method="get" action="${own}"><label>机关 <select name="agency">${option('', '全部机关', agency?.code ?? '')}${agencies.map(({ code, name }) => option(code, name, agency?.code))}</select></label><button>查看</button></form>
${lines.length === 0 ? html`<p role="status">${agency === undefined ? '' : agency.name}尚未公布${title}。可以查看<a href="${own}">其他机关的</a>，或到<a href="${paths.catalogue()}">政府信息公开目录</a>查找。</p>` : ''}
${current === undefined ? '' : whole(current)}
${others.length === 0 ? '' : html`${form === 'guide' ? html`<h2>各机关的指南</h2>` : ''}<ul class="newest">${others.map(({ item, title: name, agencyName, publishedOn }) => html`<li><a href="${paths.item(item)}">${name}</a> <span class="note">${agencyName}　${publishedOn} 公布</span></li>`)}</ul>`}`
}

function whole({ head, shown, editions }: ShelfItem): Markup {
  const { title, body } = shown.content
  return html`<article class="official"><h2>${title}</h2>
<p class="note">${head.agencyName}　第 ${shown.number} 版，${inChinese(shown.publishedOn)}公布。<a href="${paths.item(head.item)}">看本件的页面、下载${editions.length > 1 ? `和历次版本（共 ${editions.length} 版）` : ''}</a></p>
<div class="body">${raw(cleanBody(body))}</div></article>`
}
