import type { Role } from '../office/roles.ts'
import type { Day } from '../statute/day.ts'
import type { DutyKind, Genre, Theme } from '../statute/proactive.ts'
import type { ItemEvent, Person } from './events.ts'
import type { ItemForm } from './forms.ts'
import type { ClosedForItem, Item, ItemContent, Validity } from './item.ts'
import type { DraftState, ItemStanding, ShelfState } from './standing.ts'
import type { ItemStep } from './steps.ts'

/** One line of the items, as the desk lists it. */
export interface ItemLine {
  readonly id: string
  readonly indexNumber: string
  readonly agency: string
  readonly agencyName: string
  readonly form: ItemForm
  readonly duty: DutyKind
  readonly theme: Theme
  readonly genre: Genre
  /** Empty in a draft that has none yet. */
  readonly title: string
  readonly documentNumber: string | null
  readonly madeOn: Day | null
  readonly series: string
  readonly draft: DraftState
  readonly shelf: ShelfState
  readonly version: number
  readonly handler: Person | null
  readonly submittedBy: string | null
  /** The moment set for publication. */
  readonly scheduledFor: string | null
  readonly edition: number
  readonly firstPublishedOn: Day | null
  readonly publishedOn: Day | null
  /** Published in an emergency and not yet reviewed by a second person. */
  readonly urgent: boolean
  readonly validity: Validity
  readonly endsOn: Day | null
  readonly withdrawnOn: Day | null
  readonly withheldOn: Day | null
  /** When what is not disclosed is looked at again, Art. 18. */
  readonly reviewOn: Day | null
  readonly rowCount: number
  readonly movedAt: string
  /** By when it must be public, Art. 26; null where it is public, has no day of making, or the year's notice is missing. */
  readonly due: Day | null
  /** Working days after today up to the due day; negative where it is past. */
  readonly workdaysLeft: number | null
}

/** A page of lines. */
export interface ItemPage {
  readonly lines: readonly ItemLine[]
  readonly total: number
}

/** A step with why it may not be taken now; without a refusal it may. */
export interface ItemStepOffer {
  readonly step: ItemStep
  readonly label: string
  readonly law: string
  readonly refusal?: { readonly message: string; readonly law?: string | undefined } | undefined
}

/** The open draft, as it was last saved. */
export interface DraftView {
  readonly version: number
  readonly content: ItemContent
  readonly sha256: string
  readonly savedAt: string
  readonly savedBy: string
  readonly savedByName: string
}

/** An edition without its words. */
export interface EditionLine {
  readonly number: number
  readonly sha256: string
  readonly reason: string
  readonly urgent: string | null
  readonly publishedAt: string
  readonly publishedOn: Day
  readonly byName: string
}

/** Another item, by name. */
export interface NamedItem {
  readonly item: string
  readonly title: string
  readonly documentNumber: string | null
  readonly shelf: ShelfState
}

/** Another item that hangs together with this one; `from` says whose words say so. */
export interface ItemRelation extends NamedItem {
  readonly kind: 'interprets' | 'repeals' | 'revises'
  readonly from: 'here' | 'there'
}

/** One item as the staff work on it. */
export interface ItemView {
  readonly item: Item
  readonly agencyName: string
  readonly standing: ItemStanding
  readonly events: readonly ItemEvent[]
  readonly draft: DraftView | null
  /** What the public reads, or read before it was withdrawn; null where nothing was published. */
  readonly published: ItemContent | null
  readonly editions: readonly EditionLine[]
  readonly relations: readonly ItemRelation[]
  /** The items that the draft names. */
  readonly named: readonly NamedItem[]
  readonly due: Day | null
  readonly workdaysLeft: number | null
  readonly steps: readonly ItemStepOffer[]
}

/** What is not disclosed, as the ledger 不予公开台账 lists it. */
export interface WithheldLine extends ItemLine {
  readonly ground: ClosedForItem
  readonly reason: string
  readonly decidedBy: string
}

/** A person of an agency who may be given a draft. */
export interface ItemColleague extends Person {
  readonly roles: readonly Role[]
}

/** What the forms and filters of the desk offer of each agency that the reader sees. */
export interface ItemChoices {
  readonly agencies: readonly {
    readonly code: string
    readonly name: string
    readonly people: readonly ItemColleague[]
    readonly series: readonly string[]
    /** May the reader begin an item there? */
    readonly writes: boolean
  }[]
}

/** An item on a person's day: what is next. */
export interface ItemTask extends ItemLine {
  readonly next: string
}

/** A person's day with items: what is theirs, what they wait for, and what runs out. */
export interface ItemsToday {
  readonly tasks: readonly ItemTask[]
  readonly waiting: readonly ItemTask[]
  readonly late: number
}
