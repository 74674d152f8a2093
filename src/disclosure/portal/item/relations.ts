import { html } from 'hono/html'
import { inChinese } from '../../../statute/day.ts'
import type { Markup } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import { type ItemForm, theForm } from '../../forms.ts'
import { validityLabel } from '../../item.ts'
import type { ShelfItem } from '../../store/shelf/item.ts'
import type { Relation } from '../../store/shelf/relations.ts'

/** How each link reads from this item and from the other. */
const words = {
  interprets: { out: '本件解读的文件', back: '本件的解读' },
  repeals: { out: '本件废止的文件', back: '废止本件的文件' },
  revises: { out: '本件修订的文件', back: '修订本件的文件' },
} as const
/** Of a draft that was put to the public, and of what became of it. */
const ofOpinions: Partial<Record<ItemForm, string>> = {
  consultation: '征集结果',
  consultationResult: '征求意见的草案',
}
const kinds = ['interprets', 'repeals', 'revises'] as const

/** What it interprets, repeals and revises, and what does so to it. */
export function relationsOf({ relations, shown }: Pick<ShelfItem, 'relations' | 'shown'>): Markup | string {
  const groups = kinds.flatMap(kind =>
    [true, false].map(back => ({
      title: (kind === 'interprets' && ofOpinions[shown.content.form]) || words[kind][back ? 'back' : 'out'],
      found: relations.filter(each => each.kind === kind && each.back === back),
    })),
  )
  const some = groups.filter(({ found }) => found.length > 0)
  const unread = theForm(shown.content.form).inForce === true && groups[0]?.found.length === 0
  if (some.length === 0 && !unread) return ''
  return html`<section class="relations"><h2>相关文件</h2>${some.map(({ title, found }) => html`<h3>${title}</h3><ul>${found.map(one)}</ul>`)}${unread ? html`<p class="note">本件暂无已公开的解读。</p>` : ''}</section>`
}

function one({ item, title, documentNumber, validity, endsOn, publishedOn }: Relation): Markup {
  const from = endsOn === null ? '' : `自${inChinese(endsOn)}起`
  const standing = validity === 'inForce' ? '' : `　${from}${validityLabel[validity].replace('已', '')}`
  return html`<li><a href="${paths.item(item)}">${title}</a>${documentNumber === null ? '' : `（${documentNumber}）`}<span class="note">　${publishedOn} 公开${standing}</span></li>`
}
