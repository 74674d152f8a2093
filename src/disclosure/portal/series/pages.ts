import { html } from 'hono/html'
import { inChinese } from '../../../statute/day.ts'
import { type Markup, pageDoors } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import { otherChannelLabel, type SeriesLine } from '../../channels/channel.ts'
import type { Collection } from '../../store/duties/collections.ts'
import type { SeriesStory } from '../../store/duties/series.ts'

/** 系列: stories, broadcasts and others that belong together; and 专题, whatever was made public on one matter. */
export function seriesListPage(lines: readonly SeriesLine[], gathered: readonly Collection[] = []): Markup {
  return html`<h1>系列报道和访谈</h1>
<p>机关通过报刊、广播、电视、新闻发布会等渠道，按系列连续公开的信息。</p>
${
  lines.length === 0
    ? html`<p>还没有系列。可以到<a href="${paths.disclosure()}">政府信息公开</a>查看其他信息。</p>`
    : html`<ul class="plain-list">${lines.map(
        ({ agency, name, agencyName, channel, held, planned, first, last, note }) =>
          html`<li><a href="${paths.oneSeries(agency, name)}">${name}</a>（${agencyName}，${otherChannelLabel[channel]}）：${held === 0 ? `计划中 ${planned} 条` : `${held} 条`}${first === null || last === null ? '' : `，${inChinese(first)}至${inChinese(last)}`}${note === '' ? '' : html`<br>${note}`}</li>`,
      )}</ul>`
}${
  gathered.length === 0
    ? ''
    : html`<h2>专题</h2>
<p>机关就同一件事公开的各种信息。</p>
<ul class="plain-list">${gathered.map(
        ({ name, agency, agencyName, count, last }) =>
          html`<li><a href="${paths.catalogue({ agency, series: name })}">${name}</a>（${agencyName}）：${count} 件，最近 ${inChinese(last)} 公开</li>`,
      )}</ul>`
}`
}

/** One series as its page shows it. */
export interface SeriesView {
  readonly line: SeriesLine
  readonly stories: readonly SeriesStory[]
  readonly total: number
  readonly page: number
  readonly size: number
  readonly year: number | undefined
  readonly years: readonly number[]
}

/** The stories of a series, the latest first, a page of them. */
export function seriesPage({ line, stories, total, page, size, year, years }: SeriesView): Markup {
  const { agency, name, agencyName, note, planned } = line
  return html`<h1>${name}</h1>
<p>${agencyName}，${otherChannelLabel[line.channel]}。${note}</p>
${years.length > 1 ? html`<nav aria-label="年份"><p><a href="${paths.oneSeries(agency, name)}">全部</a> ${years.map(each => html`<a href="${paths.oneSeries(agency, name, { year: each })}">${each} 年</a> `)}</p></nav>` : ''}
<p role="status">${year === undefined ? '' : `${year} 年`}共 ${total} 条${planned > 0 && year === undefined ? `，其中计划 ${planned} 条` : ''}。</p>
${
  stories.length === 0
    ? html`<p>这个系列还在计划中，没有内容。</p>`
    : html`<div class="table-frame" tabindex="0" role="region" aria-label="系列内容"><table class="list cards"><caption>系列内容</caption><thead><tr><th scope="col">标题</th><th scope="col">日期</th><th scope="col">媒体</th><th scope="col">版面或者频道</th></tr></thead><tbody>${stories.map(storyRow)}</tbody></table></div>`
}
${pageDoors(page, Math.ceil(total / size), next => paths.oneSeries(agency, name, { year, page: next }))}`
}

function storyRow(story: SeriesStory): Markup {
  const { onDay, plannedOn, title, medium, channel, evidence, link, item } = story
  const day = onDay !== null ? inChinese(onDay) : plannedOn === null ? '' : `计划 ${inChinese(plannedOn)}`
  const address = item !== null && story.public ? paths.item(item) : link
  const named = address === '' ? title : html`<a href="${address}">${title}</a>`
  return html`<tr><td>${named}</td><td data-label="日期">${day}</td><td data-label="媒体">${medium}（${otherChannelLabel[channel]}）</td>${evidence === '' ? html`<td>—</td>` : html`<td data-label="版面或者频道">${evidence}</td>`}</tr>`
}
