import { html } from 'hono/html'
import type { Markup } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import { satisfactionLabel, satisfactions } from '../../events.ts'
import { mostPapers } from '../../papers/paper.ts'
import type { DemandStep } from '../../steps.ts'
import type { TrackView } from './view.ts'

/** What the caller may do now, each a form of its own that works without a script. */
export function acts(view: TrackView): Markup | string {
  const { may } = view
  const all = [
    may.has('reopen') ? words(view, again) : '',
    may.has('callBack') ? rating(view) : '',
    may.has('note') ? adding(view) : '',
    may.has('urge') ? words(view, urging) : '',
    may.has('withdraw') ? withdrawal(view) : '',
  ]
  return html`<h2>您可以</h2><div class="acts">${all}</div>`
}

interface WordsForm {
  readonly step: DemandStep
  readonly title: string
  readonly label: string
  readonly button: string
}

const again: WordsForm = {
  ...{ step: 'reopen', title: '要求重新办理' },
  ...{ label: '还有什么没有解决（重新办理后，期限重新计算）', button: '要求重新办理' },
}
const urging: WordsForm = {
  ...{ step: 'urge', title: '催办', label: '请写明为什么着急', button: '催办' },
}

function typedOf({ refused }: TrackView, step: DemandStep): string | undefined {
  return refused?.step === step ? (refused.typed.words ?? '') : undefined
}

function words(view: TrackView, { step, title, label, button }: WordsForm): Markup {
  const typed = typedOf(view, step)
  return html`<details${typed === undefined ? '' : html` open`}><summary>${title}</summary>
<form method="post" action="${paths.trackedDemandStep(step)}">
<p><label>${label} <textarea name="words" rows="4" required maxlength="2000">${typed ?? ''}</textarea></label></p><p><button>${button}</button></p></form></details>`
}

function adding(view: TrackView): Markup {
  const typed = typedOf(view, 'note')
  return html`<details${typed === undefined ? '' : html` open`}><summary>补充情况、照片</summary>
<form method="post" action="${paths.trackedDemandStep('note')}" enctype="multipart/form-data">
<p><label>补充的内容 <textarea name="words" rows="4" maxlength="2000">${typed ?? ''}</textarea></label></p>
<p><label>照片或者文件（最多 ${mostPapers.atOnce} 个） <input type="file" name="files" multiple></label></p><p><button>补充</button></p></form></details>`
}

/** Five levels of which one is chosen. */
export function level(name: string, legend: string, chosen: string | undefined): Markup {
  return html`<fieldset class="plain"><legend>${legend}</legend><ul class="choices">${satisfactions.map(each => html`<li><label><input type="radio" name="${name}" value="${each}" required${chosen === each ? html` checked` : ''}> ${satisfactionLabel[each]}</label></li>`)}</ul></fieldset>`
}

function rating(view: TrackView): Markup {
  const typed = typedOf(view, 'callBack')
  const chosen = view.refused?.typed ?? {}
  const isRated = view.standing.satisfied !== null
  return html`<details${isRated && typed === undefined ? '' : html` open`}><summary>${isRated ? '再评价一次（已收到您的评价，以最后一次为准）' : '评价这次办理'}</summary>
<form method="post" action="${paths.trackedDemandStep('callBack')}">
${level('handling', '对办理过程', chosen.handling)}
${level('result', '对办理结果', chosen.result)}
<p><label>意见（不满意的请写明原因） <textarea name="words" rows="3" maxlength="2000">${typed ?? ''}</textarea></label></p><p><button>提交评价</button></p></form></details>`
}

function withdrawal(view: TrackView): Markup {
  const typed = typedOf(view, 'withdraw')
  return html`<details${typed === undefined ? '' : html` open`}><summary>撤回诉求</summary>
<form method="post" action="${paths.trackedDemandStep('withdraw')}"><p>撤回后不再办理，不能恢复；仍有需要的，要重新提交。</p>
<p><label>撤回的原因 <textarea name="words" rows="2" required maxlength="500">${typed ?? ''}</textarea></label></p>
<p><label><input type="checkbox" name="sure" value="1" required> 我确认撤回</label></p><p><button>撤回诉求</button></p></form></details>`
}
