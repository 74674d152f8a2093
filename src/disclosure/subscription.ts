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
  /** The number of the edition that was read then. */
  readonly edition: number
  readonly what: 'published' | 'revised' | 'withdrawn' | 'restored' | 'ended' | 'reviewed'
  readonly at: string
  readonly agency: string
  readonly content: Pick<
    ItemContent,
    'title' | 'summary' | 'keywords' | 'documentNumber' | 'form' | 'duty' | 'series'
  >
  /** What is searched of it: its head, and all of it with the words of its attachments; empty where nobody looks for words. */
  readonly head: string
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
