import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { demandChannels, demandTypes } from '../../demand.ts'
import { type DemandEvent, type DemandEventKind, demandEventLabel } from '../../events.ts'
import type { FactDemand } from '../../figures/fact.ts'
import { toldDemandForms } from '../told.ts'

const kindForm = z.enum(Object.keys(demandEventLabel) as [DemandEventKind, ...DemandEventKind[]])
const demandForm = z.object({
  ...{ id: z.string(), agency: z.string(), type: z.enum(demandTypes), channel: z.enum(demandChannels) },
  ...{ filedAt: z.string(), place: z.string(), confidential: z.boolean(), category: z.string() },
})

/** A demand with what happened to it, as far as figures need both. */
export interface History {
  readonly demand: FactDemand
  readonly events: readonly DemandEvent[]
}

/** The histories of these demands, up to a moment where one is given. */
export async function historiesOf(work: Work, ids: readonly string[], until?: string): Promise<History[]> {
  const [demands, events] = await Promise.all([
    work.db
      .selectFrom('hotline_demands as d')
      .leftJoin('hotline_demand_categories as c', 'c.demand', 'd.id')
      .select(['d.id', 'd.agency', 'd.type', 'd.channel', 'd.filed_at as filedAt', 'd.place'])
      .select(({ fn, val }) => ['d.confidential', fn.coalesce('c.category', val('')).as('category')])
      .where(sql<boolean>`d.id = any(${ids}::uuid[])`)
      .execute(),
    eventsOf(work, ids, until),
  ])
  return demands.map(row => ({ demand: demandForm.parse(row), events: events.get(row.id) ?? [] }))
}

async function eventsOf(work: Work, ids: readonly string[], until: string | undefined) {
  let query = work.db
    .selectFrom('hotline_events')
    .select(['demand', 'kind', 'at', 'by', 'by_name as byName', 'told'])
    .where(sql<boolean>`demand = any(${ids}::uuid[])`)
    .orderBy('demand')
    .orderBy('number')
  if (until !== undefined) query = query.where('at', '<=', until)
  const events = new Map<string, DemandEvent[]>()
  for (const { demand, kind, told, ...who } of await query.execute()) {
    const event = { ...toldDemandForms[kindForm.parse(kind)].parse(told), ...who }
    const those = events.get(demand)
    if (those === undefined) events.set(demand, [event])
    else those.push(event)
  }
  return events
}
