import { html } from 'hono/html'
import { type Day, inChinese } from '../../../statute/day.ts'
import { type Markup, pageDoors } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import type { EntrySource, PublicEntry, PublicEntryLine } from '../../knowledge/view.ts'
import { dayOfMinute, minuteOf } from '../../working-time.ts'

/** One page of the questions and answers. */
export interface QuestionsView {
  readonly lines: readonly PublicEntryLine[]
  readonly total: number
  readonly page: number
  readonly size: number
  readonly q: string
}

const of = (unitName: string | null) => unitName ?? '12345热线'

/** 常见问答: the public entries of the knowledge base, searched in the reader's own words. */
export function questionsPage({ lines, total, page, size, q }: QuestionsView): Markup {
  const last = Math.max(1, Math.ceil(total / size))
  const none = html`<p>没有找到${q === '' ? '' : `与“${q}”有关的`}问答。您可以看看<a href="${paths.demandAnswers({ q: q || undefined })}">别人的问题是怎样答复的</a>，或者<a href="${paths.fileDemand({ about: q || undefined })}">提交诉求</a>，由热线答复您。</p>`
  return html`<h1>常见问答</h1>
<p>热线和各单位共同维护的答复，按平时说话的方式写下问题就能查找。</p>
<form class="filter" method="get" action="${paths.publicEntries()}">
<label>您想问什么 <input type="search" name="q" value="${q}" maxlength="100" placeholder="例如：公租房要哪些材料"></label><button>查找</button></form>
${total === 0 ? none : html`<p role="status">${q === '' ? `共 ${total} 条，问得多的在前。` : `找到 ${total} 条，最贴近的在前。`}</p><ul class="hits">${lines.map(({ id, question, answer, unitName }) => html`<li><h2><a href="${paths.publicEntry(id)}">${question}</a></h2><p>${answer.length > 80 ? `${answer.slice(0, 80)}……` : answer}</p><p class="note">${of(unitName)}</p></li>`)}</ul>`}
${pageDoors(page, last, next => paths.publicEntries({ q: q || undefined, page: next }))}`
}

/** What this browser said of an entry before; undefined where it said nothing. */
export type SaidBefore = 'helped' | 'unhelpful' | undefined

/** One question with its answer, on what it rests, and whether it helped. */
export function questionPage(
  entry: PublicEntry & { readonly sources: readonly EntrySource[] },
  said: SaidBefore,
): Markup {
  const { id, question, answer, variants, unitName, hotlineName, validUntil, changedAt } = entry
  const asked = variants.filter(each => each !== '')
  return html`<h1>${question}</h1>
<p class="note">${of(unitName)}负责，${hotlineName}12345热线　${inChinese(dayOfMinute(minuteOf(changedAt)))}更新${validUntil === null ? '' : `，有效期至${inChinese(validUntil as Day)}`}</p>
${answer.split('\n').map(line => html`<p>${line}</p>`)}
${sources(entry.sources)}
${asked.length === 0 ? '' : html`<h2>别人也这样问</h2><ul>${asked.map(each => html`<li>${each}</li>`)}</ul>`}
<h2>这个答复对您有帮助吗</h2>
${vote(id, said)}
<p>需要办理您那里的情况的，请<a href="${paths.fileDemand({ about: question })}">提交诉求</a>。</p>
<p><a href="${paths.publicEntries()}">全部常见问答</a></p>`
}

function sources(all: readonly EntrySource[]): Markup | string {
  const [ended, grounds] = [all.filter(each => each.ended !== ''), all.filter(each => each.ended === '')]
  return html`${grounds.length === 0 ? '' : html`<h2>依据</h2><ul class="files">${grounds.map(({ item, title }) => html`<li><a href="${paths.item(item)}">${title}</a></li>`)}</ul>`}
${ended.length === 0 ? '' : html`<p class="refused" role="note">这个答复依据的文件${ended[0]?.ended}，热线正在核对。办理前请拨打 12345 确认。</p>`}`
}

function vote(id: string, said: SaidBefore): Markup {
  if (said === 'helped') return html`<p role="status">您已经表示有帮助，谢谢。</p>`
  if (said === 'unhelpful')
    return html`<p role="status">您已经表示没有帮助，热线会修改这个答复。急需答复的，请拨打 12345。</p>`
  return html`<form method="post" action="${paths.publicEntrySaid(id)}"><p><button name="helped" value="1">有帮助</button>　<button name="helped" value="0">没有帮助</button></p><p class="note">只计数，不登记您是谁。</p></form>`
}
