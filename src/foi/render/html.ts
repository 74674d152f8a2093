import { html } from 'hono/html'
import type { Markup } from '../../web/markup.ts'
import { paths } from '../../web/paths.ts'
import type { Letter } from '../letters/letter.ts'
import { printedLetter } from './printed.ts'

/** The letter as a fragment for a page of the portal or of the desk; `letter.css` sets it like paper. */
export function letterHtml(letter: Letter): Markup {
  const { agency, number, title, addressee, paragraphs, day, printed } = printedLetter(letter)
  return html`<article class="letter" lang="zh-CN">
<p class="letter-mark">${agency}</p>
<p class="letter-number">${number}</p>
<h1>${title}</h1>
<p class="letter-to"><bdi>${addressee}</bdi></p>
${paragraphs.map(words => html`<p>${words}</p>\n`)}
<p class="letter-signed">${agency}<br><time datetime="${letter.on}">${day}</time></p>
${printed === null ? '' : html`<p class="letter-printed"><span>${agency}</span><span>${printed}</span></p>`}
</article>`
}

/** The letter as a page of its own, to be read or printed; its style is the site's, since pages here carry none of their own. */
export async function letterPage(letter: Letter): Promise<Uint8Array> {
  const page = await html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${letter.title}</title>
<link rel="stylesheet" href="${paths.styles()}">
</head>
<body>
${letterHtml(letter)}
</body>
</html>
`
  return new TextEncoder().encode(String(page))
}
