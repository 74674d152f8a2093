import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

/** A fragment of markup, escaped. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

/** The doors to the pages before and after one of a list; nothing where the list has one page. */
export function pageDoors(at: number, last: number, to: (page: number) => string): Markup | string {
  if (last <= 1) return ''
  const before = at > 1 ? html`<li><a href="${to(at - 1)}" rel="prev">上一页</a></li>` : ''
  const after = at < last ? html`<li><a href="${to(at + 1)}" rel="next">下一页</a></li>` : ''
  return html`<ul class="pages" aria-label="分页">${before}<li>第 ${at} 页，共 ${last} 页</li>${after}</ul>`
}

/** One choice of a list, chosen or not. */
export function option(value: string, label: string, chosen: string | undefined): Markup {
  return html`<option value="${value}"${value === chosen ? html` selected` : ''}>${label}</option>`
}
