import { html } from 'hono/html'
import type { Agency } from '../../../office/roles.ts'
import { type Markup, option } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import { demandTypeLabel, demandTypes, longest } from '../../demand.ts'
import { mostPapers } from '../../papers/paper.ts'
import type { PublishedDemand } from '../../published/published.ts'
import type { Typed, Wrong } from './entered.ts'

/** The form as it is shown: what was typed, what is wrong, and what was answered to others. */
export interface FormView {
  readonly hotlines: readonly Agency[]
  readonly typed: Typed
  readonly wrong: Wrong
  /** Undefined where nobody has looked yet. */
  readonly alike: readonly PublishedDemand[] | undefined
  /** The published answer of the same matter. */
  readonly same: PublishedDemand | undefined
}

const accepted = '.jpg,.jpeg,.png,.pdf,.doc,.docx,.xls,.xlsx,.txt'

/** 提交诉求: what, where, who, in one page. */
export function formPage(view: FormView): Markup {
  const { hotlines, typed, wrong, same } = view
  const count = Object.keys(wrong).length
  if (hotlines.length === 0)
    return html`<h1>提交诉求</h1><p>本站还没有开通网上受理，请拨打 12345。</p><p><a href="${paths.hotline()}">返回12345诉求</a></p>`
  return html`<h1>提交诉求</h1>
<p>紧急情况请直接拨打 110、119、120。带<span class="needed">*</span>的必须填写。</p>
${count === 0 ? '' : html`<div class="refused" role="alert"><p>有 ${count} 处需要修改，您填写的内容都还在；选择的文件请重新选择。</p><ul>${Object.entries(wrong).map(([field, said]) => html`<li><a href="#f-${field}">${said}</a></li>`)}</ul></div>`}
${same === undefined ? '' : html`<p class="note">您表示与“<a href="${paths.demandAnswer(same.demand)}">${same.title}</a>”是同样的问题；热线会把两件事放在一起看。</p>`}
<form class="ask" method="post" action="${paths.fileDemand()}" enctype="multipart/form-data" data-keep="demand">
<input type="hidden" name="once" value="${typed.once}"><input type="hidden" name="same" value="${typed.same}">
${whatFields(view)}
${whereFields(typed, wrong)}
${whoFields(view)}
<p><button>提交诉求</button></p>
<p class="note">提交后显示编号和查询码，查询码只显示一次。个人信息加密保存，只用于办理这件诉求。</p>
</form>`
}

function whatFields({ hotlines, typed, wrong, alike }: FormView): Markup {
  return html`<fieldset><legend>一、什么事</legend>
${hotlines.length === 1 ? html`<input type="hidden" name="agency" value="${hotlines[0]?.code ?? ''}">` : labelled('agency', needed('受理热线'), wrong, html`<select id="f-agency" name="agency">${option('', '请选择', typed.agency)}${hotlines.map(({ code, name }) => option(code, name, typed.agency))}</select>`)}
<fieldset class="plain" id="f-type"><legend>${needed('类型')}</legend>
${wrong.type === undefined ? '' : html`<p class="wrong">${wrong.type}</p>`}
<ul class="choices">${demandTypes.map(type => html`<li><label><input type="radio" name="type" value="${type}"${type === typed.type ? html` checked` : ''}> ${demandTypeLabel[type]}</label></li>`)}</ul></fieldset>
${labelled('subject', needed('一句话说明'), wrong, html`<input id="f-subject" name="subject" value="${typed.subject}" maxlength="${longest.subject * 2}"${invalid(wrong.subject)}>`)}
${labelled('body', needed('详细情况（时间、经过、您的要求）'), wrong, html`<textarea id="f-body" name="body" rows="7" maxlength="20000"${invalid(wrong.body)}>${typed.body}</textarea>`)}
<p><button class="plain" name="look" value="1" formnovalidate>先看看别人的同类问题怎样答复</button></p>
<div id="alike" aria-live="polite" data-alike="${paths.demandsAlike()}">${alike === undefined ? '' : alikeAnswers(alike)}</div>
</fieldset>`
}

function whereFields(typed: Typed, wrong: Wrong): Markup {
  return html`<fieldset><legend>二、在哪里</legend>
${labelled('place', '地点（区县、街道、小区、门牌，越具体办得越快）', wrong, html`<input id="f-place" name="place" value="${typed.place}" maxlength="${longest.place * 2}">`)}
<p class="field"><label for="f-files">照片或者文件（可以不附，最多 ${mostPapers.atOnce} 个，每个不超过 50 MB）</label><input id="f-files" type="file" name="files" multiple accept="${accepted}"${invalid(wrong.files)}>
${wrong.files === undefined ? '' : html`<span class="wrong">${wrong.files}</span>`}</p>
</fieldset>`
}

function whoFields({ typed, wrong }: FormView): Markup {
  return html`<fieldset><legend>三、怎样联系您</legend>
${labelled('name', '姓名或者称呼', wrong, html`<input id="f-name" name="name" value="${typed.name}" maxlength="100" autocomplete="name">`)}
${labelled('phone', needed('联系电话'), wrong, html`<input id="f-phone" name="phone" type="tel" value="${typed.phone}" maxlength="60" autocomplete="tel" data-private${invalid(wrong.phone)}>`)}
<p><label><input type="checkbox" name="confidential" value="1"${typed.confidential ? html` checked` : ''}> 要求保密：承办单位看不到我的姓名和电话</label></p>
</fieldset>`
}

function labelled(field: keyof Typed, label: Markup | string, wrong: Wrong, input: Markup): Markup {
  return html`<p class="field"><label for="f-${field}">${label}</label>${input}
${wrong[field] === undefined ? '' : html`<span class="wrong">${wrong[field]}</span>`}</p>`
}

function needed(label: string): Markup {
  return html`${label}<span class="needed">*</span>`
}

function invalid(said: string | undefined): Markup | string {
  return said === undefined ? '' : html` aria-invalid="true"`
}

/** What was answered to others and is like what is being written. */
export function alikeAnswers(found: readonly PublishedDemand[]): Markup {
  if (found.length === 0)
    return html`<p class="note" role="status">没有找到同类问题的公开答复，请继续填写。</p>`
  return html`<section class="alike" aria-label="同类问题的答复"><h2>这些同类问题已经答复</h2>
<ul>${found.map(({ demand, title }) => html`<li><a href="${paths.demandAnswer(demand)}" target="_blank" rel="noopener">${title}</a></li>`)}</ul></section>`
}
