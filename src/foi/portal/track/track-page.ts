import { html } from 'hono/html'
import { articleName } from '../../../statute/article.ts'
import { dayOf, inChinese } from '../../../statute/day.ts'
import type { Markup } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import { fileSize } from '../../giving/file-size.ts'
import { channelLabel, givingFormLabel, paperPurposeLabel, servingWayLabel } from '../../request.ts'
import { foiStateLabel } from '../../standing.ts'
import { acts } from './acts.ts'
import { proofTable } from './proof.ts'
import { nextWords, type TrackView } from './view.ts'

/** The door: the tracking code alone opens a request; a wrong code and none look the same. */
export function doorPage(refusal?: string): Markup {
  return html`<h1>查询申请的办理进度</h1>
${refusal === undefined ? '' : html`<p class="refused" role="alert">${refusal}</p>`}
<form method="post" action="${paths.track()}">
<p><label>查询码（提交申请时显示，共 22 位） <input name="code" required minlength="22" maxlength="40" autocomplete="off" spellcheck="false"></label></p>
<p><button>查询</button></p></form>
<p>查询码遗失的，请带身份证明到受理机关，或者打电话向受理机关询问；本系统不能找回查询码。</p>`
}

/** 办理进度: where it stands, what comes next, the timeline, the letters, and what the applicant may do. */
export function trackPage(view: TrackView): Markup {
  const { request, standing, agencyName, contact } = view
  return html`<h1>申请 ${request.number}</h1>
${view.refused === undefined ? '' : html`<p class="refused" role="alert">${view.refused.refusal.message}${view.refused.refusal.law === undefined ? '' : html`（依据：${articleName(view.refused.refusal.law)}）`}</p>`}
<p role="status"><strong>${foiStateLabel[standing.state] === '已办结' ? '已办结' : stateWords(view)}</strong>　${nextWords(view)}</p>
<dl class="facts">
<dt>受理机关</dt><dd>${agencyName}${contact === '' ? '' : `（${contact}）`}</dd>
<dt>申请内容</dt><dd class="said">${request.description}</dd>
<dt>提出方式</dt><dd>${channelLabel[request.channel]}</dd>
<dt>形式和途径</dt><dd>${givingFormLabel[request.givingForm]}，${servingWayLabel[request.servingWay]}</dd>
<dt>收到之日</dt><dd>${standing.receivedOn === null ? '尚未确认' : inChinese(standing.receivedOn)}</dd>
</dl>
${request.roundOf ? html`<p><a href="${paths.trackedRound('first')}">返回原申请</a></p>` : ''}
<h2>办理经过</h2>
<ol class="timeline">${view.timeline.map(({ on, label, words, round }) => html`<li><span class="on">${inChinese(dayOf(on))}</span> <strong>${label}</strong>${words === '' ? '' : html`<p class="said">${words}</p>`}${round === undefined ? '' : html`<p><a href="${paths.trackedRound(round)}">查看重新办理的申请</a></p>`}</li>`)}</ol>
${view.clock === null || view.clock.days.length === 0 ? '' : proofTable(view.clock)}
${letters(view)}
${papers(view)}
${acts(view)}
<form method="post" action="${paths.trackedEnd()}"><p><button class="plain">结束查询</button>　在公用电脑上查询的，请点“结束查询”。</p></form>`
}

/** The state in words for the applicant; what happens inside the office is 办理中. */
function stateWords({ standing: { state } }: TrackView): string {
  switch (state) {
    case 'arrived':
    case 'awaitingCorrection':
    case 'awaitingPayment':
    case 'ended':
      return foiStateLabel[state]
    case 'answered':
    case 'served':
      return '已答复'
    default:
      return '办理中'
  }
}

function letters({ letters: sent }: TrackView): Markup | string {
  if (sent.length === 0) return ''
  return html`<h2>文书</h2><ul class="files">${sent.map(({ id, title, number, sentOn }) => html`<li>${title}（${number}，${inChinese(dayOf(sentOn))}） <a href="${paths.trackedLetter(id, 'html')}">查看</a> <a href="${paths.trackedLetter(id, 'pdf')}">PDF</a> <a href="${paths.trackedLetter(id, 'docx')}">Word</a></li>`)}</ul>`
}

function papers({ papers: all }: TrackView): Markup | string {
  const open = all.filter(({ openToApplicant, purpose }) => openToApplicant && purpose !== 'identity')
  if (open.length === 0) return ''
  return html`<h2>材料</h2><ul class="files">${open.map(({ id, name, purpose, sizeBytes }) => html`<li><a href="${paths.trackedPaper(id)}">${name}</a> <span class="note">${paperPurposeLabel[purpose]}，${fileSize(sizeBytes)}</span></li>`)}</ul>`
}
