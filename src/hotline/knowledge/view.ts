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
  readonly standing: EntryStanding
  readonly events: readonly EntryEvent[]
  readonly sources: readonly EntrySource[]
  readonly steps: readonly {
    readonly step: EntryStep
    readonly label: string
    readonly refusal: string | null
  }[]
}
