import type { Actor } from '../office/roles.ts'
import { addDays, type Day, inChinese } from '../statute/day.ts'
import { type Refusal, refuse } from '../statute/refusal.ts'
import type { ShelfState } from './standing.ts'
import { mayWrite } from './writers.ts'

/** Who gives an opinion on a draft. */
export const voiceKinds = ['person', 'enterprise', 'organisation'] as const
export type VoiceKind = (typeof voiceKinds)[number]
export const voiceKindLabel = {
  person: '个人',
  enterprise: '企业',
  organisation: '其他单位',
} as const satisfies Record<VoiceKind, string>

/** What became of an opinion 意见采纳情况. */
export const adoptions = ['adopted', 'partly', 'notAdopted'] as const
export type Adoption = (typeof adoptions)[number]
export const adoptionLabel = {
  adopted: '采纳',
  partly: '部分采纳',
  notAdopted: '未采纳',
} as const satisfies Record<Adoption, string>

/** What readers find wrong with a page 我为政府网站找错. */
export const faultKinds = [
  ...([
    'cannotOpen',
    'deadLink',
    'wrongContent',
    'wrongWords',
    'notTimely',
    'personalData',
    'other',
  ] as const),
] as const
export type FaultKind = (typeof faultKinds)[number]
export const faultKindLabel = {
  cannotOpen: '页面或者附件打不开',
  deadLink: '链接无效',
  wrongContent: '内容不准确',
  wrongWords: '错别字',
  notTimely: '更新不及时',
  personalData: '泄露个人信息',
  other: '其他',
} as const satisfies Record<FaultKind, string>

/** A consultation as its rules ask it: on the shelf, and from which day to which, both included. */
export interface Consulting {
  readonly agency: string
  readonly shelf: ShelfState
  readonly opensOn: Day | null
  readonly closesOn: Day | null
}

/** Where a consultation is in time; one from an older site that names no last day is long over. */
export function consultingState(
  { opensOn, closesOn }: Pick<Consulting, 'opensOn' | 'closesOn'>,
  today: Day,
): 'before' | 'open' | 'closed' {
  if (opensOn !== null && today < opensOn) return 'before'
  return closesOn === null || today > closesOn ? 'closed' : 'open'
}

/** Why an opinion may not be given now; undefined where it may. */
export function refusalOfOpinion(consulting: Consulting, today: Day): Refusal | undefined {
  const { shelf, opensOn, closesOn } = consulting
  if (shelf !== 'public') return refuse('这项意见征集没有公开，或者已经撤下。')
  const state = consultingState(consulting, today)
  if (state === 'before') return refuse(`意见征集自 ${inChinese(opensOn ?? today)} 开始。`)
  if (state === 'open') return undefined
  return refuse(
    closesOn === null
      ? '这项意见征集没有写明截止日期，不在网上收意见。'
      : `意见征集已于 ${inChinese(closesOn)} 截止，可以查看征集结果。`,
  )
}

/** Why this person may not answer what the public says to this agency; undefined where he may. */
export function refusalOfAnswering(by: Actor, agency: string): Refusal | undefined {
  return mayWrite(by, agency) ? undefined : refuse('由本机关的公开专员或业务处室经办人答复。')
}

/**
 * A valid message of a reader that was not answered for three months is a veto of the national check of sites
 * (国办秘函〔2019〕19号); counted as 90 days, our choice.
 */
export function faultVetoOn(filedOn: Day): Day {
  return addDays(filedOn, 90)
}
