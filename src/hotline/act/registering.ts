import { randomBytes, randomUUID } from 'node:crypto'
import { type Actor, holds } from '../../office/roles.ts'
import { audit } from '../../platform/audit.ts'
import type { Secrets } from '../../platform/secret.ts'
import { onceMore } from '../../platform/sent-twice.ts'
import { tokenHash } from '../../platform/sign-in/sessions.ts'
import type { Work, Write } from '../../platform/work.ts'
import type { Day } from '../../statute/day.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'
import { type Caller, type Demand, demandIdOf, longest } from '../demand.ts'
import { refusalOfReceipt } from '../doors/received.ts'
import { subjectKept } from '../looks/confidence.ts'
import { type DangerFound, urgencyRaised } from '../safety/danger.ts'
import { callerKept } from '../store/callers.ts'
import { newestModel } from '../store/categories/models.ts'
import { suggestionsKept } from '../store/categories/rows.ts'
import { eventAppended } from '../store/history.ts'
import { nextDemandNumber } from '../store/numbers.ts'
import { wordsKept } from '../store/queue/words.ts'
import { alarmKept } from '../store/safety/alarms.ts'
import { dayOfMinute, minuteOf } from '../working-time.ts'
import { workingTime } from './act.ts'
import { categorySuggested } from './categories/suggesting.ts'
import { dangersOf } from './safety/words.ts'

/** A demand as it is registered. */
export interface Registering extends Omit<Demand, 'id' | 'number' | 'filedAt'> {
  readonly caller: Caller
  /** The day on which a letter or message that is typed in was received. */
  readonly received?: Day | undefined
  /** A secret of the form: registered twice, it answers with the receipt of the first time. */
  readonly once?: string | undefined
  /** The code that opens the tracking page; one is made where none is given. */
  readonly trackingCode?: string | undefined
}

/** Who registers, at which moment, and with what the personal data are sealed. */
export interface RegisteringBy {
  readonly by: Actor
  readonly moment: string
  readonly secrets: Secrets
}

/** What the caller is given: the number, and the code that alone opens the tracking page. */
export interface DemandReceipt {
  readonly id: string
  readonly number: string
  /** Empty where the same form was sent before: the code was given once. */
  readonly trackingCode: string
}

/**
 * Registers a demand, by day and night. The number is of the day of the moment, in the office's time zone; it is taken
 * before everything else, and is left out where what follows fails.
 */
export async function registerDemand(
  work: Work,
  registering: Registering,
  { by, moment, secrets }: RegisteringBy,
): Promise<DemandReceipt | Refusal> {
  const refusal =
    refusalOfRegistering(registering, by) ??
    refusalOfReceipt(registering.received, {
      channel: registering.channel,
      today: dayOfMinute(minuteOf(moment)),
    })
  if (refusal !== undefined) return refusal
  return await onceMore(
    () => registerOnce(work, registering, { by, moment, secrets }),
    ['hotline_demands_registered_once_key'],
  )
}

async function registerOnce(
  work: Work,
  { caller, received, once, trackingCode: chosen, ...told }: Registering,
  { by, moment, secrets }: RegisteringBy,
): Promise<DemandReceipt> {
  const sent = markOfForm({ once, agency: told.agency })
  const before = sent === null ? undefined : await registeredBefore(work, sent)
  if (before !== undefined) return before
  const [time, dangers, model] = [
    await workingTime(work),
    await dangersOf(work, told),
    await newestModel(work, told.agency),
  ]
  const subject = subjectKept(told, caller)
  const said = { ...told, subject, urgency: urgencyRaised(told.urgency, dangers) }
  // A statement of its own: who registers at the same time waits for the number alone.
  const number = await nextDemandNumber(work, said.agency, dayOfMinute(minuteOf(moment)))
  const demand: Demand = {
    ...said,
    id: demandIdOf({ number, filedAt: moment }, randomUUID().slice(24)),
    number,
    filedAt: moment,
  }
  const trackingCode = chosen ?? randomBytes(16).toString('base64url')
  const { type, urgency, channel, agency } = demand
  const registered = { kind: 'registered', type, urgency, received } as const
  const event = { ...registered, at: moment, by: by.id, byName: by.name }
  const suggested = categorySuggested(demand, model)
  const counted = { ...demand, category: suggested[0]?.category }
  const { writes } = await eventAppended(work, { demand: counted, events: [] }, { event, time })
  const entry = { by: by.id, byName: by.name, agency, act: 'hotline.register', subject: demand.id }
  // One statement is all or nothing by itself.
  await audit(work, { ...entry, detail: { number, channel } }, [
    demandKept(work, demand, { tracking_hash: tokenHash(trackingCode), registered_once: sent }),
    callerKept(work, demand.id, { caller, secrets }),
    ...writes,
    wordsKept(work, demand),
    ...alarmRaised(work, demand, dangers),
    ...suggestionsKept(work, agency, suggested),
  ])
  return { id: demand.id, number, trackingCode }
}

function demandKept(
  work: Work,
  { filedAt: filed_at, ...demand }: Demand,
  marks: { readonly tracking_hash: string; readonly registered_once: string | null },
): Write {
  return work.db.insertInto('hotline_demands').values({ ...demand, filed_at, ...marks })
}

/** What tells of danger is shown at once to who is on duty, by whichever channel it came. */
function alarmRaised(work: Work, demand: Demand, dangers: readonly DangerFound[]): Write[] {
  if (dangers.length === 0) return []
  const { id, agency, filedAt: at } = demand
  const kinds = [...new Set(dangers.map(({ label }) => label))]
  return [alarmKept(work, { demand: id, agency, kinds, words: dangers.map(({ word }) => word), at })]
}

function markOfForm({ once, agency }: Pick<Registering, 'once' | 'agency'>): string | null {
  return once === undefined ? null : tokenHash(`${once} ${agency}`)
}

/** What the same form registered before; undefined where it is sent for the first time. */
export async function filedBefore(
  work: Work,
  form: Pick<Registering, 'once' | 'agency'>,
): Promise<DemandReceipt | undefined> {
  const sent = markOfForm(form)
  return sent === null ? undefined : await registeredBefore(work, sent)
}

async function registeredBefore(work: Work, sent: string): Promise<DemandReceipt | undefined> {
  const row = await work.db
    .selectFrom('hotline_demands')
    .select(['id', 'number'])
    .where('registered_once', '=', sent)
    .executeTakeFirst()
  return row && { ...row, trackingCode: '' }
}

function refusalOfRegistering(
  { agency, subject, body, place, caller }: Registering,
  by: Actor,
): Refusal | undefined {
  if (!holds(by, 'hotlineAgent', agency)) return refuse('“登记诉求”由热线的话务员办理。')
  if (subject.trim() === '') return refuse('请填写诉求的标题。')
  if (body.trim() === '') return refuse('请填写诉求的内容。')
  const fields = [
    ['标题', subject, longest.subject],
    ['内容', body, longest.body],
    ['地点', place, longest.place],
    ['姓名', caller.name, longest.name],
    ['电话', caller.phone, longest.phone],
  ] as const
  const long = fields.find(([, text, most]) => [...text].length > most)
  return long === undefined ? undefined : refuse(`${long[0]}不能超过 ${long[2]} 字。`)
}
