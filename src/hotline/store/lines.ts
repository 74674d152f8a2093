import { sql } from 'kysely'
import { z } from 'zod'
import { literally } from '../../platform/text/like.ts'
import type { Work } from '../../platform/work.ts'
import { demandChannels, demandTypes, urgencies } from '../demand.ts'
import { type DemandState, demandStates, endStates } from '../standing.ts'
import type { DemandLine } from '../view.ts'
import { endOfDay, type LimitWarning, limitWarningAt } from '../warnings.ts'

/** By what a queue may be sorted. */
export const demandSorts = ['due', '-due', 'filed', '-filed'] as const
type DemandSort = (typeof demandSorts)[number]
const orders = {
  due: sql`s.due_at asc nulls last, s.filed_at`,
  '-due': sql`s.due_at desc nulls last, s.filed_at desc`,
  filed: sql`s.filed_at`,
  '-filed': sql`s.filed_at desc`,
} as const satisfies Record<DemandSort, unknown>

const running: readonly DemandState[] = ['dispatched', 'handling', 'returned', 'disputed']
/** Each warning by the moment that has come. */
const warnedBy = {
  half: moment => ['s.half_at', moment],
  near: moment => ['s.near_at', moment],
  dueToday: moment => ['s.due_at', endOfDay(moment)],
  over: moment => ['s.due_at', moment],
} as const satisfies Record<
  LimitWarning,
  (moment: string) => readonly ['s.half_at' | 's.near_at' | 's.due_at', string]
>

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
  /** Those on which the agencies work beside the unit that leads. */
  readonly beside?: boolean | undefined
  /** Those with this warning or a graver one. */
  readonly warned?: LimitWarning | undefined
  /** This moment. */
  readonly moment: string
}

const lineForm = z.object({
  ...{ id: z.string(), number: z.string(), type: z.enum(demandTypes), channel: z.enum(demandChannels) },
  ...{ urgency: z.enum(urgencies), subject: z.string(), place: z.string(), filedAt: z.string() },
  ...{ state: z.enum(demandStates), unit: z.string().nullable(), unitName: z.string().nullable() },
  ...{ dueAt: z.string().nullable(), late: z.boolean() },
  ...{ halfAt: z.string().nullable(), nearAt: z.string().nullable(), callBacks: z.int() },
})

function asked(work: Work, { agencies, state, unit, within, moment, ...by }: DemandsAsked) {
  let query = work.db
    .selectFrom('hotline_standings as s')
    .innerJoin('hotline_demands as d', 'd.id', 's.demand')
    .leftJoin('agencies as u', 'u.code', 's.unit')
    .where(({ or, eb, exists, selectFrom }) =>
      by.beside === true
        ? exists(
            selectFrom('hotline_co_handlers as c')
              .select('c.unit')
              .whereRef('c.demand', '=', 's.demand')
              .where('c.unit', 'in', [...agencies, '']),
          )
        : or([eb('s.agency', 'in', [...agencies, '']), eb('s.unit', 'in', [...agencies, ''])]),
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
  if (by.warned !== undefined) {
    const [column, until] = warnedBy[by.warned](moment)
    query = query.where('s.state', 'in', [...running]).where(column, '<=', until)
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
      .select(['s.half_at as halfAt', 's.near_at as nearAt', 's.call_backs as callBacks'])
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
  const lines = z.array(lineForm).parse(rows)
  return { lines: lines.map(line => lineAt(line, moment)), total: Number(total) }
}

function lineAt({ halfAt, nearAt, ...line }: z.infer<typeof lineForm>, moment: string): DemandLine {
  const runs = running.includes(line.state)
  const warning = runs ? limitWarningAt({ halfAt, nearAt, dueAt: line.dueAt }, moment) : undefined
  return { ...line, warning: warning ?? null }
}
