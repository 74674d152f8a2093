import { html } from 'hono/html'
import { inChinese } from '../../../statute/day.ts'
import type { Markup } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import { printedFormats, printedLabel } from '../../render/printed.ts'
import { usefulForm } from '../faults/pages.ts'
import type { ItemView } from './view.ts'

/** What stands below an item: its files, how it is cited, its editions with what each changed. */
export function besideItem(view: ItemView): Markup {
  const { head, editions, shown, still } = view
  const files = shown.number === head.edition
  return html`<div class="beside">
${files ? html`<h2>下载</h2><ul class="downloads">${printedFormats.map(format => html`<li><a href="${paths.itemPrinted(head.item, format)}" download>${printedLabel[format]}</a></li>`)}</ul>` : ''}
<p class="report-tools"><a href="${paths.catalogue({ agency: head.agency })}">本机关公开的其他信息</a>${still ? '' : html` · <a href="${paths.subscriptions({ item: head.item })}">订阅本件的变化</a>`} </p>
<h2>引用格式</h2>
<p id="cite" class="cite">${citation(view)}</p>
<h2>版本</h2>
<ol>${editions.map(
    ({ number, publishedOn, reason, sha256 }) =>
      html`<li><a href="${number === head.edition ? paths.item(head.item) : paths.itemEdition(head.item, number)}">第 ${number} 版</a>，${inChinese(publishedOn)}公布${reason === '' || number === 1 ? '' : `，修改原因：${reason}`}${number === 1 ? '' : html`<br><a href="${paths.itemDifference(head.item, number - 1, number)}">与第 ${number - 1} 版的差异</a>`}<br><span class="hash">校验码 ${sha256}</span></li>`,
  )}</ol></div>
${still ? '' : usefulForm(paths.item(head.item))}`
}

/** GB/T 7714: who, what, kind, day of publication, address. */
function citation({ head, shown, address }: ItemView): string {
  const { title, documentNumber } = shown.content
  const number = documentNumber === null ? '' : `：${documentNumber}`
  return `${head.agencyName}. ${title}${number}[EB/OL]. (${shown.publishedOn}). ${address}.`
}
