import { sql } from 'kysely'
import { z } from 'zod'
import { literally } from '../../platform/text/like.ts'
import type { Work } from '../../platform/work.ts'
import { demandChannels, demandTypes, urgencies } from '../demand.ts'
import { type DemandState, demandStates, endStates } from '../standing.ts'
import type { DemandLine } from '../view.ts'

/** By what a queue may be sorted. */
export const demandSorts = ['due', '-due', 'filed', '-filed'] as const
type DemandSort = (typeof demandSorts)[number]
const orders = {
  due: sql`s.due_at asc nulls last, s.filed_at`,
  '-due': sql`s.due_at desc nulls last, s.filed_at desc`,
  filed: sql`s.filed_at`,
  '-filed': sql`s.filed_at desc`,
} as const satisfies Record<DemandSort, unknown>

/** What a queue is asked for. */
export interface DemandsAsked {
  /** Those of these hotlines, or with these units. */
  readonly agencies: readonly string[]
  /** `open` is what has not ended. */
  readonly state?: DemandState | 'open' | undefined
  readonly unit?: string | undefined
  readonly type?: string | undefined
  readonly urgency?: string | undefined
  /** Past its limit, or soon: in so many hours. */
  readonly within?: number | undefined
  /** Words of the subject, or a number. */
  readonly q?: string | undefined
  /** By what, with `-` for the other direction: `due` the first to run out first, `-filed` the newest first. */
  readonly sort: DemandSort
  readonly page: number
  readonly size: number
  /** This moment. */
  readonly moment: string
}

const lineForm = z.object({
  ...{ id: z.string(), number: z.string(), type: z.enum(demandTypes), channel: z.enum(demandChannels) },
  ...{ urgency: z.enum(urgencies), subject: z.string(), place: z.string(), filedAt: z.string() },
  ...{ state: z.enum(demandStates), unit: z.string().nullable(), unitName: z.string().nullable() },
  ...{ dueAt: z.string().nullable(), late: z.boolean() },
})

function asked(work: Work, { agencies, state, unit, within, moment, ...by }: DemandsAsked) {
  let query = work.db
    .selectFrom('hotline_standings as s')
    .innerJoin('hotline_demands as d', 'd.id', 's.demand')
    .leftJoin('agencies as u', 'u.code', 's.unit')
    .where(({ or, eb }) =>
      or([eb('s.agency', 'in', [...agencies, '']), eb('s.unit', 'in', [...agencies, ''])]),
    )
  if (state === 'open') query = query.where('s.closed_at', 'is', null)
  else if (state !== undefined) query = query.where('s.state', '=', state)
  if (unit !== undefined) query = query.where('s.unit', '=', unit)
  if (by.type !== undefined) query = query.where('d.type', '=', by.type)
  if (by.urgency !== undefined) query = query.where('d.urgency', '=', by.urgency)
  if (within !== undefined) {
    query = query
      .where('s.state', 'not in', [...endStates, 'fedBack', 'calledBack'])
      .where('s.due_at', '<=', sql<string>`${moment}::timestamptz + ${within} * interval '1 hour'`)
  }
  if (by.q !== undefined && by.q !== '') {
    const pattern = `%${literally(by.q)}%`
    query = query.where(({ or, eb }) =>
      or([eb('d.subject', 'like', pattern), eb('d.number', 'like', pattern)]),
    )
  }
  return query
}

/** A page of the queue, and how many there are. */
export async function demandLines(
  work: Work,
  query: DemandsAsked,
): Promise<{ readonly lines: DemandLine[]; readonly total: number }> {
  const { moment, page, size, sort } = query
  const late = sql<boolean>`s.due_at < ${moment}::timestamptz and s.fed_back_at is null and s.closed_at is null`
  const [rows, { total }] = await Promise.all([
    asked(work, query)
      .select(['d.id', 'd.number', 'd.type', 'd.channel', 'd.urgency', 'd.subject', 'd.place'])
      .select(['d.filed_at as filedAt', 's.state', 's.unit', 'u.short_name as unitName', 's.due_at as dueAt'])
      .select(sql<boolean>`coalesce(${late}, false)`.as('late'))
      .orderBy(orders[sort])
      .orderBy('s.demand')
      .limit(size)
      .offset((page - 1) * size)
      .execute(),
    asked(work, query)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { lines: z.array(lineForm).parse(rows), total: Number(total) }
}
