import { html } from 'hono/html'
import { inChinese } from '../../../statute/day.ts'
import type { Markup } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import type { Letter } from '../../letters/letter.ts'
import { type RecordCorrection, recordDecisionLabel } from '../../records/record-correction.ts'
import { letterHtml } from '../../render/html.ts'

/** Where a demand to correct a record stands: what was asked, and the letter that decides it. */
export function recordPage(asked: RecordCorrection, agencyName: string, letter: Letter | undefined): Markup {
  const { number, record, wanted, evidence, askedOn, decision } = asked
  return html`<h1>更正要求 ${number}</h1>
<p role="status"><strong>${decision === null ? '办理中' : recordDecisionLabel[decision.kind]}</strong></p>
<dl class="facts">
<dt>受理机关</dt><dd>${agencyName}</dd>
<dt>提出日期</dt><dd>${inChinese(askedOn)}</dd>
<dt>哪一项记录</dt><dd class="said">${record}</dd>
<dt>要求</dt><dd class="said">${wanted}</dd>
<dt>证据</dt><dd class="said">${evidence}</dd>
</dl>
${letter === undefined ? '' : letterHtml(letter)}
<p class="report-tools"></p>
<form method="post" action="${paths.trackedEnd()}"><p><button class="plain">结束查询</button></p></form>`
}
