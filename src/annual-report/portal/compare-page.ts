import { html } from 'hono/html'
import type { Markup } from '../../web/layout.ts'
import { paths } from '../../web/paths.ts'
import { compare } from '../compare.ts'
import type { AnnualReport } from '../form.ts'

/** One agency's reports of two years side by side, and the requests of all years as a chart with its table. */
export interface CompareView {
  readonly agency: string
  readonly name: string
  readonly years: readonly { readonly year: number; readonly received: number | null }[]
  readonly before: AnnualReport
  readonly after: AnnualReport
}

/** 历年对比. */
export function comparePage(view: CompareView): Markup {
  const { before, after, years } = view
  const { cells, sentences } = compare(before, after)
  const shown = cells.filter(cell => cell.before !== 0 || cell.after !== 0)
  const choice = (name: string, label: string, chosen: number) =>
    html`<label>${label} <select name="${name}">${years.map(
      ({ year }) => html`<option${year === chosen ? html` selected` : ''}>${year}</option>`,
    )}</select></label>`
  return html`<h1>${view.name}：${before.year} 年与 ${after.year} 年对比</h1>
<form class="filter" method="get" action="${paths.compare(view.agency)}">${choice('from', '前一年', before.year)}${choice('to', '后一年', after.year)}<button>对比</button></form>
<h2>历年收到申请</h2>
${chart(years)}
<table class="list"><caption>历年本年新收申请（件）</caption><thead><tr><th scope="col">年度</th><th scope="col">件数</th></tr></thead>
<tbody>${years.map(({ year, received }) => html`<tr><td><a href="${paths.report(view.agency, year)}">${year}</a></td><td>${received ?? '空白'}</td></tr>`)}</tbody></table>
<h2>主要变化</h2>
<ul>${sentences.map(sentence => html`<li>${sentence}</li>`)}</ul>
<h2>逐格对比</h2>
<div class="table-frame" tabindex="0" role="region" aria-label="逐格对比"><table class="list"><caption>两年均为零的单元格不列出</caption>
<thead><tr><th scope="col">项目</th><th scope="col">${before.year} 年</th><th scope="col">${after.year} 年</th><th scope="col">增减</th></tr></thead>
<tbody>${shown.map(cell => html`<tr><td>${cell.label}</td><td>${cell.before ?? '空白'}</td><td>${cell.after ?? '空白'}</td><td>${cell.change ?? '无法比较'}</td></tr>`)}</tbody></table></div>`
}

function chart(years: CompareView['years']): Markup {
  const most = Math.max(1, ...years.map(({ received }) => received ?? 0))
  const height = years.length * 32
  return html`<svg class="chart" viewBox="0 0 640 ${height}" role="img" aria-label="历年收到申请的条形图，数字见下表">${years.map(
    ({ year, received }, at) => {
      const width = Math.round(((received ?? 0) / most) * 500)
      return html`<text x="0" y="${at * 32 + 20}">${year}</text><rect x="48" y="${at * 32 + 6}" width="${width}" height="20"></rect><text x="${56 + width}" y="${at * 32 + 20}">${received ?? '空白'}</text>`
    },
  )}</svg>`
}
