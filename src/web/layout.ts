import { html } from 'hono/html'
import type { Site } from '../platform/settings.ts'
import type { Markup } from './markup.ts'
import { metadata } from './metadata.ts'
import type { PageView } from './page-view.ts'
import { paths } from './paths.ts'

export type { Markup } from './markup.ts'
export type { PageView } from './page-view.ts'

const doors = [
  { label: '首页', path: paths.front() },
  { label: '政府信息公开年报', path: paths.reports() },
  { label: '依申请公开', path: paths.requests() },
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
<link rel="icon" href="${paths.icon()}" type="image/svg+xml">
<link rel="alternate" type="application/atom+xml" title="新公布的年度报告" href="${paths.feed()}">
${view.script || view.largeType ? html`<script src="${paths.script()}" defer></script>` : ''}
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
${site.demo ? html`<p class="demo">演示系统：云川市及其机构、人员和数字均为虚构。</p>` : ''}
<header>
<p class="site"><a href="${paths.front()}">${site.name}</a></p>
<p class="tools"><a href="${paths.largeType(!view.largeType, path)}">${view.largeType ? '标准版' : '长辈版'}</a></p>
<form class="search" role="search" method="get" action="${paths.search()}"><label for="q">搜索年度报告</label><input id="q" name="q" type="search" value="${view.q ?? ''}" maxlength="100" placeholder="机关、年度或正文中的词"><button>搜索</button></form>
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

function footer(site: Site): Markup {
  const lines = [
    ['主办单位', site.owner],
    ['联系方式', site.contact],
    ['网站标识码', site.idCode],
    ['ICP备案', site.icp],
    ['公安备案', site.policeRecord],
  ].filter(([, value]) => value !== '')
  const links = [
    [site.partyMarkUrl, '党政机关标识'],
    [site.faultReportUrl, '我为政府网站找错'],
  ].filter(([to]) => to !== '')
  return html`<footer><ul>${lines.map(([label, value]) => html`<li>${label}：${value}</li>`)}${links.map(([to, label]) => html`<li><a href="${to}">${label}</a></li>`)}<li><a href="${paths.feed()}">新公布报告的订阅地址</a></li><li><a href="${paths.api()}">开放接口</a></li></ul></footer>`
}
