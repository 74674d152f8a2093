import { html } from 'hono/html'
import type { Agency } from '../../../office/roles.ts'
import { dayOf, inChinese } from '../../../statute/day.ts'
import { type Markup, option, pageDoors } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import type { Publication } from '../../store/publications.ts'

/** One page of the published answers. */
export interface AnswersView {
  readonly lines: readonly Publication[]
  readonly total: number
  readonly page: number
  readonly size: number
  readonly q: string
  readonly agency: string | undefined
  readonly agencies: readonly Agency[]
}

/** 依申请公开答复选登: searchable, newest first. */
export function answersPage({ lines, total, page, size, q, agency, agencies }: AnswersView): Markup {
  const last = Math.max(1, Math.ceil(total / size))
  const to = (next: number) => paths.answers({ q: q || undefined, agency, page: next })
  return html`<h1>已公布的依申请公开答复</h1>
<p>这些信息曾有人申请，经决定向社会主动公开（《条例》第四十四条）。文字已隐去申请人的个人信息。</p>
<form class="filter" method="get" action="${paths.answers()}">
<label>查找 <input type="search" name="q" value="${q}" maxlength="60"></label>
<label>机关 <select name="agency">${option('', '全部机关', agency ?? '')}${agencies.map(({ code, name }) => option(code, name, agency))}</select></label>
<button>查找</button></form>
${
  total === 0
    ? html`<p>没有${q === '' && agency === undefined ? '已公布的答复' : '符合条件的答复'}。<a href="${paths.ask({ about: q || undefined, agency })}">填写申请表</a>，向机关申请您要的信息。</p>`
    : html`<p role="status">共 ${total} 条。</p><ul class="hits">${lines.map(({ request, title, agencyName, publishedOn }) => html`<li><h2><a href="${paths.answer(request)}">${title}</a></h2><p class="note">${agencyName}　${inChinese(dayOf(publishedOn))}</p></li>`)}</ul>`
}
${pageDoors(page, last, to)}`
}

/** One published answer. */
export function answerPage({
  title,
  text,
  agency,
  agencyName,
  publishedOn,
  times,
}: Publication & { readonly times: number }): Markup {
  return html`<h1>${title}</h1>
<p class="note">${agencyName}　${inChinese(dayOf(publishedOn))}公布${times === 0 ? '' : `　有 ${times} 人表示这里有他们要的信息`}</p>
${text.split('\n').map(paragraph => html`<p>${paragraph}</p>`)}
<p class="report-tools"></p>
<p><a href="${paths.answers()}">全部已公布的答复</a>　<a href="${paths.ask({ agency })}">向${agencyName}申请其他信息</a></p>`
}
