import { html } from 'hono/html'
import type { Agency } from '../../../office/roles.ts'
import { type Markup, option } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import {
  applicantKindLabel,
  applicantKinds,
  givingFormLabel,
  givingForms,
  servingWayLabel,
  servingWays,
} from '../../request.ts'
import { alikeList } from './alike.ts'
import type { Typed, Wrong } from './entered.ts'
import type { Alike } from './look.ts'

/** The form as it is shown: what was typed, what is wrong, what is like it and already public. */
export interface AskView {
  readonly agencies: readonly Agency[]
  readonly typed: Typed
  readonly wrong: Wrong
  /** Undefined where nobody has looked yet. */
  readonly alike: readonly Alike[] | undefined
}

const files = '.pdf,.ofd,.doc,.docx,.xls,.xlsx,.pptx,.jpg,.jpeg,.png,.tif,.tiff,.txt'

/** 申请表, Art. 29: who, what, in which form, from whom. No purpose is asked. */
export function askPage(view: AskView): Markup {
  const { typed, wrong } = view
  const count = Object.keys(wrong).length
  return html`<h1>政府信息公开申请表</h1>
<p>依照《政府信息公开条例》第二十九条，申请须写明您是谁、要什么信息、希望以什么形式和途径获取。不问用途，不收费用（数量、频次明显超过合理范围的除外）。带<span class="needed">*</span>的必须填写。</p>
${count === 0 ? '' : html`<div class="refused" role="alert"><p>有 ${count} 处需要修改，您填写的内容都还在；上传的文件请重新选择。</p><ul>${Object.entries(wrong).map(([field, said]) => html`<li><a href="#f-${field}">${said}</a></li>`)}</ul></div>`}
<form class="ask" method="post" action="${paths.ask()}" enctype="multipart/form-data" data-keep="ask">
<input type="hidden" name="once" value="${typed.once}">
${what(view)}
${who(typed, wrong)}
${how(typed, wrong)}
${where(view)}
<p><button>提交申请</button></p>
<p class="note">提交后显示编号和查询码。查询码只显示一次，请保存。个人信息加密保存，只用于办理本申请。</p>
</form>`
}

function what({ typed, wrong, alike }: AskView): Markup {
  return html`<fieldset><legend>一、要申请的政府信息</legend>
${labelled('description', needed('名称、文号，或者便于查找的其他特征'), wrong, html`<textarea id="f-description" name="description" rows="8" maxlength="20000" aria-describedby="h-description"${invalid(wrong.description)}>${typed.description}</textarea>`)}
<p class="note" id="h-description">例如：2024 年度公共租赁住房分配结果；云川住建〔2024〕12 号。一件申请写一项信息，办得更快。不超过 5000 字。</p>
<p><button class="plain" name="look" value="1" formnovalidate>先看看是否已经公开</button></p>
<div id="alike" aria-live="polite" data-alike="${paths.askAlike()}">${alike === undefined ? '' : alikeList(alike)}</div>
<p><label>附件（可以不附；PDF、OFD、Word、Excel、PowerPoint、图片、文本，每个不超过 50 MB） <input type="file" name="material" multiple accept="${files}"></label></p>
${wrong.files === undefined ? '' : html`<p class="wrong" id="f-files">${wrong.files}</p>`}
</fieldset>`
}

function who(typed: Typed, wrong: Wrong): Markup {
  const byAgent = [typed.agentName, typed.agentDocument, typed.authority].some(each => each !== '')
  return html`<fieldset><legend>二、申请人</legend>
${labelled('kind', needed('申请人类型'), wrong, html`<select id="f-kind" name="kind">${applicantKinds.map(kind => option(kind, kind === 'other' ? '其他法人或者组织' : applicantKindLabel[kind], typed.kind))}</select>`)}
${line('name', '姓名或者单位名称', { typed, wrong, more: html`autocomplete="name"` })}
${line('document', '证件号码（居民身份证等；单位填统一社会信用代码）', { typed, wrong, more: html`autocomplete="off" data-private` })}
${line('contact', '联系方式（电话或者电子邮箱）', { typed, wrong, more: html`autocomplete="tel" data-private` })}
${line('address', '邮寄地址（选择邮寄的必填）', { typed, wrong, optional: true, more: html`autocomplete="street-address" data-private` })}
<p><label>身份证明的照片或者扫描件（可以稍后补交） <input type="file" name="identity" accept="${files}"></label></p>
<details${byAgent ? html` open` : ''}><summary>委托他人代为申请</summary>
${line('agentName', '代理人姓名', { typed, wrong, optional: true })}
${line('agentDocument', '代理人证件号码', { typed, wrong, optional: true, more: html`autocomplete="off" data-private` })}
${line('authority', '授权依据（如授权委托书、监护关系）', { typed, wrong, optional: true })}
<p><label>授权材料 <input type="file" name="authorityFile" accept="${files}"></label></p>
</details>
</fieldset>`
}

function how(typed: Typed, wrong: Wrong): Markup {
  return html`<fieldset><legend>三、获取信息的形式和途径</legend>
${choices('giving', '形式', { chosen: typed.giving, wrong: wrong.giving, all: givingForms.map(each => [each, givingFormLabel[each]] as const) })}
${choices('serving', '途径', { chosen: typed.serving, wrong: wrong.serving, all: servingWays.map(each => [each, servingWayLabel[each]] as const) })}
<p class="note">阅读、视听有困难的，可以在第一部分写明需要的帮助（《条例》第四十三条）。</p>
</fieldset>`
}

function where({ agencies, typed, wrong }: AskView): Markup {
  return html`<fieldset id="f-agencies"><legend>四、向哪个机关申请<span class="needed">*</span></legend>
<p class="note">选择几个机关，就是几件申请，各自答复。不确定的，选择最可能制作这项信息的机关；不归它的，它会告诉您该找谁。</p>
${wrong.agencies === undefined ? '' : html`<p class="wrong">${wrong.agencies}</p>`}
<ul class="choices">${agencies.map(({ code, name }) => html`<li><label><input type="checkbox" name="agencies" value="${code}"${typed.agencies.includes(code) ? html` checked` : ''}> ${name}</label></li>`)}</ul>
</fieldset>`
}

interface Line {
  readonly typed: Typed
  readonly wrong: Wrong
  readonly optional?: boolean
  readonly more?: Markup
}
type LineField = 'name' | 'document' | 'contact' | 'address' | 'agentName' | 'agentDocument' | 'authority'

function line(field: LineField, label: string, { typed, wrong, optional, more = html`` }: Line): Markup {
  const input = html`<input id="f-${field}" name="${field}" value="${typed[field]}" maxlength="300"${invalid(wrong[field])} ${more}>`
  return labelled(field, optional === true ? label : needed(label), wrong, input)
}

function labelled(field: keyof Typed, label: Markup | string, wrong: Wrong, input: Markup): Markup {
  return html`<p class="field"><label for="f-${field}">${label}</label>${input}
${wrong[field] === undefined ? '' : html`<span class="wrong" id="w-${field}">${wrong[field]}</span>`}</p>`
}

function needed(label: string): Markup {
  return html`${label}<span class="needed">*</span>`
}

function invalid(said: string | undefined): Markup | string {
  return said === undefined ? '' : html` aria-invalid="true"`
}

interface Choices {
  readonly chosen: string
  readonly wrong: string | undefined
  readonly all: readonly (readonly [string, string])[]
}

function choices(field: string, label: string, { chosen, wrong, all }: Choices): Markup {
  return html`<fieldset class="plain" id="f-${field}"><legend>${label}</legend>
${wrong === undefined ? '' : html`<p class="wrong">${wrong}</p>`}
<ul class="choices">${all.map(([value, words]) => html`<li><label><input type="radio" name="${field}" value="${value}"${value === chosen ? html` checked` : ''}> ${words}</label></li>`)}</ul></fieldset>`
}
