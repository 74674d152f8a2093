import { html } from 'hono/html'
import { momentInChinese } from '../../../statute/moment.ts'
import type { Markup } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import { demandTypeLabel } from '../../demand.ts'
import { demandStateLabel } from '../../standing.ts'
import { clockInWords, dueText, partInWords } from '../../tracking/clock-words.ts'
import { acts } from './acts.ts'
import type { TrackView } from './view.ts'

/** The door: number and code together open a demand; wrong ones and none look the same. */
export function doorPage({ number = '', refusal }: { number?: string; refusal?: string } = {}): Markup {
  return html`<h1>查询诉求的办理进度</h1>
${refusal === undefined ? '' : html`<p class="refused" role="alert">${refusal}</p>`}
<form method="post" action="${paths.trackDemand()}">
<p><label>编号（如 20260120-00031） <input name="number" value="${number}" required maxlength="40" autocomplete="off" spellcheck="false"></label></p>
<p><label>查询码（登记时给您的，共 22 位） <input name="code" required minlength="22" maxlength="40" autocomplete="off" spellcheck="false"></label></p>
<p><button>查询</button></p></form>
<p>查询码遗失的，请拨打 12345，凭登记时的电话询问。</p>`
}

/** 办理进度: where it is, how long it may take, what happened, and what the caller may do. */
export function trackPage(view: TrackView): Markup {
  const { demand, standing, agencyName, where, nobodysSince, refused } = view
  return html`<h1>诉求 ${demand.number}</h1>
${refused === undefined ? '' : html`<p class="refused" role="alert">${refused.refusal.message}</p>`}
<p role="status"><strong>${demandStateLabel[standing.state]}</strong>　${where}${nobodysSince === null ? '' : html`（自 ${momentInChinese(nobodysSince)} 起等待确定承办单位）`}</p>
<dl class="facts">
<dt>诉求</dt><dd>${demand.subject}</dd>
<dt>内容</dt><dd class="said">${demand.body}</dd>
${demand.place === '' ? '' : html`<dt>地点</dt><dd>${demand.place}</dd>`}
<dt>类型</dt><dd>${demandTypeLabel[demand.type]}${demand.confidential ? '，要求保密' : ''}</dd>
<dt>受理</dt><dd>${agencyName}，${momentInChinese(demand.filedAt)}</dd>
</dl>
${limit(view)}
<h2>办理经过</h2>
<ol class="timeline">${view.timeline.map(({ at, label, words }) => html`<li><span class="on">${momentInChinese(at)}</span> <strong>${label}</strong>${words === '' ? '' : html`<p class="said">${words}</p>`}</li>`)}</ol>
${papers(view)}
${acts(view)}
<form method="post" action="${paths.trackedDemandEnd()}"><p><button class="plain">结束查询</button>　在公用电脑上查询的，请点“结束查询”。</p></form>`
}

function limit({ clock }: TrackView): Markup | string {
  if (clock.state === 'notStarted') return ''
  return html`<h2>办理期限</h2>
<p>${clock.dueAt === null ? '' : `期限：${dueText(clock)}。`}${clockInWords(clock)}</p>
<details><summary>为什么：期限的算式</summary><ol>${clock.parts.map(part => html`<li>${partInWords(part)}</li>`)}</ol><p class="note">工作时间只计工作日的办公时间；单位之间退回、重新转办都不停表。</p></details>`
}

function papers({ papers: all }: TrackView): Markup | string {
  const open = all.filter(({ openToCaller }) => openToCaller)
  if (open.length === 0) return ''
  return html`<h2>照片和文件</h2><ul class="files">${open.map(({ id, name, ofCaller, addedAt }) => html`<li><a href="${paths.trackedDemandPaper(id)}">${name}</a> <span class="note">${ofCaller ? '您提交' : '办理单位提供'}，${momentInChinese(addedAt)}</span></li>`)}</ul>`
}
