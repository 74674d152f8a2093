import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Connection } from '../../doors/call.ts'

const callForm = z.object({
  ...{ id: z.string(), agency: z.string(), numberSealed: z.string(), samePerson: z.string().nullable() },
  ...{ rangAt: z.string(), answeredAt: z.string().nullable(), answeredBy: z.string().nullable() },
  ...{
    endedAt: z.string().nullable(),
    recordingSealed: z.string().nullable(),
    demand: z.string().nullable(),
  },
  ...{ simulated: z.boolean(), answeredByName: z.string().nullable(), demandNumber: z.string().nullable() },
})

/** A call as it is kept. */
export type KeptCall = z.infer<typeof callForm>

function chosen(work: Work) {
  return work.db
    .selectFrom('hotline_calls as c')
    .leftJoin('people as p', join => join.on(sql`p.id::text`, '=', sql.ref('c.answered_by')))
    .leftJoin('hotline_demands as d', 'd.id', 'c.demand')
    .select(['c.id', 'c.agency', 'c.number_sealed as numberSealed', 'c.same_person as samePerson'])
    .select(['c.rang_at as rangAt', 'c.answered_at as answeredAt', 'c.answered_by as answeredBy'])
    .select(['c.ended_at as endedAt', 'c.recording_sealed as recordingSealed', 'c.demand', 'c.simulated'])
    .select(['p.name as answeredByName', 'd.number as demandNumber'])
}

/** What an exchange told of a call: only what it said. */
export interface CallTold {
  readonly agency: string
  readonly call: string
  readonly simulated: boolean
  readonly number?: { readonly sealed: string; readonly samePerson: string | null } | undefined
  /** The moment of what is told. */
  readonly at: string
  readonly answered?: { readonly by: string | null } | undefined
  readonly ended: boolean
  readonly recordingSealed?: string | undefined
}

/** Keeps what was told, in whatever order it comes and however often; the first moment told of each kind stays. @returns its id */
export async function keepCall(work: Work, told: CallTold): Promise<string> {
  const { number, answered, at } = told
  const [answeredAt, endedAt] = [answered && at, told.ended ? at : undefined]
  const { rows } = await sql<{ id: string }>`
    insert into hotline_calls as c (agency, call, simulated, number_sealed, same_person, rang_at, answered_at,
      answered_by, ended_at, recording_sealed)
    values (${told.agency}, ${told.call}, ${told.simulated}, ${number?.sealed ?? ''}, ${number?.samePerson ?? null},
      ${at}, ${answeredAt ?? null}, ${answered?.by ?? null}, ${endedAt ?? null}, ${told.recordingSealed ?? null})
    on conflict (agency, call) do update set
      number_sealed = case when c.number_sealed = '' then excluded.number_sealed else c.number_sealed end,
      same_person = coalesce(c.same_person, excluded.same_person),
      rang_at = least(c.rang_at, excluded.rang_at),
      answered_at = coalesce(c.answered_at, excluded.answered_at),
      answered_by = coalesce(c.answered_by, excluded.answered_by),
      ended_at = coalesce(c.ended_at, excluded.ended_at),
      recording_sealed = coalesce(c.recording_sealed, excluded.recording_sealed)
    returning id`.execute(work.db)
  return rows[0]?.id ?? ''
}

/** The call; `lock` keeps everybody else from taking it until the transaction ends. */
export async function callOf(work: Work, id: string, lock = false): Promise<KeptCall | undefined> {
  if (lock) await work.db.selectFrom('hotline_calls').select('id').where('id', '=', id).forUpdate().execute()
  const row = await chosen(work).where('c.id', '=', id).executeTakeFirst()
  return row && callForm.parse(row)
}

/** Calls that ring at these hotlines, and those that this agent took and has not finished; the oldest first. */
export async function openCalls(
  work: Work,
  asked: { readonly agencies: readonly string[]; readonly agent: string; readonly since: string },
): Promise<KeptCall[]> {
  const rows = await chosen(work)
    .where('c.agency', 'in', [...asked.agencies, ''])
    .where('c.rang_at', '>', asked.since)
    .where('c.demand', 'is', null)
    .where(({ or, and, eb }) =>
      or([
        and([eb('c.ended_at', 'is', null), eb('c.answered_at', 'is', null)]),
        eb('c.answered_by', '=', asked.agent),
      ]),
    )
    .orderBy('c.rang_at')
    .limit(50)
    .execute()
  return z.array(callForm).parse(rows)
}

/** How many demands came from numbers with these marks. */
export async function demandsOfMarks(
  work: Work,
  marks: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (marks.length === 0) return new Map()
  const rows = await work.db
    .selectFrom('hotline_callers')
    .select(({ fn }) => ['same_person as mark', fn.countAll<number>().as('count')])
    .where('same_person', 'in', marks)
    .groupBy('same_person')
    .execute()
  return new Map(rows.map(({ mark, count }) => [mark ?? '', Number(count)]))
}

/** Says who took the call, or which demand came of it. */
export async function changeCall(
  work: Work,
  id: string,
  change: { readonly answered_by: string; readonly answered_at: string } | { readonly demand: string },
): Promise<void> {
  await work.db.updateTable('hotline_calls').set(change).where('id', '=', id).execute()
}

/** Which calls a list asks for. */
export interface CallsAsked {
  readonly agencies: readonly string[]
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly state?: 'lost' | 'late' | 'answered' | undefined
  readonly page: number
  readonly size: number
}

/** A page of the calls, the newest first, and how many there are. */
export async function callLines(
  work: Work,
  { agencies, from, to, state, page, size }: CallsAsked,
): Promise<{ readonly lines: KeptCall[]; readonly total: number }> {
  let query = chosen(work).where('c.agency', 'in', [...agencies, ''])
  if (from !== undefined) query = query.where('c.rang_at', '>=', from)
  if (to !== undefined) query = query.where('c.rang_at', '<', to)
  if (state === 'lost') query = query.where('c.answered_at', 'is', null).where('c.ended_at', 'is not', null)
  if (state === 'answered') query = query.where('c.answered_at', 'is not', null)
  if (state === 'late') query = query.where(sql<boolean>`c.answered_at > c.rang_at + interval '15 seconds'`)
  const [rows, { total }] = await Promise.all([
    query
      .orderBy('c.rang_at', 'desc')
      .orderBy('c.id')
      .limit(size)
      .offset((page - 1) * size)
      .execute(),
    query
      .clearSelect()
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { lines: z.array(callForm).parse(rows), total: Number(total) }
}

/** Counts the calls that rang at these hotlines from a moment and before another; the simulator's are left out. */
export async function countConnection(
  work: Work,
  asked: { readonly agencies: readonly string[]; readonly from: string; readonly to: string },
): Promise<Connection> {
  const { rows } = await sql<Record<keyof Connection, number>>`
    select count(*) as calls,
      count(*) filter (where (answered_at at time zone 'Asia/Shanghai')::date
        = (rang_at at time zone 'Asia/Shanghai')::date) as answered,
      count(*) filter (where answered_at <= rang_at + interval '15 seconds') as "answeredSoon"
    from hotline_calls
    where agency = any (${[...asked.agencies]}) and rang_at >= ${asked.from} and rang_at < ${asked.to}
      and not simulated`.execute(work.db)
  const [row] = rows
  return {
    calls: Number(row?.calls ?? 0),
    answered: Number(row?.answered ?? 0),
    answeredSoon: Number(row?.answeredSoon ?? 0),
  }
}
