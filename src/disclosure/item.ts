import type { Day } from '../statute/day.ts'
import type { DutyKind, Genre, Theme } from '../statute/proactive.ts'
import type { ItemForm } from './forms.ts'

/**
 * An item of disclosed information 政府信息: whose it is, and under which numbers it is known for good. Everything else is
 * its content, which is drafted, and published as an edition.
 */
export interface Item {
  /** `yunchuan-housing-2026-0015`: agency, year and running number; part of its address, never reused. */
  readonly id: string
  readonly agency: string
  /** 索引号, Art. 12: by the pattern of the settings, unique, never reused; an imported one is kept as it was. */
  readonly indexNumber: string
  readonly startedOn: Day
}

/** A file of an item 附件: the bytes are kept under their hash and never change. */
export interface Attachment {
  readonly file: string
  readonly name: string
  readonly media: string
  readonly sizeBytes: number
  readonly sha256: string
}

/** The rows of an item whose results come in bulk: a set that never changes, named with the hash over its rows. */
export interface RowsOfItem {
  readonly batch: string
  readonly count: number
  readonly sha256: string
}

/**
 * What an item says: all that a reader sees, and so all that is reviewed and approved. Its hash (`contentHash` in
 * `store/hash.ts`) covers every field, the attachments and rows by their own hashes.
 */
export interface ItemContent {
  readonly form: ItemForm
  readonly title: string
  readonly duty: DutyKind
  readonly theme: Theme
  readonly genre: Genre
  /** 发文字号 as printed, `云建发〔2026〕3号`; null where it has none. */
  readonly documentNumber: string | null
  /** 成文日期: the day of making or of the last change, from which Art. 26 counts; null only in a draft. */
  readonly madeOn: Day | null
  /** 联合发文: the other makers, by name; the lead discloses, Art. 10. */
  readonly jointMakers: readonly string[]
  readonly keywords: readonly string[]
  readonly summary: string
  /** Clean HTML, as `read/clean.ts` leaves it: headings, lists, tables, pictures with their words, footnotes. */
  readonly body: string
  readonly attachments: readonly Attachment[]
  /** The fields that only this form has, by key. */
  readonly own: Readonly<Record<string, string>>
  /** What this item is about, by item id: the documents that it interprets 解读, the consultation whose result it tells. */
  readonly interprets: readonly string[]
  /** The documents that this one repeals or revises when it is published, by item id. */
  readonly repeals: readonly string[]
  readonly revises: readonly string[]
  /** 专栏, 专题: the series or collection in which it stands; empty where in none. */
  readonly series: string
  readonly rows: RowsOfItem | null
}

/** 有效性 of what is public: in force, revised by another, repealed, or past its term. */
export const validities = ['inForce', 'revised', 'repealed', 'expired'] as const
export type Validity = (typeof validities)[number]
export const validityLabel = {
  inForce: '有效',
  revised: '已修订',
  repealed: '已废止',
  expired: '已失效',
} as const satisfies Record<Validity, string>

/** Why a thing is not disclosed 不予公开, Arts 14 to 16; reviewed again on a day, Art. 18. */
export const closedForItems = [
  ...(['stateSecret', 'otherLaw', 'publicSafety', 'thirdParty'] as const),
  ...(['internalAffairs', 'deliberative', 'enforcementFile'] as const),
] as const
export type ClosedForItem = (typeof closedForItems)[number]

/** An empty content of this form, as a new draft begins. */
export function blankContent(form: ItemForm, duty: DutyKind): ItemContent {
  return {
    ...{ form, duty, title: '', theme: '其他', genre: '其他', documentNumber: null, madeOn: null },
    ...{ jointMakers: [], keywords: [], summary: '', body: '', attachments: [], own: {} },
    ...{ interprets: [], repeals: [], revises: [], series: '', rows: null },
  }
}
