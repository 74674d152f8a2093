import { readFileSync } from 'node:fs'
import { html, raw } from 'hono/html'
import type { Markup } from '../../web/markup.ts'
import type { Letter } from '../letters/letter.ts'
import { printedLetter } from './printed.ts'

/** The letter as a fragment for a page of the portal or of the desk; `letter.css` sets it like paper. */
export function letterHtml(letter: Letter): Markup {
  const { agency, number, title, addressee, paragraphs, day } = printedLetter(letter)
  return html`<article class="letter" lang="zh-CN">
<p class="letter-mark">${agency}</p>
<p class="letter-number">${number}</p>
<h1>${title}</h1>
<p class="letter-to"><bdi>${addressee}</bdi></p>
${paragraphs.map(words => html`<p>${words}</p>\n`)}
<p class="letter-signed">${agency}<br><time datetime="${letter.on}">${day}</time></p>
</article>`
}

const styles = readFileSync(new URL('../../web/styles/letter.css', import.meta.url), 'utf8')
// Paper of official documents: GB/T 9704-2012.
const paper = '@page{size:A4;margin:37mm 26mm 35mm 28mm}body{margin:0;background:#fff}'

/** The letter as a page of its own, to be kept or printed. */
export async function letterPage(letter: Letter): Promise<Uint8Array> {
  const page = await html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${letter.title}</title>
<style>${raw(styles + paper)}</style>
</head>
<body>
${letterHtml(letter)}
</body>
</html>
`
  return new TextEncoder().encode(String(page))
}
