import { sql } from 'kysely'
import { z } from 'zod'
import { together, type Work, type Write } from '../../platform/work.ts'
import { demandChannels, demandTypes, urgencies } from '../demand.ts'
import { type DemandEvent, type DemandEventKind, demandEventLabel } from '../events.ts'
import type { FactDemand } from '../figures/fact.ts'
import { type DemandStanding, demandAfter } from '../standing.ts'
import type { WorkingTime } from '../working-time.ts'
import { noteForSubscribers } from './doors/deliveries.ts'
import { factsMoved } from './figures/facts.ts'
import { wordsKept } from './queue/words.ts'
import { type DemandRecord, standingRow } from './standing-row.ts'
import { toldDemandForms } from './told.ts'

const kindForm = z.enum(Object.keys(demandEventLabel) as [DemandEventKind, ...DemandEventKind[]])
const rowForm = z.object({
  ...{ id: z.string(), number: z.string(), agency: z.string(), type: z.enum(demandTypes) },
  ...{ channel: z.enum(demandChannels), urgency: z.enum(urgencies), subject: z.string(), body: z.string() },
  ...{ place: z.string(), confidential: z.boolean(), filedAt: z.string() },
})

/** The demand; `lock` keeps everybody else from acting on it until the transaction ends. */
export async function demandOf(work: Work, id: string, lock = false): Promise<DemandRecord | undefined> {
  let query = work.db
    .selectFrom('hotline_demands')
    .select(['id', 'number', 'agency', 'type', 'channel', 'urgency', 'subject', 'body', 'place'])
    .select(['confidential', 'filed_at as filedAt'])
    .where('id', '=', id)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (row === undefined) return undefined
  const events = await demandEventsOf(work, id)
  return { demand: rowForm.parse(row), events, standing: demandAfter(events) }
}

/** The id of the demand that has this number at this hotline. */
export async function demandIdOf(work: Work, agency: string, number: string): Promise<string | undefined> {
  const row = await work.db
    .selectFrom('hotline_demands')
    .select('id')
    .where('agency', '=', agency)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.id
}

/** The demand that a request for information was, or that it became. */
export interface LinkedDemand {
  readonly id: string
  readonly number: string
  readonly way: 'converted' | 'convertedFrom'
}

const linkedForm = z.object({
  ...{ id: z.string(), number: z.string(), way: z.enum(['converted', 'convertedFrom']) },
})

/** The demand that names this request; undefined where there is none. */
export async function demandLinkedTo(work: Work, request: string): Promise<LinkedDemand | undefined> {
  const row = await work.db
    .selectFrom('hotline_events as e')
    .innerJoin('hotline_demands as d', 'd.id', 'e.demand')
    .select(['d.id', 'd.number', 'e.kind as way'])
    .where('e.kind', 'in', ['converted', 'convertedFrom'])
    .where(sql<string>`e.told->>'request'`, '=', request)
    .executeTakeFirst()
  return row && linkedForm.parse(row)
}

async function demandEventsOf(work: Work, demand: string): Promise<DemandEvent[]> {
  const rows = await work.db
    .selectFrom('hotline_events')
    .select(['kind', 'at', 'by', 'by_name as byName', 'told'])
    .where('demand', '=', demand)
    .orderBy('number')
    .execute()
  return rows.map(({ kind, told, at, by, byName }) => ({
    ...toldDemandForms[kindForm.parse(kind)].parse(told),
    ...{ at, by, byName },
  }))
}

/** Appends an event and moves the standing that the queues read. */
export async function appendDemandEvent(
  work: Work,
  { demand, events }: Pick<DemandRecord, 'demand' | 'events'>,
  event: DemandEvent,
  time: WorkingTime,
): Promise<DemandStanding> {
  const { record, writes } = await eventAppended(work, { demand, events }, { event, time })
  await together(work, writes)
  await keepCoHandlers(work, record)
  return record.standing
}

/** What an event adds: where the demand then stands, and all that is written of it. */
export async function eventAppended(
  work: Work,
  { demand, events }: Pick<DemandRecord, 'events'> & { readonly demand: DemandRecord['demand'] & FactDemand },
  { event, time }: { readonly event: DemandEvent; readonly time: WorkingTime },
): Promise<{ readonly record: DemandRecord; readonly writes: Write[] }> {
  const after = [...events, event]
  const record = { demand, events: after, standing: demandAfter(after) }
  const number = record.standing.version
  const { kind, at, by, byName, ...about } = event
  const row = { demand: demand.id, number, kind, at, by, by_name: byName }
  return {
    record,
    writes: [
      work.db.insertInto('hotline_events').values({ ...row, told: JSON.stringify({ kind, ...about }) }),
      standingKept(work, record, time),
      ...noteForSubscribers(demand.id, { kind, event: number, moment: at }),
      ...(await factsMoved(work, demand, { events: after, time })),
    ],
  }
}

function standingKept(work: Work, record: DemandRecord, time: WorkingTime): Write {
  const { row, whose } = standingRow(record, time)
  return work.db
    .insertInto('hotline_standings')
    .values({ ...whose, ...row })
    .onConflict(conflict => conflict.column('demand').doUpdateSet(row))
}

/** In whose queues it stands beside that of the unit that leads. */
async function keepCoHandlers(work: Work, { demand, events, standing }: DemandRecord): Promise<void> {
  if (!events.some(({ kind }) => kind === 'coHandled')) return
  const { coHandlers } = standing
  await work.db.deleteFrom('hotline_co_handlers').where('demand', '=', demand.id).execute()
  if (coHandlers.length === 0) return
  const rows = coHandlers.map(({ unit, part }) => ({ demand: demand.id, unit, given: part !== null }))
  await work.db.insertInto('hotline_co_handlers').values(rows).execute()
}

/** Makes the standing of every demand and the words by which it is found anew. @returns how many there are */
export async function rebuildDemandStandings(work: Work, time: WorkingTime): Promise<number> {
  const demands = await work.db.selectFrom('hotline_demands').select('id').orderBy('id').execute()
  for (const { id } of demands) {
    await work.transaction(async inner => {
      const record = await demandOf(inner, id, true)
      if (record === undefined) return
      await together(inner, [standingKept(inner, record, time), wordsKept(inner, record.demand)])
      await keepCoHandlers(inner, record)
    })
  }
  return demands.length
}
