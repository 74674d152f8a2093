import type { EntryEvent, EntryStanding, EntryState, EntryStep } from './entry.ts'

/** An entry as it is found. */
export interface EntryFound {
  readonly id: string
  readonly question: string
  readonly answer: string
  readonly unitName: string | null
  readonly used: number
  readonly items: readonly string[]
}

/** An entry as the list shows it. */
export interface EntryLine {
  readonly id: string
  readonly question: string
  readonly state: EntryState
  readonly unitName: string | null
  readonly validFrom: string | null
  readonly validUntil: string | null
  readonly reviewOn: string | null
  readonly public: boolean
  readonly used: number
  readonly unhelpful: number
  readonly changedAt: string
}

/** A disclosed item on which an entry rests; `ended` says why it is no longer a ground, empty where it is one. */
export interface EntrySource {
  readonly item: string
  readonly title: string
  readonly ended: string
}

/** An entry as its page shows it. */
export interface EntryView {
  readonly id: string
  readonly agency: string
  readonly used: number
  readonly unhelpful: number
  readonly helped: number
  readonly standing: EntryStanding
  readonly events: readonly EntryEvent[]
  readonly sources: readonly EntrySource[]
  readonly steps: readonly {
    readonly step: EntryStep
    readonly label: string
    readonly refusal: string | null
  }[]
}

/** An entry that everybody may read, as it is found. */
export interface PublicEntryLine {
  readonly id: string
  readonly question: string
  readonly answer: string
  /** The unit that answers for it; null where the hotline does. */
  readonly unitName: string | null
}

/** An entry that everybody may read. */
export interface PublicEntry extends PublicEntryLine {
  readonly variants: readonly string[]
  readonly items: readonly string[]
  readonly hotlineName: string
  readonly validUntil: string | null
  readonly changedAt: string
}

/** An entry that frequent answers propose, with its newest demands; `total` counts them all. */
export interface EntryProposal {
  readonly id: string
  readonly agency: string
  readonly question: string
  readonly answer: string
  readonly callers: number
  readonly foundAt: string
  readonly demands: readonly { readonly id: string; readonly number: string; readonly subject: string }[]
  readonly total: number
}
