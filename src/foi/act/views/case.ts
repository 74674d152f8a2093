import { agencyTree } from '../../../office/agencies.ts'
import { currentCalendar } from '../../../office/calendars.ts'
import { type Actor, sees } from '../../../office/roles.ts'
import type { Work } from '../../../platform/work.ts'
import { type Calendar, NoticeMissing } from '../../../statute/calendar.ts'
import { addDays, type Day } from '../../../statute/day.ts'
import { type ClockProof, clockOf } from '../../clock.ts'
import type { ClockEvent } from '../../clock-events.ts'
import { clockEvents } from '../../clock-of-request.ts'
import { masked } from '../../masking.ts'
import type { FoiStanding } from '../../standing.ts'
import { type FoiStep, foiStepTable, refusalOfFoi } from '../../steps.ts'
import { applicantOf } from '../../store/applicants.ts'
import { type FoiRecord, recordOf } from '../../store/history.ts'
import { lettersOf } from '../../store/letters.ts'
import { papersOf } from '../../store/papers.ts'
import type { CaseView, ClockView, StepOffer } from '../../view.ts'
import { type AsOf, workdaysLeft } from './dues.ts'
import type { Reading } from './register.ts'

/** The request, where it exists and this person may see its agency. */
export async function seenRecord(work: Work, id: string, reader: Actor): Promise<FoiRecord | undefined> {
  const [record, tree] = await Promise.all([recordOf(work, id), agencyTree(work)])
  return record !== undefined && sees(reader, record.request.agency, tree) ? record : undefined
}

/** One request as the staff work on it; undefined where there is none, or this person may not see it. */
export async function caseView(work: Work, id: string, reading: Reading): Promise<CaseView | undefined> {
  const { reader, today: asOf, secrets } = reading
  const record = await seenRecord(work, id, reader)
  if (record === undefined) return undefined
  const { request, standing, events } = record
  const [calendar, tree, applicant, papers, letters] = await Promise.all([
    currentCalendar(work),
    agencyTree(work),
    applicantOf(work, id, secrets),
    papersOf(work, id),
    lettersOf(work, id),
  ])
  const agencyName = tree.find(({ code }) => code === request.agency)?.name ?? request.agency
  return {
    ...{ request, agencyName, standing, events, papers, letters },
    applicant: applicant === undefined ? null : masked(applicant),
    clock: clockView(clockEvents(events), standing.outcomeOn, { asOf, calendar }),
    steps: offersOf(record, reader, { asOf, calendar }),
  }
}

/** The clock with its proof; where a year's notice is not loaded it says which, and nothing else. */
export function clockView(events: readonly ClockEvent[], outcomeOn: Day | null, at: AsOf): ClockView {
  const until = outcomeOn !== null && outcomeOn < at.asOf ? outcomeOn : at.asOf
  try {
    const proof: ClockProof = clockOf(events, until, at.calendar)
    const { state, due, counted, allowance, days } = proof
    const left = due === null ? null : workdaysLeft(due, { ...at, asOf: until })
    return { state, due, counted, allowance, days, workdaysLeft: left, missingYear: null }
  } catch (cause) {
    if (!(cause instanceof NoticeMissing)) throw cause
    const nothing = { state: 'running', due: null, workdaysLeft: null, counted: 0, allowance: 0 } as const
    return { ...nothing, days: [], missingYear: cause.year }
  }
}

/** Every line of the table that staff may ever take, each with why not: the table says, then the clock. */
function offersOf({ request, standing, events }: FoiRecord, reader: Actor, at: AsOf): StepOffer[] {
  const situation = { agency: request.agency, standing }
  return foiStepTable
    .filter(({ roles }) => roles.length > 0)
    .map(({ step, label, law }) => {
      const refusal =
        refusalOfFoi(step, situation, reader, at.asOf) ??
        clockRefusal(clockEvents(events), movedBy(step, standing, at.asOf), at)
      if (refusal === undefined) return { step, label, law }
      return { step, label, law, refusal: { message: refusal.message, law: refusal.law } }
    })
}

/** What the step would tell the clock today, where the clock may refuse it whatever is filled in. */
function movedBy(step: FoiStep, { extensionProposed }: FoiStanding, on: Day): ClockEvent | undefined {
  switch (step) {
    case 'askForCorrection':
      return { kind: 'correctionAsked', on, answerBy: addDays(on, 30) }
    case 'proposeExtension':
      return { kind: 'extended', on, workdays: 1 }
    case 'extend':
      return extensionProposed === null ? undefined : { kind: 'extended', on, workdays: extensionProposed }
    case 'seekOpinion':
      return { kind: 'opinionSought', on, of: '某方' }
    case 'notifyFee':
      return { kind: 'feeNotified', on }
    case 'receiveCorrection':
      return { kind: 'corrected', on }
    case 'receivePayment':
      return { kind: 'paid', on }
    default:
      return undefined
  }
}

function clockRefusal(
  events: readonly ClockEvent[],
  next: ClockEvent | undefined,
  { asOf, calendar }: { readonly asOf: Day; readonly calendar: Calendar },
): StepOffer['refusal'] {
  if (next === undefined) return undefined
  try {
    const { refusals } = clockOf([...events, next], asOf, calendar)
    return refusals.find(({ event }) => event === events.length)
  } catch (cause) {
    if (!(cause instanceof NoticeMissing)) throw cause
    return { message: `${cause.year} 年的放假安排通知尚未载入，期限无法计算。` }
  }
}
