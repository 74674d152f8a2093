import { html } from 'hono/html'
import type { Markup } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import type { FilingReceipt } from '../../act/caller/filing.ts'
import { elsewhereToCaller } from '../../live/elsewhere.ts'

interface Told {
  /** How long a unit has, in words. */
  readonly period: string
  /** Other cities that the demand names. */
  readonly elsewhere: readonly string[]
}

/** 回执: the number, the code that opens the tracking page, and what happens next. */
export function receiptPage(
  { number, trackingCode, again }: FilingReceipt,
  { period, elsewhere }: Told,
): Markup {
  const told = again
    ? '这张表已经提交过，没有重复登记。编号和查询码如下'
    : '诉求已经登记。请保存下面的编号和查询码'
  const code = html`<p role="status">${told}：离开本页后不再显示，查询、补充、评价、撤回都要用它们。</p>
<dl class="facts"><dt>编号</dt><dd><code class="code">${number}</code></dd><dt>查询码</dt><dd><code class="code">${trackingCode}</code></dd></dl>`
  return html`<h1>诉求已登记</h1>
<div data-kept="demand"></div>
${code}
${elsewhere.length === 0 ? '' : html`<p class="note" role="note">${elsewhereToCaller(elsewhere)}诉求登记错了的，可以在查询页撤回。</p>`}
<p class="report-tools"></p>
<h2>接下来</h2>
<ol>
<li>热线看过以后，能答复的直接答复；其余的转给承办单位。</li>
<li>${period}单位退回的，期限照常计算，查询页上写明为什么、现在由谁负责。</li>
<li>承办单位反馈后，请在查询页评价；不满意的，可以要求重新办理。</li>
</ol>
<p><a href="${paths.trackDemand()}">现在就去查询</a>　<a href="${paths.hotline()}">返回12345诉求</a></p>`
}
