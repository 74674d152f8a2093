import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../platform/work.ts'
import { demandChannels, demandTypes, urgencies } from '../demand.ts'
import type { ConfidentialReach } from '../looks/confidence.ts'
import { demandStates } from '../standing.ts'
import type { DemandLine } from '../view.ts'
import { limitWarningAt } from '../warnings.ts'
import { placeFor, subjectFor } from './looks/shown-words.ts'
import { type DemandsAsked, running } from './queue/asked.ts'
import { foundDemands } from './queue/found.ts'

const lineForm = z.object({
  ...{ id: z.string(), number: z.string(), type: z.enum(demandTypes), channel: z.enum(demandChannels) },
  ...{ urgency: z.enum(urgencies), subject: z.string(), place: z.string(), filedAt: z.string() },
  ...{ state: z.enum(demandStates), unit: z.string().nullable(), unitName: z.string().nullable() },
  ...{ dueAt: z.string().nullable(), late: z.boolean() },
  ...{ halfAt: z.string().nullable(), nearAt: z.string().nullable(), callBacks: z.int() },
})

/** A page of the queue, and how many there are; `more` where there are more than are counted. */
export async function demandLines(
  work: Work,
  query: DemandsAsked,
): Promise<{ readonly lines: DemandLine[]; readonly total: number; readonly more: boolean }> {
  const { ids, total, more } = await foundDemands(work, query)
  return { lines: await linesOf(work, ids, { moment: query.moment, reach: query.reads }), total, more }
}

/** The lines of these demands, in their order; the words of confidential ones for who reaches so far. */
export async function linesOf(
  work: Work,
  ids: readonly string[],
  { moment, reach }: { readonly moment: string; readonly reach: ConfidentialReach },
): Promise<DemandLine[]> {
  if (ids.length === 0) return []
  const late = sql<boolean>`s.due_at < ${moment}::timestamptz and s.fed_back_at is null and s.closed_at is null`
  const rows = await work.db
    .selectFrom('hotline_standings as s')
    .innerJoin('hotline_demands as d', 'd.id', 's.demand')
    .leftJoin('agencies as u', 'u.code', 's.unit')
    .where('s.demand', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .select(['d.id', 'd.number', 'd.type', 'd.channel', 'd.urgency'])
    .select([subjectFor(reach).as('subject'), placeFor(reach).as('place')])
    .select(['d.filed_at as filedAt', 's.state', 's.unit', 'u.short_name as unitName', 's.due_at as dueAt'])
    .select(['s.half_at as halfAt', 's.near_at as nearAt', 's.call_backs as callBacks'])
    .select(sql<boolean>`coalesce(${late}, false)`.as('late'))
    .execute()
  const known = new Map(
    z
      .array(lineForm)
      .parse(rows)
      .map(line => [line.id, line]),
  )
  return ids.flatMap(id => {
    const line = known.get(id)
    return line === undefined ? [] : [lineAt(line, moment)]
  })
}

function lineAt({ halfAt, nearAt, ...line }: z.infer<typeof lineForm>, moment: string): DemandLine {
  const runs = running.includes(line.state)
  const warning = runs ? limitWarningAt({ halfAt, nearAt, dueAt: line.dueAt }, moment) : undefined
  return { ...line, warning: warning ?? null }
}
