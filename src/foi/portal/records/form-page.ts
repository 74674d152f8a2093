import { html } from 'hono/html'
import type { Agency } from '../../../office/roles.ts'
import { type Markup, option } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import { applicantKindLabel, applicantKinds } from '../../request.ts'

/** What was typed, so that nothing is lost. */
export interface RecordTyped {
  readonly agency: string
  readonly kind: string
  readonly name: string
  readonly document: string
  readonly contact: string
  readonly record: string
  readonly wanted: string
  readonly evidence: string
}

/** What is wrong with which field. */
export type RecordWrong = Readonly<Partial<Record<keyof RecordTyped | 'files', string>>>

/** 要求更正与自身相关的信息记录, Art. 41: which record, what is wrong, the evidence. */
export function recordForm(agencies: readonly Agency[], typed: RecordTyped, wrong: RecordWrong): Markup {
  const line = (field: keyof RecordTyped, label: string, more: Markup | string = '') =>
    html`<p class="field"><label for="f-${field}">${label}<span class="needed">*</span></label><input id="f-${field}" name="${field}" value="${typed[field]}" maxlength="300"${wrong[field] === undefined ? '' : html` aria-invalid="true"`} ${more}>${said(wrong[field])}</p>`
  const area = (field: 'record' | 'wanted' | 'evidence', label: string) =>
    html`<p class="field"><label for="f-${field}">${label}<span class="needed">*</span></label><textarea id="f-${field}" name="${field}" rows="4" maxlength="10000"${wrong[field] === undefined ? '' : html` aria-invalid="true"`}>${typed[field]}</textarea>${said(wrong[field])}</p>`
  const entries = Object.entries(wrong)
  return html`<h1>要求更正与自己有关的信息记录</h1>
<p>有证据证明行政机关提供的与您自身相关的政府信息记录不准确的，可以要求更正（《政府信息公开条例》第四十一条）。机关有权更正的，审核属实后更正并告知您；不归它更正的，转送有权更正的机关并告知您。</p>
${entries.length === 0 ? '' : html`<div class="refused" role="alert"><p>有 ${entries.length} 处需要修改，您填写的内容都还在；上传的文件请重新选择。</p><ul>${entries.map(([field, words]) => html`<li><a href="#f-${field}">${words}</a></li>`)}</ul></div>`}
<form class="ask" method="post" action="${paths.correctRecord()}" enctype="multipart/form-data">
<fieldset><legend>记录</legend>
<p class="field"><label for="f-agency">提供该记录的机关<span class="needed">*</span></label><select id="f-agency" name="agency">${option('', '请选择', typed.agency)}${agencies.map(({ code, name }) => option(code, name, typed.agency))}</select>${said(wrong.agency)}</p>
${area('record', '哪一项记录')}${area('wanted', '哪里不准确，正确的是什么')}${area('evidence', '证据')}
<p><label>证据材料 <input id="f-files" type="file" name="file" multiple></label></p>${said(wrong.files)}
</fieldset>
<fieldset><legend>您是谁</legend>
<p class="field"><label for="f-kind">类型</label><select id="f-kind" name="kind">${applicantKinds.map(kind => option(kind, applicantKindLabel[kind], typed.kind))}</select></p>
${line('name', '姓名或者单位名称', html`autocomplete="name"`)}${line('document', '证件号码', html`autocomplete="off"`)}${line('contact', '联系方式（电话或者电子邮箱）', html`autocomplete="tel"`)}
</fieldset>
<p><button>提交</button></p></form>`
}

function said(words: string | undefined): Markup | string {
  return words === undefined ? '' : html`<span class="wrong">${words}</span>`
}

/** The receipt: the code is shown this once. */
export function recordReceipt({ number, trackingCode }: { number: string; trackingCode: string }): Markup {
  return html`<h1>更正要求已提交</h1>
<p role="status">编号 ${number}。请保存查询码，它只显示这一次：</p>
<p><code class="code">${trackingCode}</code></p>
<p>受理机关审核证据后作出决定并告知您。<a href="${paths.track()}">凭查询码查看进度和决定</a></p>`
}
