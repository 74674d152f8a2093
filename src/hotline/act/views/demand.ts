import { agencyTree } from '../../../office/agencies.ts'
import { type Actor, type Agency, holds, sees } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import type { Secrets } from '../../../platform/secret.ts'
import type { Work } from '../../../platform/work.ts'
import { isRefusal, type Refusal, refuse } from '../../../statute/refusal.ts'
import { limitClock } from '../../clock.ts'
import type { Caller } from '../../demand.ts'
import type { DemandEvent } from '../../events.ts'
import { confidentialWords, readsWords, withoutCaller } from '../../looks/confidence.ts'
import { limitEvents } from '../../standing.ts'
import { type DemandStepLine, demandStepTable, isHisStep, refusalOfDemand } from '../../steps.ts'
import { callerOf } from '../../store/callers.ts'
import { demandOf } from '../../store/history.ts'
import type { DemandRecord } from '../../store/standing-row.ts'
import type { DemandView, OfferedDemandStep } from '../../view.ts'
import { workingTime } from '../act.ts'
import { noteLook } from '../looks/looking.ts'

/** Who looks, at which moment. */
export interface DemandReading {
  readonly reader: Actor
  readonly moment: string
  readonly secrets: Secrets
}

/** The demand that this person may see: of his hotline, or with his unit; undefined also where he may not. */
export async function demandSeen(work: Work, id: string, reader: Actor): Promise<DemandRecord | undefined> {
  const [record, tree] = await Promise.all([demandOf(work, id), agencyTree(work)])
  return record !== undefined && isSeen(record, reader, tree) ? record : undefined
}

/** The units that work on it, the one that leads first. */
function unitsOn({ standing }: DemandRecord): string[] {
  return [standing.unit, ...standing.coHandlers.map(({ unit }) => unit)].filter(unit => unit !== null)
}

/** May this person read the words and the papers of a demand that he sees? */
export function readsRecord(record: DemandRecord, reader: Actor): boolean {
  return readsWords(record.demand, unitsOn(record), reader)
}

/** What of an event says who, when, which and how, and nothing that somebody wrote: all else is words. */
const wordless: ReadonlySet<string> = new Set([
  ...['kind', 'at', 'by', 'byName', 'unit', 'leader', 'dueOn', 'received', 'key', 'visitedAt'],
  ...['type', 'urgency', 'imported', 'resolution', 'handling', 'result', 'way', 'failure', 'level'],
  ...['other', 'otherNumber', 'request', 'requestNumber', 'following', 'entry'],
])

/** The record without the words that this person may not read: what happened and when is left. */
function shownRecord(record: DemandRecord, reader: Actor): DemandRecord {
  if (readsRecord(record, reader)) return record
  const { demand, ...rest } = reworded(record, () => confidentialWords)
  return { ...rest, demand: { ...demand, place: '' } }
}

/** The record with each of its words said otherwise. */
function reworded({ demand, standing, events }: DemandRecord, say: (words: string) => string): DemandRecord {
  const { subject, body, place } = demand
  const coHandlers = standing.coHandlers.map(({ unit, part }) => ({ unit, part: part && say(part) }))
  return {
    demand: { ...demand, subject: say(subject), body: say(body), place: say(place) },
    standing: { ...standing, coHandlers },
    events: events.map(event => ({
      ...event,
      ...Object.fromEntries(wordsIn(event).map(([key, words]) => [key, say(words)])),
    })),
  }
}

function wordsIn(event: DemandEvent): (readonly [string, string])[] {
  return Object.entries(event).filter(
    (each): each is [string, string] => typeof each[1] === 'string' && !wordless.has(each[0]),
  )
}

/** What a caller who wished confidence said, without who he is, for whoever may not open that. */
async function withoutWho(
  work: Work,
  record: DemandRecord,
  { reader, secrets }: DemandReading,
): Promise<DemandRecord> {
  if (!record.demand.confidential || refusalOfOpening(record, reader) === undefined) return record
  const caller = await callerOf(work, record.demand.id, secrets)
  return caller === undefined ? record : reworded(record, words => withoutCaller(words, caller))
}

function isSeen(record: DemandRecord, reader: Actor, tree: readonly Agency[]): boolean {
  return [record.demand.agency, ...unitsOn(record)].some(each => sees(reader, each, tree))
}

/** The demand as this person works on it. */
export async function demandView(
  work: Work,
  id: string,
  reading: DemandReading,
): Promise<DemandView | undefined> {
  const { reader, moment, secrets } = reading
  const [record, tree] = await Promise.all([demandOf(work, id), agencyTree(work)])
  if (record === undefined || !isSeen(record, reader, tree)) return undefined
  const { demand, standing, events } = await withoutWho(work, shownRecord(record, reader), reading)
  const nameOf = (code: string | null) => tree.find(each => each.code === code)?.name ?? null
  const caller = demand.confidential ? undefined : await callerOf(work, id, secrets)
  return {
    ...{ demand, standing, agencyName: nameOf(demand.agency) ?? demand.agency },
    unitName: nameOf(standing.unit),
    coHandlers: standing.coHandlers.map(({ unit, part }) => ({ unit, part, name: nameOf(unit) ?? unit })),
    events: events.map(event => ({ ...event, unitName: unitsIn(event).map(nameOf).join('、') || undefined })),
    clock: limitClock(limitEvents(events), moment, await workingTime(work)),
    steps: demandStepTable.flatMap(line => offered(line, record, reader)),
    caller: caller === undefined || `${caller.name}${caller.phone}` === '' ? null : maskedCaller(caller),
    mayOpenCaller: refusalOfOpening(record, reader) === undefined,
  }
}

function unitsIn(event: DemandEvent): readonly string[] {
  if ('units' in event) return event.units
  return 'unit' in event ? [event.unit] : []
}

function offered(
  line: DemandStepLine,
  { demand, standing }: DemandRecord,
  reader: Actor,
): OfferedDemandStep[] {
  const { step, label, law } = line
  const situation = { agency: demand.agency, standing }
  if (!isHisStep(line, situation, reader)) return []
  const refusal = refusalOfDemand(step, situation, reader)
  return [{ step, label, law, refusal: refusal?.message ?? null }]
}

/** 演**　138****0000: enough to recognise, too little to find. */
function maskedCaller({ name, phone }: Caller): string {
  const digits = [...phone]
  const hidden = digits.map((sign, at) => (at < 3 || at >= digits.length - 4 ? sign : '*')).join('')
  const first = [...name][0]
  return `${first === undefined ? '' : `${first}**　`}${digits.length > 7 ? hidden : '*'.repeat(digits.length)}`
}

/** Who opens the caller's data: those of the hotline who speak with him; of the unit only where no confidence was wished. */
function refusalOfOpening({ demand, standing }: DemandRecord, reader: Actor): Refusal | undefined {
  const speaks = ['hotlineAgent', 'callbackAgent', 'supervisor'] as const
  if (speaks.some(role => holds(reader, role, demand.agency))) return undefined
  const { unit } = standing
  const handles = unit !== null && holds(reader, 'handlingUnit', unit)
  if (handles && !demand.confidential) return undefined
  return handles
    ? refuse('来电人要求保密，承办单位不能查看；需要联系来电人的，请由热线转达。')
    : refuse('来电人信息由话务员、回访员、督办员或者承办单位查看。')
}

/** Opens who calls, with a reason; the reading is recorded. */
export async function openCaller(
  work: Work,
  { id, reader, moment, secrets }: DemandReading & { readonly id: string },
  reason: string,
): Promise<Caller | Refusal | undefined> {
  const record = await demandSeen(work, id, reader)
  if (record === undefined) return undefined
  const refusal = refusalOfOpening(record, reader)
  if (isRefusal(refusal)) return refusal
  if ([...reason.trim()].length < 4) return refuse('请写明查看的理由，至少 4 个字。')
  return await work.transaction(async inner => {
    const { demand } = record
    const who = { by: reader.id, byName: reader.name, agency: demand.agency }
    const detail = { number: demand.number, reason: reason.trim() }
    await audit(inner, { ...who, act: 'hotline.caller', subject: id, detail })
    await noteLook(inner, record, { kind: 'caller', reader, reason: reason.trim(), moment })
    return await callerOf(inner, id, secrets)
  })
}
