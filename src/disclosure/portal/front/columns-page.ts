import { html } from 'hono/html'
import type { Agency } from '../../../office/roles.ts'
import { dutyKindLabel, dutyKinds } from '../../../statute/proactive.ts'
import type { Markup } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import type { ShelfTally } from '../../store/shelf/counts.ts'
import type { ShelfLine } from '../../store/shelf/lines.ts'
import { linesList } from '../catalogue/lines.ts'

/** What the page of the five columns shows. */
export interface ColumnsView {
  readonly agencies: readonly Agency[]
  readonly tallies: readonly ShelfTally[]
  readonly newest: readonly ShelfLine[]
}

/** The five columns that the platform standard names, what the law lists with its counts, and each agency. */
export function columnsPage({ agencies, tallies, newest }: ColumnsView): Markup {
  const sum = (fits: (tally: ShelfTally) => boolean) =>
    tallies.reduce((all, tally) => (fits(tally) ? all + tally.items : all), 0)
  const total = sum(() => true)
  return html`<h1>政府信息公开</h1>
<ul class="tasks columns">
<li><a href="${paths.guide()}"><strong>政府信息公开指南</strong>怎样查阅、怎样申请，工作机构的地址和电话</a></li>
<li><a href="${paths.rules()}"><strong>政府信息公开制度</strong>《条例》和本地的公开制度</a></li>
<li><a href="${paths.catalogue()}"><strong>法定主动公开内容</strong>按机关、类别、主题和年度查找，共 ${total} 条</a></li>
<li><a href="${paths.reports()}"><strong>政府信息公开年报</strong>各机关历年的工作年度报告</a></li>
<li><a href="${paths.requests()}"><strong>依申请公开</strong>目录中没有的，可以申请公开</a></li>
</ul>
<h2>最新公开</h2>
${newest.length === 0 ? html`<p>还没有公开的信息。</p>` : linesList(newest)}
<h2>法定主动公开内容</h2>
<p class="note">类别依照《条例》第二十条、第二十一条。</p>
<ul class="duties">${dutyKinds.map(duty =>
    dutyLine(
      duty,
      sum(tally => tally.duty === duty),
    ),
  )}</ul>
<h2>按机关查找</h2>
<ul class="agencies">${agencies.map(({ code, name }) => html`<li><a href="${paths.catalogue({ agency: code })}">${name}</a>（${sum(({ agency }) => agency === code)}）</li>`)}</ul>
<h2>专门查找</h2>
<ul class="agencies">
<li><a href="${paths.documents()}">行政规范性文件库</a></li>
<li><a href="${paths.catalogue({ form: 'interpretation' })}">政策解读</a></li>
<li><a href="${paths.catalogue({ form: 'policyQuestions' })}">政策问答</a></li>
<li><a href="${paths.consultations()}">意见征集</a></li>
<li><a href="${paths.catalogue({ form: 'pressConference' })}">新闻发布会</a></li>
<li><a href="${paths.catalogue({ form: 'interview' })}">访谈</a></li>
<li><a href="${paths.catalogue({ form: 'story' })}">报刊广播电视报道</a></li>
<li><a href="${paths.series()}">系列报道和访谈</a></li>
<li><a href="${paths.results('permitResults')}">行政许可、处罚、强制和收费的结果</a></li>
<li><a href="${paths.openData()}">开放数据</a></li>
</ul>`
}

function dutyLine(duty: (typeof dutyKinds)[number], items: number): Markup {
  return html`<li><a href="${paths.catalogue({ duty })}">${dutyKindLabel[duty]}</a> <span class="count">${items} 条</span></li>`
}
