import type { Day } from '../statute/day.ts'
import type { Fee } from '../statute/fees.ts'
import type { ProofDay } from '../statute/proof.ts'
import type { ResultRow } from '../statute/taxonomy.ts'
import type { ClockProof } from './clock.ts'
import type { FoiEvent } from './events.ts'
import type { Letter } from './letters/letter.ts'
import type { MaskedApplicant } from './masking.ts'
import type { ApplicantKind, Channel, FoiRequest, PaperPurpose } from './request.ts'
import type { FoiStanding, FoiState } from './standing.ts'
import type { FoiStep } from './steps.ts'

/** When an answer is due, as a list and a case say it. */
export interface DueView {
  readonly state: ClockProof['state']
  /** Null before receipt, while a correction is awaited, and where a year's notice is not loaded. */
  readonly due: Day | null
  /** Working days after today up to the due day; negative where it is past; null without a due day. */
  readonly workdaysLeft: number | null
}

/** One line of the register, as the desk lists it; nobody's personal data is in it. */
export interface RequestLine extends DueView {
  readonly id: string
  readonly number: string
  readonly agency: string
  readonly agencyName: string
  readonly channel: Channel
  readonly applicantKind: ApplicantKind
  /** Masked; null where it was erased. */
  readonly applicant: string | null
  readonly summary: string
  readonly arrivedOn: Day
  readonly receivedOn: Day | null
  readonly requestState: FoiState
  readonly version: number
  readonly department: string | null
  readonly handler: { readonly id: string; readonly name: string } | null
  /** The department's own limit. */
  readonly limit: Day | null
  /** Until when the office waits for a correction, an opinion or a payment. */
  readonly waitsUntil: Day | null
  /** Is that day past, so that the office goes on without? */
  readonly waitIsOver: boolean
  readonly resultRow: ResultRow | null
  readonly outcomeOn: Day | null
}

/** A step with why it may not be taken now; without a refusal it may. */
export interface StepOffer {
  readonly step: FoiStep
  readonly label: string
  readonly law: string
  readonly refusal?: { readonly message: string; readonly law?: string | undefined } | undefined
}

/** A paper as the case lists it. */
export interface PaperLine {
  readonly id: string
  readonly purpose: PaperPurpose
  readonly name: string
  readonly media: string
  readonly sizeBytes: number
  readonly addedOn: string
  readonly addedBy: string
  readonly openToApplicant: boolean
}

/** A letter that was sent, as the case lists it. */
export interface LetterLine {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly number: string
  readonly sha256: string
  readonly sentOn: string
}

/** The clock of a request with its proof, day by day. */
export interface ClockView extends DueView {
  readonly counted: number
  readonly allowance: number
  readonly days: readonly ProofDay[]
  /** The year whose notice is not loaded, so that nothing can be said; else null. */
  readonly missingYear: number | null
}

/** One request as the staff work on it. */
export interface CaseView {
  readonly request: FoiRequest
  readonly agencyName: string
  readonly standing: FoiStanding
  /** Null where it was erased. */
  readonly applicant: MaskedApplicant | null
  readonly events: readonly FoiEvent[]
  readonly papers: readonly PaperLine[]
  readonly letters: readonly LetterLine[]
  readonly clock: ClockView
  readonly steps: readonly StepOffer[]
}

/** What a step would do: the letter that it would send, if it sends one, and when the answer would be due. */
export interface PreviewView {
  readonly letter: Letter | null
  readonly due: Day | null
}

/** Another request that is like this one, with its answer beside it. */
export interface AlikeLine {
  readonly id: string
  readonly number: string
  readonly receivedOn: string | null
  readonly requestState: FoiState
  readonly resultRow: ResultRow | null
  readonly description: string
  readonly samePerson: boolean
  /** The share of this request's pairs of characters that the other has too, 0 to 1. */
  readonly likeness: number
  /** The reasons of the answer, where it was answered. */
  readonly reasoning: string | null
}

/** Repetition: what else this applicant asks, what else asks the same, and what the month comes to, 109号. */
export interface AlikeView {
  readonly lines: readonly AlikeLine[]
  readonly month: { readonly from: Day; readonly until: Day; readonly count: number; readonly fee: Fee }
}

/** A person of an agency who may be given a request. */
export interface Colleague {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
}

/** What the forms and filters of the desk offer for an agency: its people, and the departments that work on requests. */
export interface DeskChoices {
  readonly agencies: readonly {
    readonly code: string
    readonly name: string
    readonly people: readonly Colleague[]
    readonly departments: readonly string[]
  }[]
}

/** A request on a person's day: what is next, and by whom. */
export interface RequestTask extends RequestLine {
  /** The next step, or what is awaited. */
  readonly next: string
  readonly mine: boolean
}

/** A person's day with requests: what is theirs, what they wait for, and for heads what is late. */
export interface RequestsToday {
  readonly tasks: readonly RequestTask[]
  readonly waiting: readonly RequestTask[]
  readonly late: number
  readonly awaitingConsent: number
  readonly unconfirmed: number
}
