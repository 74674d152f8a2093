import { html } from 'hono/html'
import { inChinese } from '../../../statute/day.ts'
import type { Markup } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import type { FoiStep } from '../../steps.ts'
import { refusedOrNot, remedyWords } from './remedy-words.ts'
import type { TrackView } from './view.ts'

/** What the applicant may do now, each a form of its own that works without a script. */
export function acts(view: TrackView): Markup {
  const { may, standing } = view
  const decided = standing.outcome !== null
  const all: (Markup | string)[] = [
    may.has('receiveCorrection') ? correction(view) : '',
    may.has('receiveReasons') ? words(view, reasonsForm) : '',
    standing.state === 'awaitingPayment' ? payment() : '',
    may.has('attach') ? attachment() : '',
    may.has('submit') && !decided ? words(view, otherForm) : '',
    may.has('submit') && decided ? words(view, reviewForm) : '',
    decided ? remedyWords(view) : '',
    may.has('proposePublication') && !refusedOrNot(view) ? words(view, publicationForm) : '',
    may.has('rate') ? rating(view) : '',
    may.has('withdraw') ? withdrawal() : '',
  ]
  return html`<h2>您可以</h2><div class="acts">${all}</div>`
}

interface WordsForm {
  readonly step: FoiStep
  readonly about: string
  readonly title: string
  readonly label: string
  readonly button: string
}

const reasonsForm: WordsForm = {
  ...{ step: 'receiveReasons', about: 'reasons', title: '说明理由' },
  ...{ label: '申请数量、频次的理由（《条例》第三十五条）', button: '提交理由' },
}
const otherForm: WordsForm = {
  ...{ step: 'submit', about: 'other', title: '补充说明' },
  ...{ label: '要向受理机关说明的事项', button: '提交说明' },
}
const reviewForm: WordsForm = {
  ...{ step: 'submit', about: 'review', title: '请受理机关复查' },
  ...{ label: '您认为答复有什么问题', button: '请求复查' },
}
const publicationForm: WordsForm = {
  ...{ step: 'proposePublication', about: 'publication', title: '建议主动公开' },
  ...{ label: '为什么应当向所有人公开（《条例》第四十四条）', button: '提出建议' },
}

function words(view: TrackView, { step, about, title, label, button }: WordsForm): Markup {
  const typed = view.refused?.typed.about === about ? (view.refused.typed.words ?? '') : ''
  return html`<details${typed === '' ? '' : html` open`}><summary>${title}</summary>
<form method="post" action="${paths.trackedStep(step)}"><input type="hidden" name="about" value="${about}">
<p><label>${label} <textarea name="words" rows="4" required maxlength="2000">${typed}</textarea></label></p><p><button>${button}</button></p></form></details>`
}

function correction({ standing, request, refused }: TrackView): Markup {
  const by = standing.correction?.answerBy
  const typed = refused?.step === 'receiveCorrection' ? (refused.typed.words ?? '') : request.description
  return html`<details open><summary>补正申请内容</summary>
<form method="post" action="${paths.trackedStep('receiveCorrection')}">
<p>${by === undefined ? '' : `请在 ${inChinese(by)}前提交。`}提交之日为收到补正之日，答复期限重新计算。</p>
<p><label>补正后的申请内容 <textarea name="words" rows="6" required maxlength="5000">${typed}</textarea></label></p><p><button>提交补正</button></p></form></details>`
}

function payment(): Markup {
  return html`<details open><summary>告知已缴费</summary>
<form method="post" action="${paths.trackedStep('submit')}"><input type="hidden" name="about" value="payment">
<p><label>缴费日期、方式和凭证号 <textarea name="words" rows="2" required maxlength="500"></textarea></label></p><p><button>告知已缴费</button></p>
<p class="note">机关核对到账后登记缴费，答复期限继续计算。</p></form></details>`
}

function attachment(): Markup {
  return html`<details><summary>补交材料</summary>
<form method="post" action="${paths.trackedStep('attach')}" enctype="multipart/form-data">
<p><label>材料是 <select name="purpose"><option value="application">申请材料</option><option value="identity">身份证明</option><option value="authority">代理授权材料</option></select></label></p>
<p><label>文件（不超过 50 MB） <input type="file" name="file" required></label></p><p><button>上传</button></p></form></details>`
}

const scores = ['非常不满意', '不满意', '基本满意', '满意', '非常满意']

function rating({ refused }: TrackView): Markup {
  const typed = refused?.step === 'rate' ? (refused.typed.words ?? '') : ''
  return html`<details${typed === '' ? '' : html` open`}><summary>评价这次办理</summary>
<form method="post" action="${paths.trackedStep('rate')}"><fieldset class="plain"><legend>满意程度</legend><ul class="choices">${scores.map((label, at) => html`<li><label><input type="radio" name="score" value="${at + 1}" required> ${label}</label></li>`).reverse()}</ul></fieldset>
<p><label>还想说的（可以不填） <textarea name="words" rows="3" maxlength="2000">${typed}</textarea></label></p><p><button>提交评价</button></p></form></details>`
}

function withdrawal(): Markup {
  return html`<details><summary>撤回申请</summary>
<form method="post" action="${paths.trackedStep('withdraw')}"><p>撤回后本申请不再处理，不能恢复；仍需要信息的，要重新申请。</p>
<p><label><input type="checkbox" name="sure" value="1" required> 我确认撤回</label></p><p><button>撤回申请</button></p></form></details>`
}
