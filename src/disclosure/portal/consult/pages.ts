import { html } from 'hono/html'
import type { Agency } from '../../../office/roles.ts'
import { type Day, inChinese } from '../../../statute/day.ts'
import { type Markup, option, pageDoors } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import type { Consultation } from '../../store/citizens/consultations.ts'
import type { Opinion } from '../../store/citizens/opinions.ts'
import { adoptionLabel, adoptions, consultingState, voiceKindLabel, voiceKinds } from '../../voices.ts'

const stateLabel = { before: '尚未开始', open: '正在征集', closed: '已截止' } as const

/** The list of consultations as it is asked. */
export interface ConsultationsView {
  readonly lines: readonly Consultation[]
  readonly total: number
  readonly page: number
  readonly size: number
  readonly agency: string | undefined
  readonly agencies: readonly Agency[]
  readonly today: Day
}

/** 意见征集: what is open to opinions, and what became of earlier ones. */
export function consultationsPage(view: ConsultationsView): Markup {
  const { lines, total, page, size, agency, agencies, today } = view
  const nameOf = (code: string) => agencies.find(each => each.code === code)?.shortName ?? code
  return html`<h1>意见征集</h1>
<p>起草文件时，机关把草案公布出来征求意见。任何人都可以提，不必登录；每条意见都会说明是否采纳。</p>
<form class="filter" method="get"><label>机关 <select name="agency">${option('', '全部', agency ?? '')}${agencies.filter(({ standing }) => standing).map(({ code, name }) => option(code, name, agency))}</select></label>
<button>筛选</button></form>
${
  lines.length === 0
    ? html`<p role="status">${agency === undefined ? '现在' : `${nameOf(agency)}现在`}没有意见征集。${agency === undefined ? '' : html`<a href="${paths.consultations()}">查看全部机关的</a>。`}对政策有建议，可以<a href="${paths.faults()}">留言</a>或者<a href="${paths.ask()}">申请公开</a>。</p>`
    : html`<div class="table-frame" tabindex="0" role="region" aria-label="意见征集列表"><table class="list cards"><caption>共 ${total} 件，截止晚的在前</caption><thead><tr><th scope="col">名称</th><th scope="col">机关</th><th scope="col">起止</th><th scope="col">状态</th></tr></thead><tbody>${lines.map(
        each =>
          html`<tr><td><a href="${paths.consultation(each.id)}">${each.title}</a></td><td data-label="机关">${nameOf(each.agency)}</td><td data-label="起止">${each.closesOn === null ? '没有写明' : `${each.opensOn ?? ''} 至 ${each.closesOn}`}</td><td data-label="状态">${stateLabel[consultingState(each, today)]}${each.result === null ? '' : html`，<a href="${paths.item(each.result)}">结果</a>`}</td></tr>`,
      )}</tbody></table></div>`
}
${pageDoors(page, Math.ceil(total / size), next => paths.consultations({ agency, page: next }))}`
}

/** What was typed, so that nothing is lost. */
export interface OpinionTyped {
  readonly kind: string
  readonly text: string
  readonly name: string
  readonly contact: string
  readonly once: string
}

/** A consultation as its page shows it. */
export interface ConsultationView {
  readonly consultation: Consultation
  readonly agencyName: string
  readonly opinions: readonly Opinion[]
  readonly total: number
  readonly page: number
  readonly size: number
  readonly counts: ReadonlyMap<string, number>
  readonly typed: OpinionTyped
  readonly wrong: string
  readonly today: Day
  /** In a copy, which takes nothing: the full address where an opinion is given. */
  readonly original: string | undefined
}

/** One consultation: the draft, the form while it is open, the opinions with what became of them, the result. */
export function consultationPage(view: ConsultationView): Markup {
  const { consultation, agencyName, counts, today } = view
  const { id, title, summary, opensOn, closesOn, contact, result } = consultation
  const state = consultingState(consultation, today)
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return html`<h1>${title}</h1>
<dl class="facts">
<dt>征集机关</dt><dd>${agencyName}</dd>
<dt>起止日期</dt><dd>${closesOn === null ? '没有写明' : `${opensOn === null ? '' : inChinese(opensOn)} 至 ${inChinese(closesOn)}`}（${stateLabel[state]}）</dd>
${contact === null || contact === '' ? '' : html`<dt>联系方式</dt><dd>${contact}</dd>`}
<dt>收到意见</dt><dd>${all} 条${adoptions.map(each => ((counts.get(each) ?? 0) === 0 ? '' : `，${adoptionLabel[each]} ${counts.get(each)} 条`)).join('')}</dd>
</dl>
${summary === '' ? '' : html`<p>${summary}</p>`}
<p><a href="${paths.item(id)}">查看草案全文和附件</a>${result === null ? '' : html` · <a href="${paths.item(result)}">查看征集结果</a>`}</p>
${state === 'open' ? opinionForm(view) : notTaken(view)}
${opinionList(view)}`
}

function opinionForm({ consultation: { id }, typed, wrong, original }: ConsultationView): Markup {
  if (original !== undefined)
    return html`<h2 id="give">提意见</h2><p>请到原网站的这一页提：<a href="${original}">${original}</a></p>`
  return html`<h2 id="give">提意见</h2>
${wrong === '' ? '' : html`<p class="refused" role="alert">${wrong}您填写的内容都还在。</p>`}
<form class="ask" method="post" action="${paths.consultation(id)}" data-keep="opinion-${id}">
<input type="hidden" name="once" value="${typed.once}">
<p class="field"><label for="f-text">您的意见<span class="needed">*</span></label><textarea id="f-text" name="text" rows="6" maxlength="10000" required>${typed.text}</textarea></p>
<p class="field"><label for="f-kind">您是</label><select id="f-kind" name="kind">${voiceKinds.map(kind => option(kind, voiceKindLabel[kind], typed.kind))}</select></p>
<p class="field"><label for="f-name">姓名或者单位名称（可以不填）</label><input id="f-name" name="name" value="${typed.name}" maxlength="100" autocomplete="name"></p>
<p class="field"><label for="f-contact">电话或者电子邮箱（可以不填）</label><input id="f-contact" name="contact" value="${typed.contact}" maxlength="100" autocomplete="tel"></p>
<p class="note">姓名和联系方式加密保存，不公布。意见及采纳情况可能公布，请不要写入个人信息。</p>
<p><button>提交意见</button></p></form>`
}

/** What was typed while the time ran out is given back. */
function notTaken({ typed, wrong }: ConsultationView): Markup | string {
  if (wrong === '') return ''
  return html`<p class="refused" role="alert">${wrong}您填写的意见没有提交，可以从这里复制：</p>
<p class="field"><label for="f-text">您填写的意见</label><textarea id="f-text" rows="6" readonly>${typed.text}</textarea></p>`
}

function opinionList({
  consultation: { id },
  opinions,
  total,
  page,
  size,
}: ConsultationView): Markup | string {
  if (total === 0) return ''
  return html`<h2>意见和采纳情况</h2><ol class="plain-list" start="${(page - 1) * size + 1}">${opinions.map(
    ({ text, adopted, answer }) =>
      html`<li><p class="said">${text}</p><p><strong>${adopted === null ? '' : adoptionLabel[adopted]}</strong>${answer === null || answer === '' ? '' : `：${answer}`}</p></li>`,
  )}</ol>
${pageDoors(page, Math.ceil(total / size), next => `${paths.consultation(id)}?page=${next}`)}`
}

/** Thanks for an opinion. */
export function givenPage(item: string, number: number): Markup {
  return html`<h1>意见已提交</h1><p role="status">您的意见是第 ${number} 条。征集结束后，机关逐条说明采纳情况并公布结果。</p><p><a href="${paths.consultation(item)}">返回这项意见征集</a></p>`
}
