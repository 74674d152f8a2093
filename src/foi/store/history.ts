import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../platform/work.ts'
import { dayOf } from '../../statute/day.ts'
import { type FoiEvent, type FoiEventKind, foiEventLabel } from '../events.ts'
import { applicantKinds, channels, type FoiRequest, givingForms, servingWays } from '../request.ts'
import { type FoiStanding, resultRowOf, standingAfter } from '../standing.ts'
import { type AnsweredIn, answeredIn } from './answered.ts'
import { toldForms } from './told.ts'

const kindForm = z.enum(Object.keys(foiEventLabel) as [FoiEventKind, ...FoiEventKind[]])
const rowForm = z.object({
  ...{ id: z.string(), number: z.string(), agency: z.string(), channel: z.enum(channels) },
  ...{ applicantKind: z.enum(applicantKinds), description: z.string(), givingForm: z.enum(givingForms) },
  ...{ servingWay: z.enum(servingWays), arrivedOn: z.string().transform(dayOf) },
  roundOf: z.string().nullable(),
})

/** A request with its whole history, and where it stands by it. */
export interface FoiRecord {
  readonly request: FoiRequest
  readonly events: readonly FoiEvent[]
  readonly standing: FoiStanding
}

/** The request; `lock` keeps everybody else from acting on it until the transaction ends. */
export async function recordOf(work: Work, id: string, lock = false): Promise<FoiRecord | undefined> {
  let query = work.db
    .selectFrom('foi_requests')
    .select(['id', 'number', 'agency', 'channel', 'description'])
    .select(['applicant_kind as applicantKind', 'giving_form as givingForm'])
    .select(['serving_way as servingWay', 'arrived_on as arrivedOn', 'round_of as roundOf'])
    .where('id', '=', id)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (row === undefined) return undefined
  const events = await eventsOf(work, id)
  return { request: rowForm.parse(row), events, standing: standingAfter(events) }
}

/** The history of a request in its order. */
export async function eventsOf(work: Work, request: string): Promise<FoiEvent[]> {
  return (await eventsOfMany(work, [request])).get(request) ?? []
}

/** The histories of several requests, each in its order; only these kinds of events where they are named. */
export async function eventsOfMany(
  work: Work,
  requests: readonly string[],
  kinds?: readonly FoiEventKind[],
): Promise<Map<string, FoiEvent[]>> {
  let query = work.db
    .selectFrom('foi_events')
    .select(['request', 'kind', 'on_day', 'at', 'by', 'by_name', 'told'])
    .where('request', '=', sql<string>`any(${[...requests]}::uuid[])`)
    .orderBy('request')
    .orderBy('number')
  if (kinds !== undefined) query = query.where('kind', 'in', [...kinds])
  const found = new Map<string, FoiEvent[]>()
  for (const { request, kind, told, on_day: on, at, by, by_name: byName } of await query.execute()) {
    const about = toldForms[kindForm.parse(kind)].parse(told)
    const event: FoiEvent = { ...about, on: dayOf(on), at, by, byName }
    const events = found.get(request)
    if (events === undefined) found.set(request, [event])
    else events.push(event)
  }
  return found
}

/** Appends an event and moves the standing that the lists read. */
export async function append(
  work: Work,
  { request, events }: Pick<FoiRecord, 'request' | 'events'>,
  event: FoiEvent,
): Promise<FoiStanding> {
  const standing = standingAfter([...events, event])
  const { kind, on, at, by, byName, ...about } = event
  await work.db
    .insertInto('foi_events')
    .values({
      ...{ request: request.id, number: standing.version, kind, on_day: on, at, by, by_name: byName },
      told: JSON.stringify({ kind, ...about }),
    })
    .execute()
  const answered = event.kind === 'answered' ? await answeredIn(work, [...events, event], standing) : {}
  await keepStanding(work, request, standing, answered)
  return standing
}

async function keepStanding(
  work: Work,
  request: FoiRequest,
  standing: FoiStanding,
  answered: Partial<AnsweredIn>,
): Promise<void> {
  const { whose, row: stands } = standingRow(request, standing)
  const row = { ...answered, ...stands }
  await work.db
    .insertInto('foi_standings')
    .values({ ...whose, ...row })
    .onConflict(conflict => conflict.column('request').doUpdateSet(row))
    .execute()
}

/** Makes the standing of every request anew from its history. @returns how many there are */
export async function rebuildStandings(work: Work): Promise<number> {
  const requests = await work.db.selectFrom('foi_requests').select('id').orderBy('id').execute()
  for (const { id } of requests) {
    await work.transaction(async inner => {
      const record = await recordOf(inner, id, true)
      if (record === undefined) return
      const { request, events, standing } = record
      await keepStanding(inner, request, standing, await answeredIn(inner, events, standing))
    })
  }
  return requests.length
}

/** What the lists read of a request: whose it is, which never changes, and where it stands. */
export function standingRow(request: FoiRequest, standing: FoiStanding) {
  const { outcome } = standing
  const { agency, applicantKind, channel, arrivedOn, roundOf = null } = request
  return {
    whose: {
      ...{ request: request.id, agency, applicant_kind: applicantKind, channel, arrived_on: arrivedOn },
      round: roundOf !== null,
    },
    row: {
      ...{ state: standing.state, version: standing.version, department: standing.department },
      ...{ handler: standing.handler?.id ?? null, limit_on: standing.limit },
      ...{ received_on: standing.receivedOn, result_row: resultRowOf(standing) ?? null },
      ...{ outcome_on: standing.outcomeOn, withheld: outcome?.kind === 'withheld' ? outcome.ground : null },
    },
  }
}
