import { html } from 'hono/html'
import { markedIn, type Piece, snippetsOf } from '../../../platform/text/snippets.ts'
import { type Markup, pageDoors } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import { theForm } from '../../forms.ts'
import { validityLabel } from '../../item.ts'
import { asksCharacters, asksNothing } from '../../store/search/asked.ts'
import type { ItemHit } from '../../store/search/hits.ts'
import { mostListed } from '../../store/search/search.ts'
import { facetLists } from './facets.ts'
import { searchAddress, size } from './query.ts'
import type { FoundElsewhere, SearchView } from './view.ts'

/** What was found: parts of the house with their counts, choices that narrow, hits in context. */
export function searchPage(view: SearchView): Markup {
  const { query, part, asked } = view
  if (asksNothing(asked)) return nothingAsked(query.q)
  const start = (query.page - 1) * size + 1
  const words = asked.writings.flat()
  return html`<h1>搜索“${query.q}”</h1>
${partsList(view)}
${meantList(view)}
${
  part.total === 0
    ? nothingFound(view)
    : html`<p role="status">${said(view)}${asksCharacters(asked) ? '单个字只在标题、文号、关键词和摘要中查找，输入两个字以上可以查找全文。' : ''}</p>
${part.name === 'items' ? sorts(view) : ''}
<div class="found">${part.name === 'items' ? facetLists(view) : ''}
<div><ol class="hits" start="${start}">${part.name === 'items' ? view.items.map(hit => itemHit(view, hit, words)) : view.others.map(hit => otherHit(hit, words))}</ol>
${pages(view)}
${part.name === 'items' ? follow(view) : ''}</div></div>`
}`
}

function nothingAsked(q: string): Markup {
  const signs = html`<p class="near" role="status">“${q}”里没有可以查找的字或者数字。</p>`
  return html`<h1>搜索</h1>${q === '' ? '' : signs}<p>请在页首的搜索框中填写要找的词：标题、正文或者附件中的词都可以，多个词用空格隔开，结果含有每一个词。手里有文件的，填写它的发文字号，例如“云政发〔2026〕3号”，括号和“第”“号”怎样写都可以。</p>
<ul><li><a href="${paths.catalogue()}">按机关、类别、年度查看政府信息公开目录</a></li><li><a href="${paths.documents()}">查看规范性文件库</a></li></ul>`
}

function said({ part, query }: SearchView): string {
  const count = part.exact ? `${part.total}` : `约 ${part.total}`
  const last = part.total > mostListed ? `，只列前 ${mostListed} 条，请缩小范围` : ''
  const order = query.sort === 'newest' ? '由新到旧' : '现行有效、符合程度高的在前'
  return `找到 ${count} 条${last}${part.name === 'items' ? `，${order}` : ''}。`
}

function partsList({ parts, part, query }: SearchView): Markup {
  return html`<ul class="views" aria-label="在哪里找">${parts.map(({ name, label, total, exact }) => {
    const to = paths.search({ q: query.q, in: name })
    return html`<li><a href="${to}"${name === part.name ? html` aria-current="page"` : ''}>${label}（${exact ? '' : '约 '}${total}）</a></li>`
  })}</ul>`
}

function meantList({ meant, query }: SearchView): Markup | string {
  return meant.length === 0
    ? ''
    : html`<p class="meant">您是不是要找：${meant.map(({ q, count }) => html`<a href="${paths.search({ q, sort: query.sort })}">${q}</a>（${count} 条） `)}</p>`
}

function sorts({ query }: SearchView): Markup {
  const link = (label: string, sort: 'newest' | undefined) =>
    html`<li><a href="${paths.search(searchAddress(query, { sort }))}"${sort === query.sort ? html` aria-current="true"` : ''}>${label}</a></li>`
  return html`<ul class="views" aria-label="排序">${link('按符合程度', undefined)}${link('按公开日期', 'newest')}</ul>`
}

function itemHit({ agencyNames }: SearchView, hit: ItemHit, words: readonly string[]): Markup {
  const { item, title, agency, form, documentNumber, validity, publishedOn, text } = hit
  const facts = [agencyNames.get(agency) ?? agency, theForm(form).label, documentNumber ?? '']
  const ended =
    validity === 'inForce' ? '' : html`<strong class="ended">${validityLabel[validity]}</strong>　`
  return html`<li><h2><a href="${paths.item(item)}">${marked(markedIn(title, words))}</a></h2>
${snippetsOf(text, words, 2).map(pieces => html`<p>${marked(pieces)}</p>`)}
<p class="note">${ended}${facts.filter(fact => fact !== '').join('　')}　<time datetime="${publishedOn}">${publishedOn}</time> 公开</p></li>`
}

function otherHit({ title, path, text, note }: FoundElsewhere, words: readonly string[]): Markup {
  return html`<li><h2><a href="${path}">${marked(markedIn(title, words))}</a></h2>
${snippetsOf(text, words, 2).map(pieces => html`<p>${marked(pieces)}</p>`)}<p class="note">${note}</p></li>`
}

function marked(pieces: readonly Piece[]): Markup[] {
  return pieces.map(({ text, found }) => (found ? html`<mark>${text}</mark>` : html`${text}`))
}

function pages({ query, part }: SearchView): Markup | string {
  const last = Math.min(mostListed / size, Math.ceil(part.total / size))
  return pageDoors(query.page, last, page => paths.search(searchAddress(query, { page })))
}

function follow({ query }: SearchView): Markup {
  const { q, agency, form, duty } = query
  const followed = { q, agency, form, duty }
  return html`<p class="note">有符合这次搜索的新内容时，可以<a href="${paths.subscriptions(followed)}">收到通知</a>，或者用<a href="${paths.itemsFeed(followed)}" type="application/atom+xml">订阅地址</a>。没有您要的？可以<a href="${paths.ask({ about: q, agency })}">申请公开“${q}”的信息</a>。</p>`
}

function nothingFound({ query, wider, asked }: SearchView): Markup {
  const narrowed = [query.agency, query.form, query.duty, query.year, query.validity].some(
    each => each !== undefined,
  )
  return html`<div class="refused"><p role="status">没有找到${asked.words.length > 1 ? '同时含有这些词的' : `含有“${query.q}”的`}内容。可以：</p>
<ul>${narrowed ? html`<li><a href="${paths.search({ q: query.q })}">去掉已选的条件，在全部内容中找</a></li>` : ''}
${wider.map(({ q, count }) => html`<li>改找“<a href="${paths.search({ q })}">${q}</a>”（${count} 条）</li>`)}
<li>换一个更短、更常用的词</li>
<li><a href="${paths.ask({ about: query.q, agency: query.agency })}">申请公开“${query.q}”的信息</a>，申请表中已填好这些词</li>
<li><a href="${paths.catalogue()}">按机关、类别、年度查看目录</a></li></ul></div>`
}
