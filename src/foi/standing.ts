import type { Day } from '../statute/day.ts'
import { type Outcome, type ResultRow, rowOf } from '../statute/taxonomy.ts'
import type { FoiEvent } from './events.ts'

/**
 * Where a request stands. `arrived`: receipt is not yet confirmed and no period runs, Art. 31; `answered`: the decision
 * is made and its letter frozen; `ended`: no further handling.
 */
export const foiStates = [
  'arrived',
  'received',
  'assigned',
  'awaitingCorrection',
  'awaitingPayment',
  'drafted',
  'checked',
  'consented',
  'answered',
  'served',
  'ended',
] as const
export type FoiState = (typeof foiStates)[number]

/** The state as the register calls it. */
export const foiStateLabel = {
  arrived: '待确认收到',
  received: '待交办',
  assigned: '办理中',
  awaitingCorrection: '待补正',
  awaitingPayment: '待缴费',
  drafted: '待审核',
  checked: '待负责人同意',
  consented: '待答复',
  answered: '待送达',
  served: '已办结',
  ended: '不再处理',
} as const satisfies Record<FoiState, string>

/** What is proposed as the answer, before it is given. */
export interface Draft {
  readonly outcome: Outcome
  readonly reasoning: string
  readonly by: string
}

/** An opinion that was sought and has not come. */
export interface OpenOpinion {
  readonly of: string
  readonly party: 'thirdParty' | 'coMaker'
  readonly soughtOn: Day
  readonly answerBy: Day
}

/** Where a request stands: read off its events, one after the other; nothing of it is stored as such. */
export interface FoiStanding {
  readonly state: FoiState
  /** Counts the events: who acts names the version that he saw. */
  readonly version: number
  readonly receivedOn: Day | null
  readonly department: string | null
  /** The department's own limit, before the law's. */
  readonly limit: Day | null
  readonly correction: { readonly askedOn: Day; readonly answerBy: Day; readonly done: boolean } | null
  readonly opinions: readonly OpenOpinion[]
  /** Third parties that objected, Art. 32. */
  readonly objections: readonly string[]
  readonly extensionProposed: number | null
  /** Working days by which the period was extended. */
  readonly extension: number
  readonly fee: { readonly yuan: number; readonly payBy: Day; readonly paid: boolean } | null
  readonly draft: Draft | null
  readonly outcome: Outcome | null
  /** The day of the decision, or of the end without one: the year in which the request leaves. */
  readonly outcomeOn: Day | null
}

const nothing: FoiStanding = {
  ...{ state: 'arrived', version: 0, receivedOn: null, department: null, limit: null, correction: null },
  ...{ opinions: [], objections: [], extensionProposed: null, extension: 0, fee: null },
  ...{ draft: null, outcome: null, outcomeOn: null },
}

/** Where the request stands after these events. */
export function standingAfter(events: readonly FoiEvent[]): FoiStanding {
  return events.reduce(
    (standing, event) => ({ ...next(standing, event), version: standing.version + 1 }),
    nothing,
  )
}

/** The row of the annual report in which the request is counted; undefined while it is open. */
export function resultRowOf({ outcome }: FoiStanding): ResultRow | undefined {
  return outcome === null ? undefined : rowOf(outcome)
}

/** In whose hands it is: of a department once assigned, else of the disclosure office. */
function atWork(standing: FoiStanding): FoiState {
  return standing.department === null ? 'received' : 'assigned'
}

function next(standing: FoiStanding, event: FoiEvent): FoiStanding {
  switch (event.kind) {
    case 'received':
      return { ...standing, state: 'received', receivedOn: event.on }
    case 'assigned':
      return { ...standing, state: 'assigned', department: event.department, limit: event.limit }
    case 'correctionAsked': {
      const correction = { askedOn: event.on, answerBy: event.answerBy, done: false }
      return { ...standing, state: 'awaitingCorrection', correction }
    }
    case 'corrected': {
      const correction = standing.correction && { ...standing.correction, done: true }
      return { ...standing, state: atWork(standing), correction, extension: 0 }
    }
    case 'opinionSought':
    case 'opinionReceived':
      return afterOpinion(standing, event)
    case 'extensionProposed':
      return { ...standing, extensionProposed: event.workdays }
    case 'extensionDeclined':
      return { ...standing, extensionProposed: null }
    case 'extended':
      return { ...standing, extensionProposed: null, extension: standing.extension + event.workdays }
    case 'feeNotified': {
      const fee = { yuan: event.yuan, payBy: event.payBy, paid: false }
      return { ...standing, state: 'awaitingPayment', fee }
    }
    case 'paid':
      return { ...standing, state: atWork(standing), fee: standing.fee && { ...standing.fee, paid: true } }
    default:
      return towardsAnswer(standing, event)
  }
}

type Towards = Exclude<
  FoiEvent['kind'],
  | 'received'
  | 'assigned'
  | 'correctionAsked'
  | 'corrected'
  | 'opinionSought'
  | 'opinionReceived'
  | 'extensionProposed'
  | 'extensionDeclined'
  | 'extended'
  | 'feeNotified'
  | 'paid'
>

function towardsAnswer(standing: FoiStanding, event: FoiEvent<Towards>): FoiStanding {
  switch (event.kind) {
    case 'arrived':
    case 'noted':
      return standing
    case 'drafted': {
      const { outcome, reasoning, by } = event
      return { ...standing, state: 'drafted', draft: { outcome, reasoning, by } }
    }
    case 'checked':
      return { ...standing, state: 'checked' }
    case 'returned':
      return { ...standing, state: atWork(standing) }
    case 'consented':
      return { ...standing, state: 'consented' }
    case 'answered':
      return { ...standing, state: 'answered', outcome: event.outcome, outcomeOn: event.on }
    case 'served':
      return { ...standing, state: 'served' }
    case 'closed':
      return { ...standing, state: 'ended', outcome: event.outcome, outcomeOn: event.on }
  }
}

function afterOpinion(
  standing: FoiStanding,
  event: FoiEvent<'opinionSought' | 'opinionReceived'>,
): FoiStanding {
  const others = standing.opinions.filter(({ of }) => of !== event.of)
  if (event.kind === 'opinionSought') {
    const { of, party, on: soughtOn, answerBy } = event
    return { ...standing, opinions: [...others, { of, party, soughtOn, answerBy }] }
  }
  const objections = event.answer === 'objects' ? [...standing.objections, event.of] : standing.objections
  return { ...standing, opinions: others, objections }
}
