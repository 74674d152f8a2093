import { html } from 'hono/html'
import { type Markup, option } from '../../../web/markup.ts'
import { type CompareQuery, paths } from '../../../web/paths.ts'
import { type Comparison, compare } from '../../compare.ts'
import type { AnnualReport } from '../../form.ts'
import { barChart } from './chart.ts'
import { type FigureSet, figureSets } from './figures.ts'

/** Another agency that published something. */
export interface Choice {
  readonly code: string
  readonly name: string
}

/** An agency over the years, beside another where one is chosen, and two reports cell by cell. */
export interface CompareView {
  readonly agency: Choice
  readonly other: Choice | undefined
  readonly agencies: readonly Choice[]
  readonly set: FigureSet
  /** First to last. */
  readonly reports: readonly AnnualReport[]
  readonly others: readonly AnnualReport[]
  readonly before: AnnualReport
  readonly after: AnnualReport
  readonly query: CompareQuery
}

/** 历年对比. */
export function comparePage(view: CompareView): Markup {
  const { agency, other, before, after, query } = view
  const comparison = compare(before, after)
  const name = (report: AnnualReport) =>
    other === undefined ? `${report.year} 年` : `${report.agency} ${report.year} 年`
  const title =
    other === undefined
      ? `${agency.name}：${before.year} 年与 ${after.year} 年对比`
      : `${name(before)}与${name(after)}对比`
  const files = (['csv', 'xlsx'] as const).map(
    kind =>
      html` <a href="${paths.compareFile(agency.code, kind, query)}" download>${kind === 'csv' ? 'CSV 表格' : 'Excel 表格'}</a>`,
  )
  return html`<h1>${title}</h1>
${choices(view)}
<h2>历年${view.set.label}</h2>
<div class="pair">${yearsChart(view)}${yearsTable(view)}</div>
<h2>主要变化</h2>
${comparison.sentences.length === 0 ? html`<p>两份报告的主要数字都为零。</p>` : html`<ul>${comparison.sentences.map(sentence => html`<li>${sentence}</li>`)}</ul>`}
<h2>逐格对比</h2>
<p>下载全部单元格：${files}</p>
${cellsTable(comparison, name(before), name(after))}`
}

function choices({ agency, other, agencies, set, reports, others, before, after }: CompareView): Markup {
  const years = (list: readonly AnnualReport[], chosen: number) =>
    list.map(({ year }) => option(String(year), `${year} 年`, String(chosen)))
  const beside = other === undefined ? reports : others
  return html`<form class="filter" method="get" action="${paths.compare(agency.code)}">
<label>图中的数字 <select name="figure">${figureSets.map(({ name, label }) => option(name, label, set.name))}</select></label>
<label>前一份 <select name="from">${years(reports, before.year)}</select></label>
<label>后一份 <select name="to">${years(beside, after.year)}</select></label>
<label>与另一机关对比 <select name="with"><option value="">不对比，只看本机关</option>${agencies.filter(({ code }) => code !== agency.code).map(({ code, name }) => option(code, name, other?.code))}</select></label>
<button>对比</button></form>`
}

function yearsOf({ reports, others }: CompareView) {
  const years = [...new Set([...reports, ...others].map(({ year }) => year))].sort((a, b) => a - b)
  return years.map(year => ({
    year,
    own: reports.find(report => report.year === year),
    other: others.find(report => report.year === year),
  }))
}

function yearsChart(view: CompareView): Markup {
  const { agency, other, set } = view
  const groups = yearsOf(view).map(({ year, own, other: beside }) => ({
    year,
    bars: set.rows.flatMap(({ label, of }) => [
      ...(own === undefined ? [] : [{ label, value: of(own), second: false }]),
      ...(beside === undefined ? [] : [{ label, value: of(beside), second: true }]),
    ]),
  }))
  const legend = other === undefined ? '' : `实心为${agency.name}，斜纹为${other.name}。`
  const chart = barChart(`历年${set.label}（${set.unit}）`, `${legend}数字见旁边的表。`, groups)
  return html`<figure>${chart}<figcaption class="note">单位：${set.unit}。${legend}</figcaption></figure>`
}

function yearsTable(view: CompareView): Markup {
  const { agency, other, set } = view
  const heads = set.rows.map(({ label }) => html`<th scope="col">${label}</th>`)
  const line = (report: AnnualReport, of: Choice) =>
    html`<tr><td><a href="${paths.report(of.code, report.year)}">${report.year}${other === undefined ? '' : ` ${of.name}`}</a></td>${set.rows.map(({ of: count }) => html`<td>${count(report) ?? '空白'}</td>`)}</tr>`
  return html`<div class="table-frame" tabindex="0" role="region" aria-label="历年${set.label}"><table class="list"><caption>历年${set.label}（${set.unit}）</caption><thead><tr><th scope="col">年度</th>${heads}</tr></thead>
<tbody>${yearsOf(view).map(({ own, other: beside }) => html`${own === undefined ? '' : line(own, agency)}${beside === undefined || other === undefined ? '' : line(beside, other)}`)}</tbody></table></div>`
}

function cellsTable({ cells }: Comparison, before: string, after: string): Markup {
  const shown = cells.filter(cell => cell.before !== 0 || cell.after !== 0)
  const change = (value: number | null) =>
    value === null ? '无法比较' : value === 0 ? '不变' : value > 0 ? `＋${value}` : `－${-value}`
  return html`<div class="table-frame" tabindex="0" role="region" aria-label="逐格对比"><table class="list"><caption>两份报告均为零的单元格不列出，共 ${cells.length - shown.length} 格</caption>
<thead><tr><th scope="col">项目</th><th scope="col">${before}</th><th scope="col">${after}</th><th scope="col">增减</th></tr></thead>
<tbody>${shown.map(cell => html`<tr><td>${cell.label}</td><td>${cell.before ?? '空白'}</td><td>${cell.after ?? '空白'}</td><td>${change(cell.change)}</td></tr>`)}</tbody></table></div>`
}
