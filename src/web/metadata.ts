import { html, raw } from 'hono/html'
import type { Markup } from './markup.ts'
import type { PageView } from './page-view.ts'
import { paths } from './paths.ts'

/** The metadata that the rules for government sites ask of every page, and the address that the page is known by. */
export function metadata({ site, title, column, article, base, path, data, canonical }: PageView): Markup {
  const named = ([name, content]: readonly [string, string]) =>
    html`<meta name="${name}" content="${content}">\n`
  const about =
    article === undefined ? (column?.description ?? `${site.name}：${title}`) : article.summary || title
  const all: readonly (readonly [string, string])[] = [
    ['SiteName', site.name],
    ['SiteDomain', site.domain],
    ['SiteIDCode', site.idCode],
    ...(column === undefined ? [] : columnNames(column)),
    ...(article === undefined
      ? []
      : ([
          ['ArticleTitle', title],
          ['PubDate', `${article.publishedOn} ${article.minute ?? '00:00'}`],
          ['ContentSource', article.source],
        ] as const)),
    ['Author', article?.source ?? (site.owner || site.name)],
    [
      'Keywords',
      [
        ...(article?.keywords ?? []),
        ...['政府信息公开', ...(column === undefined ? [] : [column.name]), title],
      ].join(','),
    ],
    // A summary of several lines is one sentence after the other here.
    ['Description', about.replace(/\s+/g, ' ').trim()],
  ]
  const known =
    base === undefined
      ? ''
      : html`${named(['Image', base + (article?.image ?? paths.icon())])}${named(['Url', base + path])}<link rel="canonical" href="${base + (canonical ?? path)}">`
  return html`${all.map(named)}${known}${data === undefined ? '' : script(data)}`
}

function columnNames({ name, description }: NonNullable<PageView['column']>): (readonly [string, string])[] {
  return [
    ['ColumnName', name],
    ['ColumnDescription', description],
    ['ColumnKeywords', name],
    ['ColumnType', '政府信息公开'],
  ]
}

/** JSON-LD; nothing in it can end the element. */
function script(data: object): Markup {
  const text = JSON.stringify(data).replaceAll('<', '\\u003c')
  return html`<script type="application/ld+json">${raw(text)}</script>`
}
