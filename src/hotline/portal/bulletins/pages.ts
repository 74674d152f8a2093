import { html } from 'hono/html'
import { inChinese } from '../../../statute/day.ts'
import { type Markup, pageDoors } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import type { PublicBulletin } from '../../act/bulletins/public.ts'
import { bulletinTitle } from '../../bulletins/period.ts'
import type { BulletinTable } from '../../bulletins/tables.ts'
import type { BulletinLine } from '../../bulletins/view.ts'
import { dayOfMinute, minuteOf } from '../../working-time.ts'

const dayOfMoment = (moment: string | null) =>
  moment === null ? '' : inChinese(dayOfMinute(minuteOf(moment)))

/** 12345热线通报: the published bulletins, newest first. */
export function publicBulletinsPage({
  lines,
  total,
  page,
  size,
}: {
  readonly lines: readonly BulletinLine[]
  readonly total: number
  readonly page: number
  readonly size: number
}): Markup {
  const last = Math.max(1, Math.ceil(total / size))
  return html`<h1>12345热线通报</h1>
<p>热线每周、每月和每季向社会公布诉求和办理情况。已公布的通报不再改动，数字有误的另出新版并说明理由。</p>
${
  total === 0
    ? html`<p>还没有公布的通报。要了解正在治理的热点问题，请看<a href="${paths.hotlineProjects()}">热点问题及办理</a>。</p>`
    : html`<ul class="hits">${lines.map(({ id, kind, from, until, hotlineName, publishedAt }) => html`<li><h2><a href="${paths.hotlineBulletin(id)}">${bulletinTitle(kind, { from, until })}</a></h2><p class="note">${hotlineName}　${dayOfMoment(publishedAt)}公布</p></li>`)}</ul>`
}
${pageDoors(page, last, next => paths.hotlineBulletins({ page: next }))}`
}

/** One published bulletin. */
export function publicBulletinPage({
  id,
  edition,
  restated,
  publishedAt,
  content,
  tables,
  editions,
}: PublicBulletin): Markup {
  const { title, numbers, sections, cases } = content
  const newest = editions[0]?.edition ?? edition
  return html`<h1>${title}</h1>
<p class="note">${numbers.hotlineName}　${dayOfMoment(publishedAt)}公布　第 ${edition} 版　办理情况统计截至 ${dayOfMoment(new Date(Date.parse(numbers.asOf) - 1).toISOString())}</p>
${restated === '' ? '' : html`<p>本版更正理由：${restated}</p>`}
${edition === newest ? '' : html`<p role="status">这是以前的版本，<a href="${paths.hotlineBulletin(id)}">请看第 ${newest} 版</a>。</p>`}
${sections.map(({ title: name, words }) => html`<h2>${name}</h2>${words.split('\n').map(line => html`<p>${line}</p>`)}`)}
${cases.length === 0 ? '' : html`<h2>典型案例</h2>${cases.map(({ title: name, words }) => html`<h3>${name}</h3>${words.split('\n').map(line => html`<p>${line}</p>`)}`)}`}
${tables.map(tableOf)}
<h2>下载和各版</h2>
<ul><li><a href="${paths.hotlineBulletinFile(id, edition, 'docx')}">Word 文档</a></li><li><a href="${paths.hotlineBulletinFile(id, edition, 'pdf')}">PDF 文件</a></li>
${editions.map(each => html`<li><a href="${paths.hotlineBulletin(id, each.edition)}">第 ${each.edition} 版，${dayOfMoment(each.publishedAt)}公布</a>${each.restated === '' ? '' : `，更正理由：${each.restated}`}</li>`)}</ul>`
}

function tableOf({ title, head, rows, note }: BulletinTable, place: number): Markup {
  return html`<h2>附表${place + 1}　${title}</h2>
<div class="table-frame" tabindex="0" role="region" aria-label="${title}"><table class="list"><thead><tr>${head.map(name => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map(row => html`<tr>${row.map(({ text }, at) => (at === 0 ? html`<th scope="row">${text}</th>` : html`<td>${text}</td>`))}</tr>`)}</tbody></table></div>
${note === undefined ? '' : html`<p class="note">注：${note}</p>`}`
}
