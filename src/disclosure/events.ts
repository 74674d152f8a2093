import type { Day } from '../statute/day.ts'
import type { ClosedForItem } from './item.ts'

/** What the secrecy review found 保密审查意见, Art. 17: may be public, may not, or is passed on to who must decide. */
export const reviewFindings = ['open', 'closed', 'passedOn'] as const
export type ReviewFinding = (typeof reviewFindings)[number]
export const reviewFindingLabel = {
  open: '可以公开',
  closed: '不予公开',
  passedOn: '报有关主管部门或者保密行政管理部门确定',
} as const satisfies Record<ReviewFinding, string>

/** A person who handles a draft. */
export interface Person {
  readonly id: string
  readonly name: string
}

/** What is told of an item; `sha256` names the very bytes. Days: when it happened, which may be before it was written down. */
export type ToldItemEvent = { readonly on: Day } & (
  | { readonly kind: 'started'; readonly handler: Person }
  | { readonly kind: 'imported'; readonly sha256: string; readonly publishedOn: Day; readonly from: string }
  | { readonly kind: 'submitted'; readonly sha256: string; readonly words: string }
  | { readonly kind: 'changed'; readonly sha256: string }
  | { readonly kind: 'checked'; readonly sha256: string; readonly words: string }
  | {
      readonly kind: 'reviewed'
      readonly sha256: string
      readonly finding: ReviewFinding
      readonly ground: string
    }
  | { readonly kind: 'sentBack'; readonly reason: string }
  | { readonly kind: 'waived'; readonly sha256: string; readonly reason: string }
  | { readonly kind: 'approved'; readonly sha256: string; readonly words: string }
  | { readonly kind: 'scheduled'; readonly sha256: string; readonly moment: string }
  | { readonly kind: 'unscheduled'; readonly reason: string }
  | {
      readonly kind: 'published'
      readonly sha256: string
      readonly edition: number
      readonly moment: string
      /** Why this edition; empty for the first. */
      readonly reason: string
      /** Published before its review, in an emergency, with this reason. */
      readonly urgent: string | null
    }
  | { readonly kind: 'urgentReviewed'; readonly sha256: string; readonly ground: string }
  | { readonly kind: 'revisionOpened'; readonly reason: string }
  | { readonly kind: 'revisionDropped'; readonly reason: string }
  | { readonly kind: 'withdrawn'; readonly reason: string }
  | { readonly kind: 'restored'; readonly reason: string }
  | {
      readonly kind: 'ended'
      readonly validity: 'revised' | 'repealed' | 'expired'
      /** The last day in force is the day before. */
      readonly endsOn: Day
      /** The act that ends it, as it is printed: `云政发〔2026〕5号`. */
      readonly byWords: string
      readonly byItem: string | null
    }
  | {
      readonly kind: 'withheld'
      readonly ground: ClosedForItem
      readonly reason: string
      readonly reviewOn: Day
    }
  | {
      readonly kind: 'reconsidered'
      readonly open: boolean
      readonly reason: string
      readonly reviewOn: Day | null
    }
  | { readonly kind: 'abandoned'; readonly reason: string }
  | { readonly kind: 'handedOver'; readonly to: Person; readonly reason: string }
  | { readonly kind: 'noted'; readonly text: string }
)
export type ItemEventKind = ToldItemEvent['kind']

/** An event as history keeps it: with the moment and who. */
export type ItemEvent = ToldItemEvent & { readonly at: string; readonly by: string; readonly byName: string }

/** What happened, as the timeline says it. */
export const itemEventLabel = {
  started: '起草',
  imported: '从原网站迁入',
  submitted: '提交',
  changed: '提交后又作修改，退回起草',
  checked: '审核通过',
  reviewed: '保密审查',
  sentBack: '退回',
  waived: '说明保留用语的理由',
  approved: '批准公开',
  scheduled: '定时发布',
  unscheduled: '取消定时发布',
  published: '发布',
  urgentReviewed: '补作保密审查',
  revisionOpened: '开始修改',
  revisionDropped: '放弃修改',
  withdrawn: '撤下',
  restored: '恢复公开',
  ended: '修订、废止或者失效',
  withheld: '决定不予公开',
  reconsidered: '定期审查',
  abandoned: '放弃起草',
  handedOver: '移交',
  noted: '备注',
} as const satisfies Record<ItemEventKind, string>
