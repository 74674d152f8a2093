import { html } from 'hono/html'
import type { Markup } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import type { Alike } from './look.ts'

/** What is already public and like the description; each with a button that says that it answers. */
export function alikeList(found: readonly Alike[]): Markup {
  if (found.length === 0)
    return html`<p class="note" role="status">没有找到相近的已公开信息，请继续填写申请。</p>`
  return html`<section class="alike" aria-label="可能已经公开"><h2>这些已经公开，也许就是您要找的</h2>
<ul>${found.map(
    ({ title, path, note }) =>
      html`<li><a href="${path}" target="_blank" rel="noopener">${title}</a> <span class="note">${note}</span> <button class="plain" name="path" value="${path}" formaction="${paths.answersMe()}" formnovalidate>这就是我要的，不用申请了</button></li>`,
  )}</ul></section>`
}
