import type { Day } from '../statute/day.ts'
import { type Outcome, type ResultRow, rowOf } from '../statute/taxonomy.ts'
import type {
  Decision,
  FoiEvent,
  ObjectionFinding,
  OpinionParty,
  Person,
  RemedyResult,
  RemedyRoute,
} from './events.ts'

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
export interface Draft extends Decision {
  readonly by: string
}

/** Where a remedy against the decision stands. */
export interface RemedyStanding {
  readonly remedy: string
  readonly route: RemedyRoute
  readonly lodgedOn: Day
  readonly result: RemedyResult | null
  readonly resultOn: Day | null
}

/** An opinion that was sought and has not come. */
export interface OpenOpinion {
  readonly of: string
  readonly party: OpinionParty
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
  /** The person who handles it. */
  readonly handler: Person | null
  /** The department's own limit, before the law's. */
  readonly limit: Day | null
  readonly correction: { readonly askedOn: Day; readonly answerBy: Day; readonly done: boolean } | null
  readonly opinions: readonly OpenOpinion[]
  /** Third parties that objected, Art. 32. */
  readonly objections: readonly string[]
  /** What was found of each objection, by who objected. */
  readonly findings: Readonly<Record<string, ObjectionFinding>>
  /** Art. 35: reasons for number or frequency that were asked for. */
  readonly reasons: { readonly askedOn: Day; readonly answerBy: Day; readonly given: boolean } | null
  /** Art. 35: the delayed, reasonable day that was told. */
  readonly delayedUntil: Day | null
  readonly extensionProposed: number | null
  /** Working days by which the period was extended. */
  readonly extension: number
  readonly fee: { readonly yuan: number; readonly payBy: Day; readonly paid: boolean } | null
  readonly draft: Draft | null
  /** Remedies against the decision that have not ended, and those that have. */
  readonly remedies: readonly RemedyStanding[]
  /** Does an order to answer again wait for its round? */
  readonly mustAnswerAgain: boolean
  readonly publication: 'none' | 'proposed' | 'decided'
  readonly rated: boolean
  readonly outcome: Outcome | null
  /** The day of the decision, or of the end without one: the year in which the request leaves. */
  readonly outcomeOn: Day | null
}

const nothing: FoiStanding = {
  ...{ state: 'arrived', version: 0, receivedOn: null, department: null, handler: null, limit: null },
  ...{ correction: null, opinions: [], objections: [], findings: {}, reasons: null, delayedUntil: null },
  ...{ extensionProposed: null, extension: 0, fee: null, draft: null, outcome: null, outcomeOn: null },
  ...{ remedies: [], mustAnswerAgain: false, publication: 'none', rated: false },
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
  return { ...standing, ...changeBy(standing, event) }
}

/** What an event changes of where the request stands. */
function changeBy(standing: FoiStanding, event: FoiEvent): Partial<FoiStanding> {
  return onTheWay(standing, event) ?? towardsAnswer(event) ?? afterwards(standing, event) ?? {}
}

/** From arrival to the draft; undefined for events of another part. */
function onTheWay(standing: FoiStanding, event: FoiEvent): Partial<FoiStanding> | undefined {
  switch (event.kind) {
    case 'received':
      return { state: 'received', receivedOn: event.on }
    case 'assigned': {
      const { department, limit, handler = null } = event
      return { state: 'assigned', department, limit, handler }
    }
    case 'handedOver':
      return { handler: event.to }
    case 'correctionAsked': {
      const correction = { askedOn: event.on, answerBy: event.answerBy, done: false }
      return { state: 'awaitingCorrection', correction }
    }
    case 'corrected': {
      const correction = standing.correction && { ...standing.correction, done: true }
      return { state: atWork(standing), correction, extension: 0, delayedUntil: null }
    }
    case 'extensionProposed':
      return { extensionProposed: event.workdays }
    case 'extensionDeclined':
      return { extensionProposed: null }
    case 'extended':
      return { extensionProposed: null, extension: standing.extension + event.workdays }
    case 'feeNotified':
      return { state: 'awaitingPayment', fee: { yuan: event.yuan, payBy: event.payBy, paid: false } }
    case 'paid':
      return { state: atWork(standing), fee: standing.fee && { ...standing.fee, paid: true } }
    default:
      return ofOthers(standing, event)
  }
}

/** What third parties, co-makers and the applicant's reasons change. */
function ofOthers(standing: FoiStanding, event: FoiEvent): Partial<FoiStanding> | undefined {
  switch (event.kind) {
    case 'opinionSought': {
      const { of, party, on: soughtOn, answerBy } = event
      return { opinions: [...othersThan(of, standing), { of, party, soughtOn, answerBy }] }
    }
    case 'opinionReceived': {
      const objects = event.answer === 'objects' && !standing.objections.includes(event.of)
      const objections = objects ? [...standing.objections, event.of] : standing.objections
      return { opinions: othersThan(event.of, standing), objections }
    }
    case 'weighed':
      return { findings: { ...standing.findings, [event.of]: event.finding } }
    case 'reasonsAsked':
      return { reasons: { askedOn: event.on, answerBy: event.answerBy, given: false } }
    case 'reasonsGiven':
      return { reasons: standing.reasons && { ...standing.reasons, given: true } }
    case 'delayed':
      return { delayedUntil: event.until }
    default:
      return undefined
  }
}

function othersThan(party: string, { opinions }: FoiStanding): readonly OpenOpinion[] {
  return opinions.filter(({ of }) => of !== party)
}

/** From the draft to the end. */
function towardsAnswer(event: FoiEvent): Partial<FoiStanding> | undefined {
  switch (event.kind) {
    case 'drafted': {
      const { outcome, reasoning, parts, publicAt, rightAgency, notOurs, by } = event
      return {
        state: 'drafted',
        draft: { outcome, reasoning, parts, publicAt, rightAgency, notOurs, by },
      }
    }
    case 'checked':
      return { state: 'checked' }
    case 'consented':
      return { state: 'consented' }
    case 'answered':
      return { state: 'answered', outcome: event.outcome, outcomeOn: event.on }
    case 'served':
      return { state: 'served' }
    case 'closed':
      return { state: 'ended', outcome: event.outcome, outcomeOn: event.on }
    default:
      return undefined
  }
}

/** What comes after the decision changes neither state nor outcome. */
function afterwards(standing: FoiStanding, event: FoiEvent): Partial<FoiStanding> | undefined {
  switch (event.kind) {
    case 'returned':
      return { state: atWork(standing) }
    case 'remedyLodged': {
      const { remedy, route, on: lodgedOn } = event
      return { remedies: [...standing.remedies, { remedy, route, lodgedOn, result: null, resultOn: null }] }
    }
    case 'remedyDecided': {
      const { remedy, result, on: resultOn } = event
      const remedies = standing.remedies.map(each =>
        each.remedy === remedy ? { ...each, result, resultOn } : each,
      )
      return { remedies, mustAnswerAgain: standing.mustAnswerAgain || event.answerAgain }
    }
    case 'roundOpened':
      return { mustAnswerAgain: false }
    case 'publicationProposed':
      return { publication: 'proposed' }
    case 'publicationDecided':
      return { publication: 'decided' }
    case 'rated':
      return { rated: true }
    default:
      return undefined
  }
}
