import { html, raw } from 'hono/html'
import { Bounded } from '../../../web/bounded.ts'
import type { Markup } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import { placeInTable3 } from '../../extract/extract.ts'
import type { CellPath } from '../../form.ts'
import { cellLabel } from '../../labels.ts'
import { documentOf, type Part, titleOf } from '../../printed/document.ts'
import { type Figures, idOf, tableHtml } from '../../render/html.ts'
import type { Edition } from '../../store/editions.ts'
import { stackedTable } from './stacked.ts'

/** Articles of so many characters in all are kept: an edition never changes. */
const articles = new Bounded<string>(16 * 1024 * 1024)

/** Which edition is shown, and whether an extract stands behind its figures. */
export interface ShownEdition {
  readonly agency: string
  readonly year: number
  readonly edition: number
  readonly extracted: boolean
}

/** The report itself with its contents, the result of its checks, and its explanations beside the cells. */
export async function articleOf(of: ShownEdition, edition: Edition): Promise<Markup> {
  const key = `${of.agency}/${of.year}/${of.edition} ${edition.line.hash} ${of.extracted}`
  const kept = articles.get(key)
  if (kept !== undefined) return raw(kept)
  const made = String(await article(of, edition))
  articles.set(key, made, made.length)
  return raw(made)
}

function article(of: ShownEdition, edition: Edition): Markup {
  const { report, explanations, line } = edition
  const parts = documentOf(report)
  const figures = explainedFigures(of, edition)
  const part = (each: Part) => {
    if (each.kind === 'heading') return html`<h2 id="${each.id}">${each.text}</h2>\n`
    if (each.kind !== 'table') return html`<p>${each.text}</p>\n`
    const wide = each.caption === '收到和处理政府信息公开申请情况'
    const narrow = wide ? stackedTable(report) : html`<p class="hint">表格可在框内左右滑动。</p>`
    return html`${narrow}${tableHtml(each.table, each.caption, figures)}\n`
  }
  const headings = parts.flatMap(each => (each.kind === 'heading' ? [each] : []))
  const notes = explanations.length === 0 ? [] : [{ id: 'explanations', text: '附：说明' }]
  return html`<article class="report">
<h1>${titleOf(report)}</h1>
<p class="published">公布日期：<time datetime="${line.publishedOn}">${line.publishedOn}</time>，第 ${line.edition} 版</p>
<nav class="contents" aria-label="目录"><h2>目录</h2><ol>${[...headings, ...notes].map(({ id, text }) => html`<li><a href="#${id}">${text}</a></li>`)}</ol></nav>
${standing(edition)}
${parts.map(part)}
${explanations.length === 0 ? '' : html`<h2 id="explanations">附：说明</h2><ol>${explanations.map(({ text, where }, at) => html`<li id="note-${at + 1}">${text}<br><span class="note">涉及：${where.map(path => placeLink(path))}</span></li>`)}</ol><p class="note">以上说明由本机关随报告一并公布。</p>`}
</article>`
}

function placeLink(path: CellPath): Markup {
  const to = path.startsWith('narrative.') ? path.replace('narrative.', '') : idOf(path)
  return html`<a href="#${to}">${cellLabel(path)}</a> `
}

/** A cell that an explanation concerns carries a link to it. */
function explainedFigures(of: ShownEdition, { explanations, findings }: Edition): Figures {
  const notes = new Map<CellPath, number>()
  explanations.forEach(({ where }, at) => {
    for (const path of where) if (!notes.has(path)) notes.set(path, at + 1)
  })
  const doubtful = new Set(findings.flatMap(({ where }) => where))
  return (path, text) => {
    const note = notes.get(path)
    if (note !== undefined) {
      const link = html`${opened(of, path, text)}<sup><a href="#note-${note}" aria-label="注${note}，见说明">注${note}</a></sup>`
      return { inner: link, mark: 'explained' }
    }
    const inner = opened(of, path, text)
    return doubtful.has(path) ? { inner: text === '' ? '空白' : inner, mark: 'doubtful' } : { inner }
  }
}

/** A figure of table 3 opens to the list behind it, where an extract was published with the edition. */
function opened(of: ShownEdition, path: CellPath, text: string): Markup | string {
  if (!of.extracted || text === '' || text === '0' || placeInTable3(path) === undefined) return text
  const label = `${cellLabel(path)} ${text} 件，看申请摘录`
  return html`<a href="${paths.extract(of.agency, of.year, of.edition, { cell: path })}" aria-label="${label}">${text}</a>`
}

/** What the checks say of the published report, openly. */
function standing({ findings, explanations }: Edition): Markup {
  if (findings.length === 0) {
    return html`<section class="standing" aria-label="检查结果"><h2>检查结果</h2><p>本报告表内数字平衡，文字与表格一致；上年报告在本站公布的，两年之间也衔接。</p></section>`
  }
  const noteOf = (rule: string) => explanations.findIndex(each => each.rule === rule) + 1
  return html`<section class="standing" aria-label="检查结果"><h2>检查结果：有 ${findings.length} 处需要说明</h2><ul>${findings.map(
    ({ message, rule, severity }) =>
      html`<li><span class="${severity}-mark">${severity === 'error' ? '不一致' : '提醒'}</span> ${message}${noteOf(rule) === 0 ? '' : html` <a href="#note-${noteOf(rule)}">本机关的说明</a>`}</li>`,
  )}</ul></section>`
}
