import { html, raw } from 'hono/html'
import { type Day, dayOf, inChinese, isDay } from '../../../statute/day.ts'
import type { Markup } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import { cleanBody } from '../../read/clean.ts'
import { consultingState } from '../../voices.ts'
import { besideItem } from './beside.ts'
import { headOf, ownOf, ranOut } from './head.ts'
import { relationsOf } from './relations.ts'
import type { ItemView } from './view.ts'

/** An item: its head table, the text set like a printed document, its files, what hangs together with it, its editions. */
export function itemPage(view: ItemView): Markup {
  const { head, shown, today } = view
  const { title, documentNumber, body, summary } = shown.content
  const own = ownOf(view)
  return html`${notices(view)}
${headList(headOf(view, today))}
<article class="official">
<h1>${title}</h1>
${documentNumber === null ? '' : html`<p class="number">${documentNumber}</p>`}
<p class="note published">${head.agencyName}　<time datetime="${shown.publishedOn}">${inChinese(shown.publishedOn)}</time>${shown.number > 1 ? `　第 ${shown.number} 版` : ''}</p>
${summary === '' ? '' : html`<p class="summary"><strong>摘要：</strong>${summary}</p>`}
${own.length === 0 ? '' : html`<dl class="own">${own.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`}
<div class="body">${raw(cleanBody(body))}</div>
${rowsOf(view)}
</article>
${attachmentsOf(view)}
${relationsOf(view)}
${besideItem(view)}`
}

/** The head of an item: what, and its value. */
export function headList(rows: readonly (readonly [label: string, value: string])[]): Markup {
  return html`<dl class="head">${rows.map(([label, value]) => html`<div${value.length > 24 ? html` class="wide"` : ''}><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`
}

/** What a reader must know before reading: an older edition, no longer in force, published before its review. */
function notices({ head, shown, endings, relations, today }: ItemView): Markup {
  const ended = endings.at(-1)
  const until = ended === undefined ? ranOut(shown, today) : undefined
  const by = relations.find(({ back, item }) => back && item === ended?.byItem)
  const what = { revised: '修订', repealed: '废止', expired: '失效' } as const
  return html`${
    shown.number === head.edition
      ? ''
      : html`<p class="refused">这是第 ${shown.number} 版，已由<a href="${paths.item(head.item)}">第 ${head.edition} 版</a>代替。<a href="${paths.itemDifference(head.item, shown.number, head.edition)}">看两版的差异</a></p>`
  }${
    ended === undefined
      ? ''
      : html`<p class="refused">本文件自${inChinese(ended.endsOn)}起${ended.endsOn > today ? '将' : '已'}${what[ended.validity]}，依据：${by === undefined ? ended.byWords : html`<a href="${paths.item(by.item)}">${ended.byWords}</a>`}。</p>`
  }${until === undefined ? '' : html`<p class="refused">本文件有效期至${until}，已失效。</p>`}${head.unreviewed && shown.number === head.edition ? html`<p class="near">本信息因情况紧急先行发布${shown.urgent === null ? '' : `（理由：${shown.urgent}）`}，正在补作审查。</p>` : ''}${consulting(shown.content, head.item, today)}`
}

/** Where the public says what it thinks of a draft, as long as it may; later, what became of it. */
function consulting({ form, own }: ItemView['shown']['content'], item: string, today: Day): Markup | string {
  if (form !== 'consultation') return ''
  const dayIn = (text = '') => (isDay(text) ? dayOf(text) : null)
  const days = { opensOn: dayIn(own.opensOn), closesOn: dayIn(own.closesOn) }
  const state = consultingState(days, today)
  const said = {
    before: `${days.opensOn === null ? '' : `自${inChinese(days.opensOn)}起`}征求意见，还没有开始。`,
    open: `正在征求意见${days.closesOn === null ? '' : `，${inChinese(days.closesOn)}截止`}。`,
    closed: '征求意见已经截止。',
  }
  const door = { before: '看怎样提意见', open: '我要提意见', closed: '看收到的意见和采纳情况' }
  return html`<p class="${state === 'closed' ? 'note' : 'near'}">${said[state]}<a href="${paths.consultation(item)}">${door[state]}</a></p>`
}

function rowsOf({ shown }: ItemView): Markup | string {
  const { rows, form } = shown.content
  return rows === null || rows.count === 0
    ? ''
    : html`<p><a href="${paths.results(form, { batch: rows.batch })}">查询本批结果（共 ${rows.count} 条）</a></p>`
}

function attachmentsOf({ head, shown, still }: ItemView): Markup | string {
  const { attachments } = shown.content
  if (attachments.length === 0) return ''
  return html`<section class="attachments"><h2>附件</h2><ul>${attachments.map(
    ({ file, name, sizeBytes }) =>
      html`<li><a href="${paths.itemFile(head.item, file)}" download="${name}">${name}</a>（${kindOf(name)}，${sizeWords(sizeBytes)}）${still ? '' : html`　<a href="${paths.itemFilePreview(head.item, file)}" aria-label="预览${name}">预览</a>`}</li>`,
  )}</ul></section>`
}

function kindOf(name: string): string {
  const ending = /\.([a-z\d]{1,5})$/i.exec(name)?.[1]
  return ending === undefined ? '文件' : `${ending.toUpperCase()} 文件`
}

/** 12.3 KB, 1.2 MB. */
export function sizeWords(bytes: number): string {
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
