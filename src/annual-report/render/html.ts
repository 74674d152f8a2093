import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { AnnualReport, CellPath } from '../form.ts'
import { cellLabel } from '../labels.ts'
import type { CellModel, TableModel } from '../printed/cell-model.ts'
import { type Beside, documentOf, type Part, titleOf } from '../printed/document.ts'

/** A fragment of markup, escaped. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

/** What a page puts into a figure's cell instead of the plain figure: a link, a mark. */
export type Figures = (
  path: CellPath,
  text: string,
) => { readonly inner: Markup | string; readonly mark?: string }

const plainFigures: Figures = (_, text) => ({ inner: text })

/** A table of the form; wide ones scroll within their own frame, by keyboard too. */
export function tableHtml(table: TableModel, caption: string, figures: Figures = plainFigures): Markup {
  return html`<div class="table-frame" tabindex="0" role="region" aria-label="${caption}"><table class="form"><caption>${caption}</caption><tbody>${table.rows.map(
    row => html`<tr>${row.map(cell => cellHtml(cell, figures))}</tr>`,
  )}</tbody></table></div>`
}

function cellHtml(cell: CellModel, figures: Figures): Markup {
  const spans = html`${cell.colspan > 1 ? html` colspan="${cell.colspan}"` : ''}${cell.rowspan > 1 ? html` rowspan="${cell.rowspan}"` : ''}`
  if (cell.header) return html`<th${spans}>${cell.text}</th>`
  if (cell.path === undefined) return html`<td${spans}>${cell.text}</td>`
  const { inner, mark } = figures(cell.path, cell.text)
  const label = cellLabel(cell.path)
  return html`<td${spans} id="${idOf(cell.path)}" title="${label}"${mark === undefined ? '' : html` class="${mark}"`}>${inner}</td>`
}

/** The anchor of a cell, so that a finding can jump to it. */
export function idOf(path: CellPath): string {
  return path.replace(/[.[\]]+/g, '-').replace(/-$/, '')
}

/** The report as a fragment for a page that has its own head: title, parts, notes. */
export function reportHtml(
  report: AnnualReport,
  beside: Beside = {},
  figures: Figures = plainFigures,
): Markup {
  const notes = new Map((beside.explanations ?? []).map(({ text, rule }) => [text, rule]))
  return html`<article class="report">
<h1>${titleOf(report)}</h1>
${beside.publishedOn === undefined ? '' : html`<p class="published">公布日期：<time datetime="${beside.publishedOn}">${beside.publishedOn}</time></p>`}
${documentOf(report, beside).map(part => partHtml(part, figures))}
${notes.size === 0 ? '' : html`<p class="note">以上说明由本机关随报告一并公布。</p>`}
</article>`
}

function partHtml(part: Part, figures: Figures): Markup {
  switch (part.kind) {
    case 'heading':
      return html`<h2 id="${part.id}">${part.text}</h2>\n`
    case 'paragraph':
      return html`<p>${part.text}</p>\n`
    case 'signature':
      return html`<p class="signature">${part.text}</p>\n`
    case 'table':
      return html`${tableHtml(part.table, part.caption, figures)}\n`
  }
}

const printed = `
body{max-width:56rem;margin:2rem auto;padding:0 1rem;font:17px/1.75 "PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;color:#1a1a1a}
h1{text-align:center;font-size:1.5rem;line-height:1.4}h2{font-size:1.15rem;margin:2rem 0 .5rem}
p{text-indent:2em;margin:.5rem 0}.signature{text-align:right;padding-right:4em}.published{text-align:center;text-indent:0;color:#555}
.table-frame{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:14px;line-height:1.4}
caption{position:absolute;left:-9999px}th,td{border:1px solid #888;padding:.3rem .4rem;text-align:center;font-weight:normal}
td{font-variant-numeric:tabular-nums}
@media print{body{margin:0;max-width:none;font-size:12pt}.table-frame{overflow:visible}table{font-size:8pt}tr{break-inside:avoid}}
`

/** The report as a file of its own, with its style and a style for printing. */
export async function htmlFile(report: AnnualReport, beside: Beside): Promise<Uint8Array> {
  const page = await html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${titleOf(report)}</title>
<style>${printed}</style>
</head>
<body>
${reportHtml(report, beside)}
</body>
</html>
`
  return new TextEncoder().encode(String(page))
}
