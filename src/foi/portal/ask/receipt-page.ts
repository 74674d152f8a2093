import { html } from 'hono/html'
import type { Day } from '../../../statute/day.ts'
import { inChinese } from '../../../statute/day.ts'
import { answerPeriod } from '../../../statute/law.ts'
import type { Markup } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import type { Receipt } from '../../act/lodge.ts'

/** 回执: the numbers, the codes that are shown once, and what happens next, with dates. */
export function receiptPage(
  receipts: readonly Receipt[],
  { nameOf, today, confirmBy }: { nameOf: (agency: string) => string; today: Day; confirmBy: Day },
): Markup {
  return html`<h1>申请已提交</h1>
<p role="status">${receipts.length === 1 ? '您的申请已送达' : `您向 ${receipts.length} 个机关提出的申请已分别送达`}。请保存下面的查询码：它只显示这一次，查询、补正、撤回都要用它。</p>
<div data-kept="ask"></div>
<div class="table-frame"><table class="list"><caption>申请编号和查询码</caption><thead><tr><th scope="col">机关</th><th scope="col">编号</th><th scope="col">查询码</th></tr></thead>
<tbody>${receipts.map(({ agency, number, trackingCode }) => html`<tr><td>${nameOf(agency)}</td><td>${number}</td><td><code class="code">${trackingCode}</code></td></tr>`)}</tbody></table></div>
<p class="report-tools"></p>
<h2>接下来</h2>
<ol>
<li>${inChinese(today)}：申请已送达，编号如上。</li>
<li>${inChinese(confirmBy)}前：受理机关与您联系，双方确认收到申请；<strong>确认之日为收到申请之日</strong>（《条例》第三十一条）。</li>
<li>收到申请之日起 7 个工作日内：内容不明确的，机关一次告知您补正（第三十条）。</li>
<li>收到申请之日起 ${answerPeriod.value} 个工作日内：机关答复；需要延长的，最多再延长 20 个工作日，并事先告知您（第三十三条）。具体日期在确认后显示在查询页上。</li>
</ol>
<p><a href="${paths.track()}">现在就去查询</a>　<a href="${paths.requests()}">返回依申请公开</a></p>`
}
