import { currentCalendar } from '../../office/calendars.ts'
import type { Actor } from '../../office/roles.ts'
import { audit } from '../../platform/audit.ts'
import { now } from '../../platform/clock.ts'
import type { Work } from '../../platform/work.ts'
import type { Calendar } from '../../statute/calendar.ts'
import type { Day } from '../../statute/day.ts'
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts'
import { clockOf } from '../clock.ts'
import { clockEvents } from '../clock-of-request.ts'
import type { FoiEvent, ToldEvent } from '../events.ts'
import type { FoiStanding } from '../standing.ts'
import { type FoiSituation, type FoiStep, lineOfFoiStep, refusalOfFoi } from '../steps.ts'
import { append, type FoiRecord, recordOf } from '../store/history.ts'

/** What an act is done to, by whom and when; `version` is the one that the actor saw. */
export interface FoiDoing {
  readonly id: string
  readonly by: Actor
  readonly today: Day
  readonly version?: number | undefined
  /** Has the one who acts shown the tracking code of this request? */
  readonly asApplicant?: boolean | undefined
}

/** Somebody else acted on the request in between: where it stands now. */
export interface FoiConflict {
  readonly kind: 'conflict'
  readonly standing: FoiStanding
}

/** What an act answers. */
export type FoiDone = FoiStanding | Refusal | FoiConflict

/** What a step finds before it tells its event. */
export interface Before extends FoiRecord {
  readonly work: Work
  readonly calendar: Calendar
}

/**
 * One step: locks the request, asks the table of steps and the clock, appends the event, audits: all or nothing.
 * `tell` says what happened, or why it may not.
 */
export function takeFoiStep(
  work: Work,
  doing: FoiDoing,
  step: FoiStep,
  tell: (before: Before) => Promise<ToldEvent | Refusal> | ToldEvent | Refusal,
): Promise<FoiDone> {
  return work.transaction(async inner => {
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
    const event: FoiEvent = { ...told, at: now(), by: by.id, byName: by.name }
    const clockRefusal = refusalOfClock([...events, event], today, calendar) ?? futureRefusal(event.on, today)
    if (clockRefusal !== undefined) return clockRefusal
    const after = await append(inner, { request, events }, event)
    const who = { by: by.id, byName: by.name, agency: request.agency }
    const detail = { number: request.number, on: event.on, law: lineOfFoiStep(step).law }
    await audit(inner, { ...who, act: `foi.${step}`, subject: request.id, detail })
    return after
  })
}

function situationOf({ request, standing }: FoiRecord, { asApplicant }: FoiDoing): FoiSituation {
  return { agency: request.agency, standing, asApplicant }
}

/** Why the clock does not accept the last of these events. */
function refusalOfClock(events: readonly FoiEvent[], today: Day, calendar: Calendar): Refusal | undefined {
  const moving = clockEvents(events)
  const latest = clockEvents(events.slice(-1)).length > 0 ? moving.length - 1 : -1
  const refused = clockOf(moving, today, calendar).refusals.find(({ event }) => event === latest)
  return refused === undefined ? undefined : refuse(refused.message, refused.law)
}

function futureRefusal(on: Day, today: Day): Refusal | undefined {
  return on > today ? refuse(`日期 ${on} 在今天之后，请填写已经发生的日期。`) : undefined
}
