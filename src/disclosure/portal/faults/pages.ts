import { html } from 'hono/html'
import { inChinese } from '../../../statute/day.ts'
import { type Markup, option } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import type { Fault } from '../../store/citizens/faults.ts'
import { faultKindLabel, faultKinds } from '../../voices.ts'

/** What was typed, so that nothing is lost. */
export interface FaultTyped {
  readonly path: string
  readonly kind: string
  readonly text: string
  readonly name: string
  readonly contact: string
  readonly once: string
  /** The code under which an earlier report is looked for. */
  readonly code: string
}

/** 我为政府网站找错: which page, what is wrong; and where an earlier report stands. */
export function faultForm(typed: FaultTyped, wrong: string): Markup {
  return html`<h1>我为政府网站找错</h1>
<p>发现页面打不开、内容有误、更新不及时或者泄露个人信息，请告诉我们。不必登录；留下联系方式，便于核实时与您联系。</p>
${wrong === '' ? '' : html`<p class="refused" role="alert">${wrong}您填写的内容都还在。</p>`}
<form class="ask" method="post" action="${paths.faults()}" data-keep="fault">
<input type="hidden" name="once" value="${typed.once}">
<fieldset><legend>问题</legend>
<p class="field"><label for="f-path">出错页面的地址（可以不填）</label><input id="f-path" name="path" value="${typed.path}" maxlength="500" placeholder="例如 /disclosure/catalogue"></p>
<p class="field"><label for="f-kind">哪一类<span class="needed">*</span></label><select id="f-kind" name="kind" required>${option('', '请选择', typed.kind)}${faultKinds.map(kind => option(kind, faultKindLabel[kind], typed.kind))}</select></p>
<p class="field"><label for="f-text">哪里有错，应当怎样<span class="needed">*</span></label><textarea id="f-text" name="text" rows="5" maxlength="4000" required>${typed.text}</textarea></p>
</fieldset>
<fieldset><legend>您是谁（可以不填）</legend>
<p class="field"><label for="f-name">姓名</label><input id="f-name" name="name" value="${typed.name}" maxlength="100" autocomplete="name"></p>
<p class="field"><label for="f-contact">电话或者电子邮箱</label><input id="f-contact" name="contact" value="${typed.contact}" maxlength="100" autocomplete="tel"></p>
</fieldset>
<p><button>提交</button></p></form>
<h2>查询处理结果</h2>
<form method="post" action="${paths.faultTracked()}"><p class="field"><label for="f-code">查询码</label><input id="f-code" name="code" value="${typed.code}" maxlength="40" autocomplete="off"></p><p><button class="plain">查询</button></p></form>`
}

/** The receipt: the code is shown this once. */
export function faultReceipt({ number, trackingCode }: { number: string; trackingCode: string }): Markup {
  return html`<h1>已收到，谢谢</h1>
<p role="status">编号 ${number}。我们核实后会改正并答复。请保存查询码，它只显示这一次：</p>
<p><code class="code">${trackingCode}</code></p>
<p><a href="${paths.faults()}">凭查询码查询处理结果</a></p>`
}

/** Where a report stands. */
export function faultPage({ number, kind, text, path, filedOn, valid, answer, answeredOn }: Fault): Markup {
  return html`<h1>找错 ${number}</h1>
<p role="status"><strong>${answeredOn === null ? '正在核实' : valid ? '属实，已处理' : '经核实不属实'}</strong></p>
<dl class="facts">
<dt>提出日期</dt><dd>${inChinese(filedOn)}</dd>
<dt>类别</dt><dd>${faultKindLabel[kind]}</dd>
${path === '' ? '' : html`<dt>页面</dt><dd><a href="${path}">${path}</a></dd>`}
<dt>说明</dt><dd class="said">${text}</dd>
${answeredOn === null ? '' : html`<dt>答复</dt><dd class="said">${answer}（${inChinese(answeredOn)}）</dd>`}
</dl>`
}

/** Thanks, and the way back. */
export function thanksPage(back: string): Markup {
  return html`<h1>感谢您的评价</h1><p role="status">您的评价已记下，用于改进这个页面。</p><p><a href="${back}">返回原页面</a></p>`
}

/** Was this page useful 本页是否有用: two buttons, a reason, and the way to report a fault; works without JavaScript. */
export function usefulForm(path: string): Markup {
  return html`<form class="useful no-print" method="post" action="${paths.useful()}">
<input type="hidden" name="path" value="${path}">
<p>这个页面对您有用吗？<button class="plain" name="useful" value="yes">有用</button></p>
<details><summary>没有用</summary><p class="field"><label for="u-why">为什么（可以不填）</label><input id="u-why" name="why" maxlength="500"></p><p><button class="plain" name="useful" value="no">提交</button></p></details>
<p><a href="${paths.faults(path)}">这个页面有错，告诉我们</a></p>
</form>`
}
