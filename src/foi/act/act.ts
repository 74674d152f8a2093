import { currentCalendar } from '../../office/calendars.ts'
import type { Actor } from '../../office/roles.ts'
import { audit } from '../../platform/audit.ts'
import { now } from '../../platform/clock.ts'
import type { Work } from '../../platform/work.ts'
import { type Calendar, NoticeMissing } from '../../statute/calendar.ts'
import type { Day } from '../../statute/day.ts'
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts'
import { clockOf } from '../clock.ts'
import { clockEvents } from '../clock-of-request.ts'
import type { FoiEvent, ToldEvent } from '../events.ts'
import { editedLetter, type LetterEdits } from '../letters/edit.ts'
import type { Letter } from '../letters/letter.ts'
import type { FoiStanding } from '../standing.ts'
import { type FoiSituation, type FoiStep, lineOfFoiStep, refusalOfFoi } from '../steps.ts'
import { append, type FoiRecord, recordOf } from '../store/history.ts'
import { sendLetter } from '../store/letters.ts'
import type { LetterLine } from '../view.ts'

/** What an act is done to, by whom and when; `version` is the one that the actor saw. */
export interface FoiDoing {
  readonly id: string
  readonly by: Actor
  readonly today: Day
  readonly version?: number | undefined
  /** Has the one who acts shown the tracking code of this request? */
  readonly asApplicant?: boolean | undefined
  /** The letter as the clerk left it, where the step sends one. */
  readonly edits?: LetterEdits | undefined
}

/** Somebody else acted on the request in between: where it stands now. */
export interface FoiConflict {
  readonly kind: 'conflict'
  readonly standing: FoiStanding
}

/** What an act answers. */
export type FoiDone = FoiStanding | Refusal | FoiConflict

/** What happened, or why it may not; and the letters that go out with it, the applicant's first. */
export type Telling = ToldEvent | Refusal | { readonly tells: ToldEvent; readonly letters: readonly Letter[] }

/** What a step finds before it tells its event. */
export interface Before extends FoiRecord {
  readonly work: Work
  readonly calendar: Calendar
}

/**
 * One step: locks the request, asks the table of steps and the clock, appends the event, audits: all or nothing.
 * `tell` says what happened, or why it may not.
 */
export async function takeFoiStep(
  work: Work,
  doing: FoiDoing,
  step: FoiStep,
  tell: (before: Before) => Promise<Telling> | Telling,
): Promise<FoiDone> {
  try {
    return await work.transaction(inner => takenWithin(inner, doing, step, tell))
  } catch (cause) {
    if (cause instanceof NoticeMissing) return refuse(cause.message, 'Art 33')
    throw cause
  }
}

async function takenWithin(
  inner: Work,
  doing: FoiDoing,
  step: FoiStep,
  tell: (before: Before) => Promise<Telling> | Telling,
): Promise<FoiDone> {
  const { by, today } = doing
  const record = await recordOf(inner, doing.id, true)
  if (record === undefined) return refuse('没有这件申请。')
  const { request, standing, events } = record
  const refusal = refusalOfFoi(step, situationOf(record, doing), by, today)
  if (refusal !== undefined) return refusal
  if (doing.version !== undefined && doing.version !== standing.version) {
    return { kind: 'conflict', standing } as const
  }
  const calendar = await currentCalendar(inner)
  const told = await tell({ ...record, work: inner, calendar })
  if (isRefusal(told)) return told
  const { tells, letters } = 'tells' in told ? told : { tells: told, letters: [] }
  const event: FoiEvent = { ...tells, at: now(), by: by.id, byName: by.name }
  const clockRefusal = refusalOfClock([...events, event], today, calendar) ?? futureRefusal(event.on, today)
  if (clockRefusal !== undefined) return clockRefusal
  const edited = editedFirst(letters, doing)
  if (isRefusal(edited)) return edited
  const number = await sendAll(inner, request, edited)
  const numbered = event.kind === 'answered' ? { ...event, letter: number ?? '' } : event
  const after = await append(inner, { request, events }, numbered)
  const who = { by: by.id, byName: by.name, agency: request.agency }
  const detail = { number: request.number, on: event.on, law: lineOfFoiStep(step).law }
  await audit(inner, { ...who, act: `foi.${step}`, subject: request.id, detail })
  return after
}

/** The clerk edits the letter to the applicant, which is the first. */
function editedFirst(letters: readonly Letter[], { edits }: FoiDoing): readonly Letter[] | Refusal {
  const [first, ...others] = letters
  if (edits === undefined || first === undefined) return letters
  const edited = editedLetter(first, edits)
  return isRefusal(edited) ? edited : [edited, ...others]
}

/** Numbers, freezes and sends the letters. @returns the number of the first */
async function sendAll(
  work: Work,
  request: FoiRecord['request'],
  letters: readonly Letter[],
): Promise<string | undefined> {
  const sent: LetterLine[] = []
  for (const letter of letters) sent.push(await sendLetter(work, request, letter))
  return sent[0]?.number
}

function situationOf({ request, standing }: FoiRecord, { asApplicant }: FoiDoing): FoiSituation {
  return { agency: request.agency, standing, asApplicant }
}

/** Why the clock does not accept the last of these events. */
function refusalOfClock(events: readonly FoiEvent[], today: Day, calendar: Calendar): Refusal | undefined {
  if (clockEvents(events.slice(-1)).length === 0) return undefined
  const moving = clockEvents(events)
  const latest = moving.length - 1
  const refused = clockOf(moving, today, calendar).refusals.find(({ event }) => event === latest)
  return refused === undefined ? undefined : refuse(refused.message, refused.law)
}

function futureRefusal(on: Day, today: Day): Refusal | undefined {
  return on > today ? refuse(`日期 ${on} 在今天之后，请填写已经发生的日期。`) : undefined
}
