import { html, raw } from 'hono/html'
import type { Markup } from '../../../web/markup.ts'
import type { Preview, PreviewSheet } from '../../read/preview/preview.ts'

/** A preview as it is asked for: the file, which page or sheet, and where its parts stand. */
export interface PreviewView {
  readonly name: string
  readonly preview: Preview
  readonly page: number
  readonly sheet: number
  /** The addresses of the item, of the file itself, and of this preview. */
  readonly item: { readonly address: string; readonly title: string }
  readonly file: string
  readonly address: string
}

const rowsAPage = 100
const mostColumns = 40
const longestCell = 300

/** A file of an item, shown without any program of its own and without scripts. */
export function previewPage(view: PreviewView): Markup {
  const { name, item, file } = view
  return html`<p><a href="${item.address}">返回：${item.title}</a></p>
<h1>预览：${name}</h1>
<p><a href="${file}" download>下载原文件</a>。网页预览只供快速查看，排版以原文件为准。</p>
${content(view)}`
}

/** The page's title, with its number where there are several. */
export function previewTitle({ name, page }: Pick<PreviewView, 'name' | 'page'>): string {
  return page > 1 ? `预览：${name}（第 ${page} 页）` : `预览：${name}`
}

function content(view: PreviewView): Markup {
  const { preview, name, file } = view
  switch (preview.kind) {
    case 'none':
      return html`<p class="refused" role="status">${preview.why}</p>`
    case 'picture':
      return html`<figure class="preview"><img src="${file}" alt="附件图片：${name}"></figure>`
    case 'sheets':
      return sheets(view, preview.sheets)
    case 'pages':
      return drawnPage(view, preview.pages)
    case 'text':
      return textPage(view, preview.pages)
    case 'body':
      return bodyPage(view, preview.pages)
  }
}

const emptyFile = html`<p role="status">文件中没有可以显示的文字。</p>`

function bodyPage(view: PreviewView, pages: readonly string[]): Markup {
  const said = pages[view.page - 1]
  if (said === undefined) return emptyFile
  const pictured = said.replace(/ src="(picture-\d+\.(?:png|jpg))"/g, ` src="${view.address}?picture=$1"`)
  return html`${turning(view, pages.length)}<div class="official"><div class="body preview">${raw(pictured)}</div></div>${turning(view, pages.length)}`
}

function textPage(view: PreviewView, pages: readonly string[]): Markup {
  const said = pages[view.page - 1]
  if (said === undefined) return emptyFile
  const lines = said.split('\n').filter(line => line.trim() !== '')
  return html`${turning(view, pages.length)}<div class="preview">${lines.map(line => html`<p>${line}</p>`)}</div>${turning(view, pages.length)}`
}

/** A page of a PDF as it looks, and its words for who does not see it. */
function drawnPage(view: PreviewView, pages: readonly string[]): Markup {
  const { page, address, name } = view
  const said = pages[page - 1] ?? ''
  const lines = said.split('\n').filter(line => line.trim() !== '')
  return html`${turning(view, pages.length)}
<figure class="preview"><img src="${address}?drawn=${page}" alt="${name}第 ${page} 页的图像，文字见下"></figure>
<details><summary>本页文字</summary>${lines.length === 0 ? html`<p>这一页是图像，没有文字。</p>` : lines.map(line => html`<p>${line}</p>`)}</details>
${turning(view, pages.length)}`
}

function sheets(view: PreviewView, all: readonly PreviewSheet[]): Markup {
  const sheet = all[view.sheet - 1]
  if (sheet === undefined) return emptyFile
  const others =
    all.length < 2
      ? ''
      : html`<nav aria-label="工作表"><ul class="inline">${all.map(
          ({ name }, at) =>
            html`<li>${at + 1 === view.sheet ? html`<b>${name}</b>` : html`<a href="${view.address}?sheet=${at + 1}">${name}</a>`}</li>`,
        )}</ul></nav>`
  return html`${others}${rowsOf(view, sheet)}`
}

function rowsOf(view: PreviewView, { name, rows }: PreviewSheet): Markup {
  const pages = Math.max(1, Math.ceil(rows.length / rowsAPage))
  const from = (view.page - 1) * rowsAPage
  const shown = rows.slice(from, from + rowsAPage)
  const columns = Math.min(mostColumns, Math.max(0, ...shown.map(row => row.length)))
  if (columns === 0) return emptyFile
  const wide = rows.some(row => row.length > mostColumns) ? `，只显示前 ${mostColumns} 列` : ''
  const more = pages > 1 ? `，本页为第 ${from + 1} 至 ${from + shown.length} 行` : ''
  const cell = (text = '') => (text.length > longestCell ? `${text.slice(0, longestCell)}……` : text)
  const line = (row: readonly string[], at: number) =>
    html`<tr><th scope="row">${from + at + 1}</th>${Array.from({ length: columns }, (_, place) => html`<td>${cell(row[place])}</td>`)}</tr>`
  return html`<p>共 ${rows.length} 行${more}${wide}。</p>${turning(view, pages)}
<div class="table-frame" role="region" aria-label="工作表${name}" tabindex="0"><table><caption>${name}</caption><tbody>${shown.map(line)}</tbody></table></div>
${turning(view, pages)}`
}

function turning({ page, sheet, address }: PreviewView, pages: number): Markup | string {
  if (pages < 2) return ''
  const to = (number: number) => `${address}?${sheet > 1 ? `sheet=${sheet}&` : ''}page=${number}`
  return html`<nav class="pages" aria-label="翻页">${page > 1 ? html`<a rel="prev" href="${to(page - 1)}">上一页</a> ` : ''}第 ${page} / ${pages} 页${page < pages ? html` <a rel="next" href="${to(page + 1)}">下一页</a>` : ''}</nav>`
}

/** How many pages the chosen part has. */
export function pagesOf(preview: Preview, sheet: number): number {
  switch (preview.kind) {
    case 'sheets':
      return Math.max(1, Math.ceil((preview.sheets[sheet - 1]?.rows.length ?? 0) / rowsAPage))
    case 'none':
    case 'picture':
      return 1
    default:
      return Math.max(1, preview.pages.length)
  }
}
