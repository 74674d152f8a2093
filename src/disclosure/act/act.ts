import { currentCalendar } from '../../office/calendars.ts'
import type { Actor } from '../../office/roles.ts'
import { audit } from '../../platform/audit.ts'
import { type Instant, now } from '../../platform/clock.ts'
import type { Work } from '../../platform/work.ts'
import { type Calendar, NoticeMissing } from '../../statute/calendar.ts'
import type { Day } from '../../statute/day.ts'
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts'
import type { ItemEvent, ToldItemEvent } from '../events.ts'
import type { ItemStanding } from '../standing.ts'
import { type ItemStep, lineOfItemStep, refusalOfItem } from '../steps.ts'
import { appendItemEvent, type ItemRecord, itemRecordOf } from '../store/history.ts'

/** What an act is done to, by whom and when; `version` is the one that the actor saw. */
export interface ItemDoing {
  readonly id: string
  readonly by: Actor
  readonly today: Day
  readonly version?: number | undefined
  /** The moment of the act; left out, it is this moment. */
  readonly moment?: Instant | undefined
}

/** Somebody else acted on the item in between: where it stands now. */
export interface ItemConflict {
  readonly kind: 'conflict'
  readonly standing: ItemStanding
}

/** What an act answers. */
export type ItemDone = ItemStanding | Refusal | ItemConflict

/** What a step finds before it tells its event. */
export interface ItemBefore extends ItemRecord {
  readonly work: Work
  readonly calendar: Calendar
  readonly moment: Instant
}

/** What happened, or why it may not. `after` runs in the same transaction once the event stands. */
export type ItemTelling =
  | ToldItemEvent
  | Refusal
  | { readonly tells: ToldItemEvent; readonly after: (event: ItemEvent) => Promise<void> }

type Tell = (before: ItemBefore) => Promise<ItemTelling> | ItemTelling

/** One step: locks the item, asks the table of steps, appends the event, audits: all or nothing. */
export async function takeItemStep(
  work: Work,
  doing: ItemDoing,
  step: ItemStep,
  tell: Tell,
): Promise<ItemDone> {
  try {
    return await work.transaction(inner => takenWithin(inner, doing, step, tell))
  } catch (cause) {
    if (cause instanceof NoticeMissing) return refuse(cause.message, 'Art 26')
    throw cause
  }
}

async function takenWithin(inner: Work, doing: ItemDoing, step: ItemStep, tell: Tell): Promise<ItemDone> {
  const { by, today } = doing
  const record = await itemRecordOf(inner, doing.id, true)
  if (record === undefined) return refuse('没有这件信息。')
  const refusal = refusalOfItem(step, situationOf(record), by, today)
  if (refusal !== undefined) return refusal
  if (doing.version !== undefined && doing.version !== record.standing.version) {
    return { kind: 'conflict', standing: record.standing }
  }
  const moment = doing.moment ?? now()
  const told = await tell({ ...record, work: inner, calendar: await currentCalendar(inner), moment })
  if (isRefusal(told)) return told
  const { tells, after: afterwards } = 'tells' in told ? told : { tells: told, after: undefined }
  if (tells.on > today) return refuse(`日期 ${tells.on} 在今天之后，请填写已经发生的日期。`)
  const event: ItemEvent = { ...tells, at: moment, by: by.id, byName: by.name }
  const standing = await appendItemEvent(inner, record, event)
  if (afterwards !== undefined) await afterwards(event)
  await auditItem(inner, record, doing, { step, on: event.on })
  return standing
}

/** What the table of steps is asked of this item. */
export function situationOf({ item, standing, draft }: ItemRecord) {
  return { agency: item.agency, standing, draftSha256: draft?.sha256 ?? null }
}

/** Writes a step into the trail, with its day and article. */
export async function auditItem(
  work: Work,
  { item }: Pick<ItemRecord, 'item'>,
  { by }: Pick<ItemDoing, 'by'>,
  { step, on }: { readonly step: ItemStep; readonly on: Day },
): Promise<void> {
  const who = { by: by.id, byName: by.name, agency: item.agency }
  const detail = { number: item.indexNumber, on, law: lineOfItemStep(step).law }
  await audit(work, { ...who, act: `disclosure.${step}`, subject: item.id, detail })
}
