import { html } from 'hono/html'
import type { Markup } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'

/** What was typed, so that nothing is lost. */
export interface Typed {
  readonly text: string
  readonly previousText: string
}

const kinds = '.html,.htm,.txt,.md,.docx,.pdf,.xlsx,.json'

/** 年报体检: the form; what was wrong with the last try, where there was one. */
export function checkForm(refusal?: string, typed: Typed = { text: '', previousText: '' }): Markup {
  return html`<h1>年报体检</h1>
<p>选择或粘贴任何一份已公布的政府信息公开工作年度报告，即可看到表中数字是否对得上、文字与表格是否一致。文件不保存，也不需要注册。</p>
<form method="post" action="${paths.checkExample()}"><p>第一次用？<button class="plain">看一个示例的体检结果</button></p></form>
<form class="check" method="post" action="${paths.check()}" enctype="multipart/form-data">
${refusal === undefined ? '' : html`<p class="refused" role="alert">${refusal}</p>`}
<fieldset class="drop"><legend>要检查的年度报告</legend>
<p class="invite">可以把文件拖到这个框里。</p>
<p><label>年度报告文件（网页、Word、PDF、Excel、文本、JSON，不超过 20 MB） <input type="file" name="file" accept="${kinds}"></label></p>
<p><label>或者粘贴报告全文 <textarea name="text" maxlength="500000">${typed.text}</textarea></label></p>
</fieldset>
<fieldset class="drop"><legend>上年的年度报告（可以不填，用于检查跨年衔接）</legend>
<p class="invite">可以把文件拖到这个框里。</p>
<p><label>上年报告（文件） <input type="file" name="previous" accept="${kinds}"></label></p>
<details${typed.previousText === '' ? '' : html` open`}><summary>粘贴上年报告全文</summary><p><label>上年报告全文 <textarea name="previousText" maxlength="500000">${typed.previousText}</textarea></label></p></details>
</fieldset>
<p><button>开始体检</button></p>
</form>`
}
