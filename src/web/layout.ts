import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Site } from '../platform/settings.ts'
import { paths } from './paths.ts'

/** A fragment of markup, escaped. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

/** What every page of the portal shares. */
export interface PageView {
  readonly title: string
  readonly site: Site
  /** The page's own address, with its query. */
  readonly path: string
  /** 长辈版: larger type. */
  readonly largeType: boolean
  /** The column that a list page belongs to. */
  readonly column?: { readonly name: string; readonly description: string } | undefined
  /** What a content page is about. */
  readonly article?: { readonly publishedOn: string; readonly source: string } | undefined
}

const doors = [
  { label: '首页', path: paths.front() },
  { label: '政府信息公开年报', path: paths.reports() },
  { label: '年报体检', path: paths.check() },
]

/** A whole page: head with the metadata that government sites must carry, header, the page itself, footer. */
export function page(view: PageView, main: Markup): Markup {
  const { site, title, path } = view
  return html`<!doctype html>
<html lang="zh-CN"${view.largeType ? html` class="large"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - ${site.name}</title>
${metadata(view)}
<link rel="stylesheet" href="${paths.styles()}">
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
${site.demo ? html`<p class="demo">演示系统：云川市及其机构、人员和数字均为虚构。</p>` : ''}
<header>
<p class="site"><a href="${paths.front()}">${site.name}</a></p>
<p class="tools"><a href="${paths.largeType(!view.largeType, path)}">${view.largeType ? '标准版' : '长辈版'}</a></p>
<nav aria-label="栏目"><ul>${doors.map(
    door =>
      html`<li><a href="${door.path}"${isHere(door.path, path) ? html` aria-current="page"` : ''}>${door.label}</a></li>`,
  )}</ul></nav>
</header>
<main id="main" tabindex="-1">
${main}
</main>
${footer(site)}
</body>
</html>`
}

function isHere(door: string, path: string): boolean {
  return door === '/' ? path === '/' : path.startsWith(door)
}

function metadata({ site, title, column, article }: PageView): Markup {
  const named = (name: string, content: string) => html`<meta name="${name}" content="${content}">\n`
  return html`${named('SiteName', site.name)}${named('SiteDomain', site.domain)}${named('SiteIDCode', site.idCode)}${
    column === undefined
      ? ''
      : html`${named('ColumnName', column.name)}${named('ColumnDescription', column.description)}${named('ColumnKeywords', column.name)}${named('ColumnType', '政府信息公开')}`
  }${
    article === undefined
      ? ''
      : html`${named('ArticleTitle', title)}${named('PubDate', `${article.publishedOn} 00:00`)}${named('ContentSource', article.source)}`
  }`
}

function footer(site: Site): Markup {
  const lines = [
    ['主办单位', site.owner],
    ['联系方式', site.contact],
    ['网站标识码', site.idCode],
    ['ICP备案', site.icp],
    ['公安备案', site.policeRecord],
  ].filter(([, value]) => value !== '')
  return html`<footer><ul>${lines.map(([label, value]) => html`<li>${label}：${value}</li>`)}${
    site.faultReportUrl === '' ? '' : html`<li><a href="${site.faultReportUrl}">我为政府网站找错</a></li>`
  }</ul></footer>`
}
