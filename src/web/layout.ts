import { html } from 'hono/html'
import type { Markup } from './markup.ts'
import { metadata } from './metadata.ts'
import type { PageView } from './page-view.ts'
import { paths } from './paths.ts'

export type { Markup } from './markup.ts'
export type { PageView } from './page-view.ts'

const doors = [
  { label: '首页', path: paths.front() },
  { label: '政府信息公开', path: paths.disclosure(), besides: paths.documents() },
  { label: '政策文件', path: paths.documents() },
  { label: '依申请公开', path: paths.requests() },
  { label: '12345诉求', path: paths.hotline() },
  { label: '年报', path: paths.reports() },
  { label: '年报体检', path: paths.check() },
]
/** What a copy without a server holds of them. */
const stillDoors = doors.filter(({ path }) => path.startsWith(paths.disclosure()))

/** A whole page: head with the metadata that government sites must carry, header, the page itself, footer. */
export function page(view: PageView, main: Markup): Markup {
  const { site, title } = view
  return html`<!doctype html>
<html lang="zh-CN"${view.largeType ? html` class="large"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - ${site.name}</title>
${metadata(view)}
<link rel="stylesheet" href="${paths.styles()}">
<link rel="icon" href="${paths.icon()}" type="image/svg+xml">
${view.still ? '' : html`<link rel="alternate" type="application/atom+xml" title="新公开的信息" href="${paths.itemsFeed()}"><link rel="alternate" type="application/atom+xml" title="新公布的年度报告" href="${paths.feed()}">`}
${view.script || view.largeType ? html`<script src="${paths.script()}" defer></script>` : ''}
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
${view.still ? html`<p class="demo">这是网站公开内容在${view.still}的静态副本，申请公开等办事功能请到${original(view)}。</p>` : ''}
${site.demo ? html`<p class="demo">演示系统：云川市及其机构、人员和数字均为虚构。</p>` : ''}
${view.still ? stillHeader(view) : header(view)}
<main id="main" tabindex="-1">
${main}
</main>
${footer(view)}
</body>
</html>`
}

/** The site that a copy was made of; a link where the settings say where it stands. */
function original({ site, base }: PageView): Markup {
  return site.domain === 'localhost' ? html`原网站` : html`<a href="${base}/">原网站</a>`
}

/** Name, 长辈版, search, doors. */
function header(view: PageView): Markup {
  const { site, path } = view
  return html`<header>
<p class="site"><a href="${paths.front()}">${site.name}</a></p>
<p class="tools"><a href="${paths.largeType(!view.largeType, path)}">${view.largeType ? '标准版' : '长辈版'}</a></p>
<form class="search" role="search" method="get" action="${paths.search()}"><label for="q">搜索</label><input id="q" name="q" type="search" value="${view.q ?? ''}" maxlength="100" placeholder="标题、文号或正文中的词" data-suggest="${paths.suggest()}"><button>搜索</button></form>
${nav(doors, path)}
</header>`
}

/** The same where no server answers: the search is a page of its own. */
function stillHeader({ site, path, largeType }: PageView): Markup {
  return html`<header>
<p class="site"><a href="${paths.disclosure()}">${site.name}</a></p>
<p class="tools"><a href="${paths.search()}">搜索</a> <a href="${paths.largeType(!largeType, path)}">${largeType ? '标准版' : '长辈版'}</a></p>
${nav(stillDoors, path)}
</header>`
}

function nav(shown: readonly Door[], path: string): Markup {
  return html`<nav aria-label="栏目"><ul>${shown.map(
    door =>
      html`<li><a href="${door.path}"${isHere(door, path) ? html` aria-current="page"` : ''}>${door.label}</a></li>`,
  )}</ul></nav>`
}

interface Door {
  readonly label: string
  readonly path: string
  /** What stands below its address and belongs to another door. */
  readonly besides?: string
}

function isHere({ path: door, besides }: Door, path: string): boolean {
  if (besides !== undefined && path.startsWith(besides)) return false
  return door === '/' ? path === '/' : path.startsWith(door)
}

function footer({ site, still, path }: PageView): Markup {
  const lines = [
    ['主办单位', site.owner],
    ['联系方式', site.contact],
    ['网站标识码', site.idCode],
    ['ICP备案', site.icp],
    ['公安备案', site.policeRecord],
  ].filter(([, value]) => value !== '')
  const links = [
    [site.partyMarkUrl, '党政机关标识'],
    // Where the province's own door is not set, the house takes reports itself.
    [site.faultReportUrl || (still ? '' : paths.faults(path)), '我为政府网站找错'],
  ].filter(([to]) => to !== '')
  return html`<footer><ul>${lines.map(([label, value]) => html`<li>${label}：${value}</li>`)}${links.map(([to, label]) => html`<li><a href="${to}">${label}</a></li>`)}${still ? '' : html`<li><a href="${paths.subscriptions()}">订阅</a></li><li><a href="${paths.api()}">开放接口</a></li>`}</ul></footer>`
}
