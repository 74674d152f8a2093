import { html } from 'hono/html'
import { momentInChinese } from '../../../statute/moment.ts'
import type { Markup } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import { saidByCaller } from '../../act/callback/rating.ts'
import type { DemandRecord } from '../../store/standing-row.ts'
import { level } from '../track/acts.ts'

const failureWords = { wrongNumber: '我没有反映过这件事', declined: '我不想评价' } as const

/** A rating as it is typed, and why it was refused. */
export interface RateTyped {
  readonly typed: Readonly<Record<string, string>>
  readonly refusal?: string | undefined
}

/** Rates by the link of a message. Whoever holds the telephone sees it: of a confidential demand nothing but its number. */
export function ratePage(
  code: string,
  { demand, events }: DemandRecord,
  { typed, refusal }: RateTyped,
): Markup {
  const answer = events.findLast(event => event.kind === 'fedBack')
  const shown = !demand.confidential && answer?.kind === 'fedBack'
  return html`<h1>评价诉求的办理</h1>
${refusal === undefined ? '' : html`<p class="refused" role="alert">${refusal}</p>`}
<dl class="facts"><dt>编号</dt><dd>${demand.number}</dd><dt>受理</dt><dd>${momentInChinese(demand.filedAt)}</dd>
${shown ? html`<dt>诉求</dt><dd>${demand.subject}</dd><dt>办理结果</dt><dd class="said">${answer.words}</dd>` : ''}</dl>
<form method="post" action="${paths.rateByLink(code)}">
${level('handling', '对办理过程', typed.handling)}
${level('result', '对办理结果', typed.result)}
<p><label>意见（不满意的请写明原因） <textarea name="words" rows="3" maxlength="2000">${typed.words ?? ''}</textarea></label></p>
<p><button>提交评价</button></p><p class="note">只能提交一次。不满意的，热线会按规定重新办理或者与您联系。</p></form>
<details><summary>不评价</summary>
<form method="post" action="${paths.rateByLink(code)}"><p>${saidByCaller.map(each => html`<button name="failure" value="${each}" class="plain">${failureWords[each]}</button>　`)}</p></form></details>`
}

/** What is said where a link opens nothing, or after the rating. */
export function rateToldPage(title: string, words: string): Markup {
  return html`<h1>${title}</h1><p role="status">${words}</p>
<p><a href="${paths.trackDemand()}">凭编号和查询码查看办理经过</a></p><p><a href="${paths.hotline()}">12345诉求</a></p>`
}
