import { html } from 'hono/html'
import { momentInChinese } from '../../../statute/moment.ts'
import { type Markup, pageDoors } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import type { PublishedDemand } from '../../published/published.ts'

/** One page of the public answers. */
export interface AnswersView {
  readonly lines: readonly PublishedDemand[]
  readonly total: number
  readonly page: number
  readonly size: number
  readonly q: string
}

/** 公开的答复: searchable, the newest first. */
export function answersPage({ lines, total, page, size, q }: AnswersView): Markup {
  const last = Math.max(1, Math.ceil(total / size))
  const none = html`<p>没有${q === '' ? '公开的答复' : '符合条件的答复'}。<a href="${paths.fileDemand({ about: q || undefined })}">提交诉求</a>，由热线答复您。</p>`
  return html`<h1>12345诉求的公开答复</h1>
<p>这些问题有人问过，经选择公开。文字已隐去来电人的个人信息。问政策、条件和材料的，请看<a href="${paths.publicEntries({ q: q || undefined })}">常见问答</a>。</p>
<form class="filter" method="get" action="${paths.demandAnswers()}">
<label>查找 <input type="search" name="q" value="${q}" maxlength="60"></label><button>查找</button></form>
${total === 0 ? none : html`<p role="status">共 ${total} 条。</p><ul class="hits">${lines.map(({ demand, title, question, agencyName, publishedAt, same }) => html`<li><h2><a href="${paths.demandAnswer(demand)}">${title}</a></h2><p>${question.slice(0, 80)}</p><p class="note">${agencyName}　${momentInChinese(publishedAt)}${sameWords(same)}</p></li>`)}</ul>`}
${pageDoors(page, last, next => paths.demandAnswers({ q: q || undefined, page: next }))}`
}

/** One public answer; `told` where this browser said already that it has the same matter. */
export function answerPage(
  { demand, title, question, answer, agencyName, publishedAt, same }: PublishedDemand,
  told: boolean,
): Markup {
  return html`<h1>${title}</h1>
<p class="note">${agencyName}　${momentInChinese(publishedAt)}公开${sameWords(same)}</p>
<h2>问</h2>${question.split('\n').map(line => html`<p>${line}</p>`)}
<h2>答</h2>${answer.split('\n').map(line => html`<p>${line}</p>`)}
<p class="report-tools"></p>
<h2>您也有同样的问题吗</h2>
${told ? html`<p role="status">您已经表示有同样的问题。</p>` : html`<form method="post" action="${paths.sameForMe(demand)}"><p><button>我也有同样的问题</button></p><p class="note">只计数，不登记您是谁。</p></form>`}
<p>需要办理您那里的情况的，请<a href="${paths.fileDemand({ same: demand })}">提交诉求</a>，热线会把同一事项放在一起办理。</p>
<p><a href="${paths.demandAnswers()}">全部公开的答复</a></p>`
}

function sameWords(same: number): string {
  return same === 0 ? '' : `　有 ${same} 人有同样的问题`
}
