import { html } from 'hono/html'
import { type Day, inChinese } from '../../../statute/day.ts'
import type { Markup } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import { theForm } from '../../forms.ts'
import { validityLabel } from '../../item.ts'
import type { ShelfLine } from '../../store/shelf/lines.ts'

/** Lines as a plain list, as where only the newest stand. */
export function linesList(lines: readonly ShelfLine[]): Markup {
  return html`<ul class="newest">${lines.map(
    ({ item, title, agencyName, publishedOn }) =>
      html`<li><a href="${paths.item(item)}">${title}</a> <span class="note">${agencyName}　<time datetime="${publishedOn}">${publishedOn}</time></span></li>`,
  )}</ul>`
}

/** 有效性 of a line on this day in words; empty for what is never in force or repealed. */
export function validityWords(line: ShelfLine, today: Day): string {
  if (theForm(line.form).inForce !== true) return ''
  if (line.validity !== 'inForce') {
    const from = line.endsOn
    return from !== null && from > today
      ? `有效（${inChinese(from)}起${validityLabel[line.validity].replace('已', '')}）`
      : validityLabel[line.validity]
  }
  return line.expiresOn !== null && line.expiresOn < today ? validityLabel.expired : validityLabel.inForce
}
