import type { DutyKind } from '../statute/proactive.ts'
import { dutyKindLabel } from '../statute/proactive.ts'
import { type ItemForm, theForm } from './forms.ts'
import type { ItemContent } from './item.ts'

/** What one follows: a document, or all that comes to be public under these filters. */
export interface Following {
  readonly item?: string | undefined
  readonly q?: string | undefined
  readonly agency?: string | undefined
  readonly form?: ItemForm | undefined
  readonly duty?: DutyKind | undefined
  readonly series?: string | undefined
}

/** What moved, with what a follower is told of it. */
export interface Moved {
  readonly change: number
  readonly item: string
  readonly what: 'published' | 'revised' | 'withdrawn' | 'restored' | 'ended' | 'reviewed'
  readonly at: string
  readonly agency: string
  readonly content: Pick<
    ItemContent,
    'title' | 'summary' | 'keywords' | 'documentNumber' | 'form' | 'duty' | 'series'
  >
  /** The body without its tags. */
  readonly text: string
  /** Why a new edition came, why it was withdrawn, by what it was ended. */
  readonly reason: string
}

/** What moved, as a letter and a feed say it. */
export const movedLabel = {
  published: '新公开',
  revised: '新版本',
  withdrawn: '已撤下',
  restored: '恢复公开',
  ended: '效力变化',
  reviewed: '已补作审查',
} as const satisfies Record<Moved['what'], string>

/** Does this movement concern who follows this? Words are found in title, number, summary, keywords and body, all of them. */
export function concerns(following: Following, moved: Moved): boolean {
  const { item, agency, form, duty, series } = following
  if (item !== undefined) return item === moved.item
  const { content } = moved
  if (agency !== undefined && agency !== moved.agency) return false
  if (form !== undefined && form !== content.form) return false
  if (duty !== undefined && duty !== content.duty) return false
  if (series !== undefined && series !== content.series) return false
  const words = wordsOf(following.q ?? '')
  if (words.length === 0) return true
  const { title, summary, keywords, documentNumber } = content
  const all = folded([title, documentNumber ?? '', summary, ...keywords, moved.text].join('\n'))
  return words.every(word => all.includes(word))
}

function wordsOf(q: string): string[] {
  return folded(q)
    .split(/\s+/)
    .filter(word => word !== '')
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** What is followed, in words: one phrase for the letter and the list. */
export function followingInWords(
  following: Following,
  names: { readonly item?: string | undefined; readonly agency?: string | undefined },
): string {
  const { item, q, agency, form, duty, series } = following
  if (item !== undefined) return `《${names.item ?? item}》的变化`
  const parts = [
    ...(agency === undefined ? [] : [names.agency ?? agency]),
    ...(duty === undefined ? [] : [dutyKindLabel[duty]]),
    ...(form === undefined ? [] : [theForm(form).label]),
    ...(series === undefined ? [] : [`专栏“${series}”`]),
    ...(q === undefined || q === '' ? [] : [`含“${q}”`]),
  ]
  return parts.length === 0 ? '全部新公开的信息' : `${parts.join('、')}的信息`
}
