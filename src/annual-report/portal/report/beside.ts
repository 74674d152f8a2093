import { html } from 'hono/html'
import type { Markup } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import { formatLabel, formats } from '../../printed/format.ts'
import type { EditionLine } from '../../view.ts'
import type { Difference } from './difference.ts'

/** What stands below a report. */
export interface BesideView {
  readonly agency: string
  readonly name: string
  readonly year: number
  /** The edition that is shown. */
  readonly edition: number
  readonly editions: readonly EditionLine[]
  /** Was an extract published with it? */
  readonly extracted: boolean
  readonly sizes: ReadonlyMap<string, number>
  /** The full address by which it is cited. */
  readonly address: string
}

/** Its files with kind and size, how to cite it, its editions with what each changed. */
export function besideReport(view: BesideView): Markup {
  const { agency, year, edition, editions, sizes, extracted } = view
  const latest = edition === editions.length
  const file = (format: string) =>
    latest ? paths.file(agency, year, format) : paths.editionFile(agency, year, edition, format)
  return html`<div class="beside"><h2>下载</h2>
<ul class="downloads">${formats.map(format => html`<li><a href="${file(format)}" download>${formatLabel[format]}</a>（${sizeWords(sizes.get(format) ?? 0)}）</li>`)}</ul>
${extracted ? html`<p>第三张表的每个数字都可以点开，看它由哪些申请相加得出，也可以<a href="${paths.extract(agency, year, edition)}">下载核验摘录，自己重新统计</a>。</p>` : ''}
<p class="report-tools"><a href="${paths.compare(agency)}">历年对比</a> <a href="${paths.agency(agency)}">本机关各年报告</a> </p>
<h2>引用格式</h2>
<p id="cite" class="cite">${citation(view)}</p>
<h2>版次</h2>
<ol>${editions.map(each => editionItem(view, each))}</ol></div>`
}

function editionItem({ agency, year }: BesideView, line: EditionLine): Markup {
  const { edition, publishedOn, reason, hash } = line
  const changed =
    edition === 1
      ? ''
      : html`<br><a href="${paths.difference(agency, year, edition - 1, edition)}">与第 ${edition - 1} 版的差异</a>`
  return html`<li><a href="${paths.edition(agency, year, edition)}">第 ${edition} 版</a>，${publishedOn} 公布${reason === null ? '' : `，更正原因：${reason}`}${changed}<br><span class="hash">校验码 ${hash}</span></li>`
}

/** GB/T 7714: who, what, kind, day of publication, address. */
function citation({ name, year, edition, editions, address }: BesideView): string {
  const on = editions.find(each => each.edition === edition)?.publishedOn ?? ''
  return `${name}. ${name}${year}年政府信息公开工作年度报告（第${edition}版）[EB/OL]. (${on}). ${address}.`
}

/** 12.3 KB, 1.2 MB. */
export function sizeWords(bytes: number): string {
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** What a correction changed, readable. */
export function differencePage(
  { agency, name, year }: { agency: string; name: string; year: number },
  editions: { from: EditionLine; to: EditionLine },
  { cells, prose }: Difference,
): Markup {
  const { from, to } = editions
  const words = { same: 'span', removed: 'del', added: 'ins' } as const
  return html`<h1>${name} ${year} 年度报告：第 ${from.edition} 版与第 ${to.edition} 版的差异</h1>
<p>第 ${from.edition} 版 ${from.publishedOn} 公布，第 ${to.edition} 版 ${to.publishedOn} 公布${to.reason === null ? '' : `，更正原因：${to.reason}`}。<a href="${paths.report(agency, year)}">看现行版</a></p>
<h2>表格</h2>
${
  cells.length === 0
    ? html`<p>表中数字没有改动。</p>`
    : html`<table class="list"><caption>改动的单元格，共 ${cells.length} 处</caption><thead><tr><th scope="col">项目</th><th scope="col">第 ${from.edition} 版</th><th scope="col">第 ${to.edition} 版</th></tr></thead><tbody>${cells.map(({ label, before, after }) => html`<tr><td>${label}</td><td>${before ?? '空白'}</td><td>${after ?? '空白'}</td></tr>`)}</tbody></table>`
}
<h2>文字</h2>
${prose.length === 0 ? html`<p>文字没有改动。</p>` : prose.map(({ section, sentences }) => html`<h3>${section}</h3><p>${sentences.map(({ kind, text }) => (words[kind] === 'span' ? html`${text}` : words[kind] === 'del' ? html`<del>【删】${text}</del>` : html`<ins>【增】${text}</ins>`))}</p>`)}`
}
