import type { Day } from '../../statute/day.ts'
import type { ServingWay } from '../request.ts'

/** A letter of the office as it is printed: text as functions of a request, edited within limits, frozen when sent. */
export interface Letter {
  readonly kind: LetterKind
  readonly title: string
  /** 〔2026〕第7号; null while it is a draft. */
  readonly number: string | null
  readonly addressee: string
  readonly paragraphs: readonly string[]
  readonly agency: string
  readonly on: Day
}

/** What letters the office writes in the course of a request. */
export type LetterKind =
  | 'receipt'
  | 'correction'
  | 'thirdParty'
  | 'coMaker'
  | 'extension'
  | 'fee'
  | 'answer'
  | 'ended'

/** What every letter is written from. */
export interface LetterFacts {
  /** The applicant as addressed: the name, or the organisation's. */
  readonly addressee: string
  readonly agency: string
  readonly requestNumber: string
  readonly description: string
  readonly receivedOn: Day
  readonly on: Day
  readonly servingWay: ServingWay
  /** Where remedies are sought. */
  readonly remedies: RemedyPlaces
}

/** Where remedies are sought, from settings. */
export interface RemedyPlaces {
  /** 行政复议机关: the government that the agency belongs to, 行政复议法 Art 24. */
  readonly reconsideration: string
  readonly court: string
  /** The internet channel of reconsideration, 行政复议法 Art 22; empty where there is none. */
  readonly internetAddress: string
}
