import { html } from 'hono/html'
import { momentInChinese } from '../../statute/moment.ts'
import type { Markup } from '../../web/markup.ts'
import { paths } from '../../web/paths.ts'
import type { PublishedDemand } from '../published/published.ts'

/** 12345诉求: what one comes for, how it goes, and what was answered to others. */
export function frontPage(newest: readonly PublishedDemand[]): Markup {
  return html`<h1>12345诉求</h1>
<ul class="tasks">
<li><a href="${paths.fileDemand()}"><strong>我要提诉求</strong>咨询、求助、投诉、举报、建议、表扬，一张表，可以附照片，可以要求保密</a></li>
<li><a href="${paths.publicEntries()}"><strong>查常见问答</strong>政策、条件、材料、地点，按平时说话的方式查找</a></li>
<li><a href="${paths.trackDemand()}"><strong>我要查进度、补充、评价或者撤回</strong>凭编号和查询码查看办理经过</a></li>
<li><a href="${paths.demandAnswers()}"><strong>看看别人的问题是怎样答复的</strong>已经公开的答复，可以搜索</a></li>
<li><a href="${paths.hotlineProjects()}"><strong>大家反映多的问题办得怎样</strong>专项治理：做了什么，前后诉求的变化</a></li>
<li><a href="${paths.hotlineBulletins()}"><strong>热线通报</strong>每月受理、办理和满意情况</a></li>
</ul>
<p class="note">紧急情况请直接拨打：报警 110，火警 119，急救 120。热线电话 12345，昼夜受理。</p>
<h2>怎样办理</h2>
<dl class="facts">
<dt>受理</dt><dd>登记后给您编号和查询码。能当场答复的，热线直接答复。</dd>
<dt>转办</dt><dd>不能直接答复的，按职责转给承办单位；<strong>期限从转办起算</strong>，单位退回时也照常计算。</dd>
<dt>多久办结</dt><dd>危险情况当日办理；其他诉求按类型有不同的工作日期限，查询页上写明期限和算式。</dd>
<dt>办完以后</dt><dd>承办单位反馈后，请您评价办理过程和办理结果；不满意的，可以要求重新办理。</dd>
<dt>要求保密</dt><dd>承办单位看不到您是谁，热线工作人员查看也要写明理由并留痕。</dd>
<dt>信息公开</dt><dd>要的是政府文件、数据等信息的，请<a href="${paths.requests()}">申请公开</a>；提错了也没关系，热线会替您转过去。</dd>
</dl>
${newest.length === 0 ? '' : html`<h2>最近公开的答复</h2><ul class="hits">${newest.map(({ demand, title, publishedAt }) => html`<li><a href="${paths.demandAnswer(demand)}">${title}</a> <span class="note">${momentInChinese(publishedAt)}</span></li>`)}</ul>`}`
}
