import { html } from 'hono/html'
import { inChinese } from '../../../statute/day.ts'
import type { Markup } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import { type ArticleChange, differenceOf, type Piece } from '../../difference.ts'
import { paragraphsOf } from '../../render/blocks.ts'
import type { Edition } from '../../store/editions.ts'
import type { ShelfHead } from '../../store/shelf/item.ts'
import { headOf, ownOf } from './head.ts'

/** Two editions of an item. */
export interface TwoEditions {
  readonly head: ShelfHead
  readonly from: Edition
  readonly to: Edition
}

/** What the later edition changed, article by article; marked by words and shapes as well as by colour. */
export function differencePage({ head, from, to }: TwoEditions): Markup {
  const changes = differenceOf(paragraphsOf(from.content.body), paragraphsOf(to.content.body))
  const count = (kind: ArticleChange['kind']) => changes.filter(each => each.kind === kind).length
  const facts = factsOf({ head, from, to })
  const told = (
    [
      ['changed', '改动'],
      ['added', '新增'],
      ['removed', '删去'],
      ['renumbered', '只改条号'],
      ['same', '没有改动'],
    ] as const
  ).flatMap(([kind, label]) => (count(kind) === 0 ? [] : [`${label} ${count(kind)} 处`]))
  return html`<h1>${to.content.title}：第 ${from.number} 版与第 ${to.number} 版的差异</h1>
<p>第 ${from.number} 版 ${inChinese(from.publishedOn)}公布，第 ${to.number} 版 ${inChinese(to.publishedOn)}公布${to.reason === '' ? '' : `，修改原因：${to.reason.replace(/。$/, '')}`}。<a href="${paths.item(head.item)}">看现行版</a></p>
<p role="status">正文${told.length === 0 ? '没有内容' : told.join('，')}。<del>【删】划线的文字</del>是删去的，<ins>【增】加底线的文字</ins>是新增的。</p>
${facts.length === 0 ? '' : html`<table class="list"><caption>基本信息的改动</caption><thead><tr><th scope="col">项目</th><th scope="col">第 ${from.number} 版</th><th scope="col">第 ${to.number} 版</th></tr></thead><tbody>${facts.map(([label, before, after]) => html`<tr><th scope="row">${label}</th><td>${before || '空白'}</td><td>${after || '空白'}</td></tr>`)}</tbody></table>`}
<h2>正文</h2>
<div class="difference">${changes.map(change)}</div>`
}

const label = {
  same: '',
  renumbered: '条号改动，文字未改',
  changed: '有改动',
  added: '新增',
  removed: '删去',
} as const satisfies Record<ArticleChange['kind'], string>

function change({ kind, before, after, pieces }: ArticleChange): Markup {
  const number =
    before === after || kind === 'added' || kind === 'removed'
      ? (after ?? before ?? '')
      : `${before ?? '（无条号）'}改为${after ?? '（无条号）'}`
  const said = html`${label[kind] === '' ? '' : html`<span class="kind">${label[kind]}</span> `}${number === '' ? '' : html`<strong>${number}</strong>　`}`
  return html`<p class="${kind}">${said}${pieces.map(piece)}</p>`
}

function piece({ kind, text }: Piece): Markup {
  if (kind === 'same') return html`${text}`
  return kind === 'removed' ? html`<del>【删】${text}</del>` : html`<ins>【增】${text}</ins>`
}

/** The lines of the head, of the form's own fields and of the attachments that are not alike. */
function factsOf({ head, from, to }: TwoEditions): (readonly [string, string, string])[] {
  const linesOf = (shown: Edition) => {
    const item = { head, shown, editions: [], relations: [], endings: [] }
    const files = shown.content.attachments
      .map(({ name, sha256 }) => `${name}（${sha256.slice(0, 8)}）`)
      .join('、')
    const all = [...headOf(item, shown.publishedOn), ...ownOf(item), ['摘要', shown.content.summary] as const]
    return new Map([...all, ['附件', files] as const])
  }
  const [old, now] = [linesOf(from), linesOf(to)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap(name => {
    const [before, after] = [old.get(name) ?? '', now.get(name) ?? '']
    return before === after || name === '有效性' ? [] : [[name, before, after] as const]
  })
}
