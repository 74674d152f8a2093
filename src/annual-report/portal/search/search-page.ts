import { html } from 'hono/html'
import type { Markup } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import { mostHits, type WordsHit } from '../../store/public.ts'
import { markedIn, type Piece, snippetsOf } from './snippets.ts'

/** What was asked and found. */
export interface SearchView {
  readonly q: string
  readonly words: readonly string[]
  readonly hits: readonly WordsHit[]
  readonly year: number | undefined
  readonly agency: string | undefined
  readonly page: number
  /** Where nothing was found: fewer words, and how many reports hold them. */
  readonly wider: readonly { readonly q: string; readonly count: number }[]
}

const size = 10

/** The results with their hits in context, and counts by year and agency to narrow them. */
export function searchPage(view: SearchView): Markup {
  const { q, words, hits, year, agency, page } = view
  if (words.length === 0) return empty()
  const chosen = hits.filter(
    hit => (year === undefined || hit.year === year) && (agency === undefined || hit.agency === agency),
  )
  const last = Math.max(1, Math.ceil(chosen.length / size))
  const at = Math.min(page, last)
  const to = (next: number) => paths.search({ q, year, agency, page: next })
  return html`<h1>搜索“${q}”</h1>
<p role="status">在已公布的年度报告中找到 ${chosen.length} 份${hits.length === mostHits ? `（只列最新的 ${mostHits} 份）` : ''}，按年度由新到旧排列。</p>
${hits.length === 0 ? widerWords(view) : facets(view, chosen)}
<ol class="hits" start="${(at - 1) * size + 1}">${chosen.slice((at - 1) * size, at * size).map(hit => hitItem(hit, words))}</ol>
${last === 1 ? '' : html`<ul class="pages">${at > 1 ? html`<li><a href="${to(at - 1)}" rel="prev">上一页</a></li>` : ''}<li>第 ${at} 页，共 ${last} 页</li>${at < last ? html`<li><a href="${to(at + 1)}" rel="next">下一页</a></li>` : ''}</ul>`}`
}

function empty(): Markup {
  return html`<h1>搜索年度报告</h1><p>请在页首的搜索框中填写要找的词，例如机关名称、年度，或报告正文中的词；多个词用空格隔开，报告须含有每一个词。</p>`
}

function hitItem(hit: WordsHit, words: readonly string[]): Markup {
  const [title = ''] = hit.text.split('\n')
  return html`<li><h2><a href="${paths.report(hit.agency, hit.year)}">${marked(markedIn(title, words))}</a></h2>
${snippetsOf(hit.text, words).map(pieces => html`<p>${marked(pieces)}</p>`)}<p class="note">${hit.publishedOn} 公布</p></li>`
}

function marked(pieces: readonly Piece[]): Markup[] {
  return pieces.map(({ text, found }) => (found ? html`<mark>${text}</mark>` : html`${text}`))
}

function facets({ q, hits, year, agency }: SearchView, chosen: readonly WordsHit[]): Markup {
  const years = [
    ...Map.groupBy(agency === undefined ? hits : hits.filter(hit => hit.agency === agency), hit => hit.year),
  ]
  const agencies = [
    ...Map.groupBy(year === undefined ? hits : hits.filter(hit => hit.year === year), hit => hit.agency),
  ]
  const link = (label: string, to: string, here: boolean) =>
    html`<li><a href="${to}"${here ? html` aria-current="true"` : ''}>${label}</a></li>`
  return html`<details class="facets"${chosen.length > size ? html` open` : ''}><summary>按年度和机关缩小范围</summary>
<ul class="views" aria-label="年度">${link('全部年度', paths.search({ q, agency }), year === undefined)}${years.map(([each, found]) => link(`${each}（${found.length}）`, paths.search({ q, agency, year: each }), each === year))}</ul>
<ul class="views" aria-label="机关">${link('全部机关', paths.search({ q, year }), agency === undefined)}${agencies.map(([each, found]) => link(`${found[0]?.name}（${found.length}）`, paths.search({ q, year, agency: each }), each === agency))}</ul></details>`
}

function widerWords({ wider, q }: SearchView): Markup {
  return html`<div class="refused"><p>没有一份报告同时含有这些词。可以换一个更短、更常用的词${wider.length === 0 ? '' : '，或者少用几个词'}：</p>
<ul>${wider.map(each => html`<li><a href="${paths.search({ q: each.q })}">${each.q}（${each.count} 份）</a></li>`)}<li><a href="${paths.reports({ q })}">在机关名称中找“${q}”</a></li><li><a href="${paths.reports()}">查看全部年度报告</a></li></ul></div>`
}
