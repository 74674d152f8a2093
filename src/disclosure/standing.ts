import type { Day } from '../statute/day.ts'
import type { ItemEvent, Person, ReviewFinding } from './events.ts'
import type { ClosedForItem, Validity } from './item.ts'

/** Where the draft of an item stands; `none` where there is none open. */
export const draftStates = [
  ...(['drafting', 'submitted', 'checked', 'reviewed', 'approved', 'scheduled'] as const),
  ...(['none', 'withheld', 'abandoned'] as const),
] as const
export type DraftState = (typeof draftStates)[number]
export const draftStateLabel = {
  drafting: '起草中',
  submitted: '待审核',
  checked: '待保密审查',
  reviewed: '待批准',
  approved: '待发布',
  scheduled: '定时发布',
  none: '无在办稿',
  withheld: '不予公开',
  abandoned: '已放弃',
} as const satisfies Record<DraftState, string>

/** Where the public finds it: not yet, on the shelf, or withdrawn, with a page that says so. */
export const shelfStates = ['never', 'public', 'withdrawn'] as const
export type ShelfState = (typeof shelfStates)[number]
export const shelfStateLabel = {
  never: '未公开',
  public: '已公开',
  withdrawn: '已撤下',
} as const satisfies Record<ShelfState, string>

/** Who did something, and to which bytes. */
interface Done {
  readonly by: string
  readonly sha256: string
}

/** Where an item stands: read off its events, one after the other; nothing of it is stored as such. */
export interface ItemStanding {
  readonly draft: DraftState
  readonly shelf: ShelfState
  /** Counts the events: who acts names the version that he saw. */
  readonly version: number
  readonly handler: Person | null
  readonly submitted: Done | null
  readonly reviewed: (Done & { readonly finding: ReviewFinding; readonly ground: string }) | null
  readonly waived: Done | null
  readonly approved: Done | null
  readonly scheduledFor: string | null
  /** The latest edition; 0 where none was published. */
  readonly edition: number
  /** The bytes that the public reads. */
  readonly publicSha256: string | null
  /** 公开日期 of the first edition, and of the latest. */
  readonly firstPublishedOn: Day | null
  readonly publishedOn: Day | null
  /** Who published in an emergency, until a second person has reviewed it. */
  readonly urgentBy: string | null
  readonly validity: Validity
  readonly endsOn: Day | null
  readonly endedBy: { readonly words: string; readonly item: string | null } | null
  readonly withdrawn: { readonly on: Day; readonly reason: string } | null
  readonly withheld: { readonly ground: ClosedForItem; readonly on: Day; readonly reviewOn: Day } | null
}

const nothing: ItemStanding = {
  ...{ draft: 'drafting', shelf: 'never', version: 0, handler: null, submitted: null, reviewed: null },
  ...{ waived: null, approved: null, scheduledFor: null, edition: 0, publicSha256: null },
  ...{ firstPublishedOn: null, publishedOn: null, urgentBy: null, validity: 'inForce', endsOn: null },
  ...{ endedBy: null, withdrawn: null, withheld: null },
}

/** What a new look at the words makes void. */
const unseen = { submitted: null, reviewed: null, waived: null, approved: null, scheduledFor: null } as const

/** Where the item stands after these events. */
export function itemStandingAfter(events: readonly ItemEvent[]): ItemStanding {
  return events.reduce(next, nothing)
}

function next(standing: ItemStanding, event: ItemEvent): ItemStanding {
  return { ...standing, ...changeBy(standing, event), version: standing.version + 1 }
}

function changeBy(standing: ItemStanding, event: ItemEvent): Partial<ItemStanding> {
  return towardsShelf(standing, event) ?? onTheShelf(standing, event) ?? besides(event) ?? {}
}

/** From the first word to approval; undefined for events of another part. */
function towardsShelf(standing: ItemStanding, event: ItemEvent): Partial<ItemStanding> | undefined {
  switch (event.kind) {
    case 'started':
      return { handler: event.handler }
    case 'submitted':
      return { ...unseen, draft: 'submitted', submitted: { by: event.by, sha256: event.sha256 } }
    case 'changed':
    case 'sentBack':
      return { ...unseen, draft: 'drafting' }
    case 'checked':
      return { draft: 'checked' }
    case 'reviewed': {
      const { by, sha256, finding, ground } = event
      return { draft: finding === 'open' ? 'reviewed' : 'checked', reviewed: { by, sha256, finding, ground } }
    }
    case 'waived':
      return { waived: { by: event.by, sha256: event.sha256 } }
    case 'approved':
      return { draft: 'approved', approved: { by: event.by, sha256: event.sha256 } }
    case 'scheduled':
      return { draft: 'scheduled', scheduledFor: event.moment }
    case 'unscheduled':
      return { draft: 'approved', scheduledFor: null }
    case 'withheld': {
      const { ground, on, reviewOn } = event
      return { draft: 'withheld', withheld: { ground, on, reviewOn } }
    }
    case 'reconsidered':
      return event.open || event.reviewOn === null || standing.withheld === null
        ? { ...unseen, draft: 'drafting', withheld: null }
        : { withheld: { ...standing.withheld, reviewOn: event.reviewOn } }
    default:
      return undefined
  }
}

/** From publication on. */
function onTheShelf(standing: ItemStanding, event: ItemEvent): Partial<ItemStanding> | undefined {
  switch (event.kind) {
    case 'imported':
      return {
        ...{ draft: 'none', shelf: 'public', edition: 1, publicSha256: event.sha256 },
        ...{ firstPublishedOn: event.publishedOn, publishedOn: event.publishedOn },
      }
    case 'published':
      return {
        ...{ ...unseen, draft: 'none', shelf: 'public', edition: event.edition, withdrawn: null },
        ...{ publicSha256: event.sha256, publishedOn: event.on },
        firstPublishedOn: standing.firstPublishedOn ?? event.on,
        urgentBy: event.urgent === null ? null : event.by,
      }
    case 'urgentReviewed':
      return { urgentBy: null }
    case 'revisionOpened':
      return { ...unseen, draft: 'drafting' }
    case 'revisionDropped':
      return { ...unseen, draft: 'none' }
    case 'withdrawn':
      return { shelf: 'withdrawn', withdrawn: { on: event.on, reason: event.reason } }
    case 'restored':
      return { shelf: 'public', withdrawn: null }
    case 'ended': {
      const { validity, endsOn, byWords: words, byItem: item } = event
      return { validity, endsOn, endedBy: { words, item } }
    }
    default:
      return undefined
  }
}

function besides(event: ItemEvent): Partial<ItemStanding> | undefined {
  switch (event.kind) {
    case 'abandoned':
      return { ...unseen, draft: 'abandoned' }
    case 'handedOver':
      return { handler: event.to }
    default:
      return undefined
  }
}
