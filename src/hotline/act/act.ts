import { currentCalendar } from '../../office/calendars.ts'
import type { Actor } from '../../office/roles.ts'
import { audit } from '../../platform/audit.ts'
import { setting } from '../../platform/settings.ts'
import type { Work } from '../../platform/work.ts'
import { NoticeMissing } from '../../statute/calendar.ts'
import { dayOf } from '../../statute/day.ts'
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts'
import type { ToldDemandEvent } from '../events.ts'
import { type DemandStanding, hasMovedSince } from '../standing.ts'
import { type DemandStep, lineOfDemandStep, refusalOfDemand } from '../steps.ts'
import { appendDemandEvent, demandOf } from '../store/history.ts'
import type { DemandRecord } from '../store/standing-row.ts'
import type { WorkingTime } from '../working-time.ts'
import { lockFollowed, type Settled, tellOthers } from './following.ts'

/** What an act is done to, by whom and at which moment; `version` is the one that the actor saw. */
export interface DemandDoing {
  readonly id: string
  readonly by: Actor
  /** ISO 8601 in UTC. */
  readonly moment: string
  readonly version?: number | undefined
  /** Has who acts shown the tracking code of this demand? */
  readonly asCaller?: boolean | undefined
  /** What bounds this person beside the table of steps; asked of the demand as it is locked. */
  readonly bounds?: ((record: DemandRecord) => Refusal | undefined) | undefined
}

/** Somebody else acted on the demand in between: where it stands now. */
export interface DemandConflict {
  readonly kind: 'conflict'
  readonly standing: DemandStanding
}

/** What an act answers. */
export type DemandDone = DemandStanding | Refusal | DemandConflict

/** What a step finds before it tells its event. */
export interface BeforeStep extends DemandRecord {
  readonly work: Work
  readonly settled: Settled
}

/** By what time limits are counted today. */
export async function workingTime(work: Work): Promise<WorkingTime> {
  return (await settledNow(work)).time
}

/** What the city settles, read once for a step and all that follows from it. */
async function settledNow(work: Work): Promise<Settled> {
  const [calendar, { hours, limits, sampling }] = await Promise.all([
    currentCalendar(work),
    setting(work.db, 'hotline'),
  ])
  const since = hours.map(({ from, hours: each }) => ({ from: dayOf(from), hours: each }))
  return { time: { calendar, hours: since }, limits, sampling }
}

/**
 * One step: locks the demand, asks the table of steps, appends the event, audits: all or nothing. `tell` says what
 * happened, or why it may not.
 */
export async function takeDemandStep(
  work: Work,
  doing: DemandDoing,
  step: DemandStep,
  tell: (before: BeforeStep) => Promise<ToldDemandEvent | Refusal> | ToldDemandEvent | Refusal,
): Promise<DemandDone> {
  try {
    return await work.transaction(inner => takenWithin(inner, doing, step, tell))
  } catch (cause) {
    if (cause instanceof NoticeMissing) return refuse(cause.message)
    throw cause
  }
}

const overtaken = '他人刚刚办理过这件诉求，刷新本页可以看到最新情况，您填写的内容请先复制。'

async function takenWithin(
  inner: Work,
  { id, by, moment, version, asCaller, bounds }: DemandDoing,
  step: DemandStep,
  tell: (before: BeforeStep) => Promise<ToldDemandEvent | Refusal> | ToldDemandEvent | Refusal,
): Promise<DemandDone> {
  await lockFollowed(inner, id, step)
  const record = await demandOf(inner, id, true)
  if (record === undefined) return refuse('没有这件诉求。')
  const { demand, standing } = record
  const refusal = refusalOfDemand(step, { agency: demand.agency, standing, asCaller }, by) ?? bounds?.(record)
  const over = version !== undefined && isOverBy(record, { version, step })
  // Who has a form open that no longer fits hears why, and keeps what he typed.
  if (refusal !== undefined) return over ? { ...refusal, message: `${overtaken}${refusal.message}` } : refusal
  if (over) return { kind: 'conflict', standing }
  const settled = await settledNow(inner)
  const told = await tell({ ...record, work: inner, settled })
  if (isRefusal(told)) return told
  const event = { ...told, at: moment, by: by.id, byName: by.name }
  const after = await appendDemandEvent(inner, record, event, settled.time)
  await tellOthers(inner, record, { event, settled })
  const who = { by: by.id, byName: by.name, agency: demand.agency }
  const detail = { number: demand.number, law: lineOfDemandStep(step).law }
  await audit(inner, { ...who, act: `hotline.${step}`, subject: demand.id, detail })
  return after
}

/** Is the version that the actor saw over? A note or an urging sent twice is told by it alone. */
function isOverBy(
  { events, standing }: DemandRecord,
  { version, step }: { readonly version: number; readonly step: DemandStep },
): boolean {
  const sentAgain: readonly DemandStep[] = ['note', 'urge', 'supervise', 'escalate']
  return sentAgain.includes(step) ? version !== standing.version : hasMovedSince(events, version)
}
