import { html } from 'hono/html'
import { type Day, inChinese } from '../../../statute/day.ts'
import type { Markup } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import type { ShelfHead } from '../../store/shelf/item.ts'

/** The trace of what was public and is no longer: what it was, since when and why it is gone; nothing of its words. */
export function withdrawnPage(
  { title, agency, agencyName, indexNumber, firstPublishedOn }: ShelfHead,
  withdrawn: { readonly on: Day; readonly reason: string } | undefined,
): Markup {
  return html`<h1>这条信息已撤下</h1>
<table class="head"><caption class="apart">撤下的信息</caption><tbody>
<tr><th scope="row">名称</th><td>${title}</td></tr>
<tr><th scope="row">索引号</th><td>${indexNumber}</td></tr>
<tr><th scope="row">发布机构</th><td>${agencyName}</td></tr>
${firstPublishedOn === null ? '' : html`<tr><th scope="row">公开日期</th><td>${inChinese(firstPublishedOn)}</td></tr>`}
${withdrawn === undefined ? '' : html`<tr><th scope="row">撤下日期</th><td>${inChinese(withdrawn.on)}</td></tr><tr><th scope="row">撤下原因</th><td>${withdrawn.reason}</td></tr>`}
</tbody></table>
<p><a href="${paths.catalogue({ agency })}">${agencyName}公开的其他信息</a>　<a href="${paths.ask({ agency, about: title })}">申请公开这条信息</a></p>`
}
