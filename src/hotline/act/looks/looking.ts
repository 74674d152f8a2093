import type { Actor } from '../../../office/roles.ts'
import { instantOf } from '../../../platform/clock.ts'
import { setting } from '../../../platform/settings.ts'
import type { Work } from '../../../platform/work.ts'
import { bondOf, type LookBond, type LookBounds, type LookKind, type LookRule } from '../../looks/look.ts'
import { keepLook } from '../../store/live/beside.ts'
import { countedLooks, keepOpening, tookCallOf } from '../../store/looks/looks.ts'
import { raiseLookNotice } from '../../store/looks/notices.ts'
import { idleNumbersOf } from '../../store/looks/sums.ts'
import type { DemandRecord } from '../../store/standing-row.ts'
import { dayOfMinute, minuteOf } from '../../working-time.ts'

/** Who looks, at which moment, and what he says why. */
export interface Looking {
  readonly kind: LookKind
  readonly reader: Actor
  readonly reason: string
  readonly moment: string
}

/** From how many on looks are unusual, as it is settled. */
export async function lookBounds(work: Work): Promise<LookBounds> {
  const { causelessPerDay, looksPerHour, numbersPerDay } = await setting(work.db, 'hotlineWatch')
  return { causeless: causelessPerDay, hour: looksPerHour, numbers: numbersPerDay }
}

/** Keeps a look at a demand, with what bound the reader to it; within the transaction of the opening. */
export async function noteLook(work: Work, record: DemandRecord, looking: Looking): Promise<void> {
  const { reader } = looking
  const { id, agency, confidential } = record.demand
  const tookCall = await tookCallOf(work, id, reader.id)
  const bond = bondOf({ ...record, tookCall }, reader)
  await note(work, { agency, demand: id, confidential, bond }, looking)
}

/** Keeps that somebody heard the recording of a call; `record` is the demand that came of it. */
export async function noteHearing(
  work: Work,
  call: {
    readonly agency: string
    readonly answeredBy: string | null
    readonly record?: DemandRecord | undefined
  },
  looking: Looking,
): Promise<void> {
  if (call.record !== undefined && call.answeredBy !== looking.reader.id)
    return await noteLook(work, call.record, looking)
  const { id: demand = null, confidential = false } = call.record?.demand ?? {}
  const bond = call.answeredBy === looking.reader.id ? 'call' : null
  await note(work, { agency: call.agency, demand, confidential, bond }, looking)
}

async function note(
  work: Work,
  about: {
    readonly agency: string
    readonly demand: string | null
    readonly confidential: boolean
    readonly bond: LookBond | null
  },
  { kind, reader, reason, moment }: Looking,
): Promise<void> {
  const who = { person: reader.id, personName: reader.name }
  await keepOpening(work, { ...about, ...who, kind, reason, at: moment })
  const { agency } = about
  const on = dayOfMinute(minuteOf(moment))
  const counted = (from: string) => countedLooks(work, { agency, person: reader.id, from, to: moment })
  const day = await counted(instantOf(on, '00:00:00'))
  const hour = await counted(new Date(Date.parse(moment) - 3_600_000).toISOString())
  const told = { agency, ...who, on, moment }
  await raiseWhere(work, { causeless: day.causeless, hour: hour.looks }, told)
}

/** Keeps that an agent looked up the demands of a number, once for each number and day. */
export async function noteNumber(
  work: Work,
  look: { readonly agency: string; readonly mark: string; readonly on: string; readonly moment: string },
  reader: Actor,
): Promise<void> {
  const { agency, mark, on, moment } = look
  const isNew = await keepLook(work, { agency, person: reader.id, mark, on })
  if (!isNew) return
  const numbers = await idleNumbersOf(work, { agency, person: reader.id, on })
  await raiseWhere(work, { numbers }, { agency, person: reader.id, personName: reader.name, on, moment })
}

/** Tells the supervisors of each number that reaches its bound. */
async function raiseWhere(
  work: Work,
  reached: Partial<Record<LookRule, number>>,
  told: {
    readonly agency: string
    readonly person: string
    readonly personName: string
    readonly on: string
    readonly moment: string
  },
): Promise<void> {
  const { moment: raisedAt, ...about } = told
  const bounds = await lookBounds(work)
  for (const rule of ['causeless', 'hour', 'numbers'] as const) {
    const [counted, bound] = [reached[rule] ?? 0, bounds[rule]]
    if (counted >= bound) await raiseLookNotice(work, { ...about, rule, counted, bound, raisedAt })
  }
}
