import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { literally } from '../../../platform/text/like.ts'
import type { Work } from '../../../platform/work.ts'
import { type Day, dayOf } from '../../../statute/day.ts'
import { resultRows } from '../../../statute/taxonomy.ts'
import type { CountedRow } from '../../figures/rows.ts'
import { applicantKinds, channels } from '../../request.ts'
import { foiStates } from '../../standing.ts'

/** A cell of table 3 of a year, whose requests are asked for. */
export interface AskedCell {
  readonly row: CountedRow
  readonly from: Day
  readonly until: Day
}

/** What a list of requests is asked for, before paging. */
export interface LineFilter {
  readonly agencies: readonly string[]
  readonly id?: readonly string[] | undefined
  /** `open` for all that have no outcome, `closed` for the others, or one state. */
  readonly state?: string | undefined
  /** Leaves out those that are open. */
  readonly closedOnly?: boolean | undefined
  readonly department?: string | undefined
  readonly handler?: string | undefined
  readonly channel?: string | undefined
  readonly applicantKind?: string | undefined
  /** A part of the number. */
  readonly number?: string | undefined
  /** Words of the description; `pairs` are its pairs of characters. */
  readonly words?: { readonly text: string; readonly pairs: readonly string[] } | undefined
  readonly row?: string | undefined
  readonly cell?: AskedCell | undefined
}

/** By what a list is ordered in the database; by the due day it is ordered outside, where the clock runs. */
export const lineOrders = ['received', 'number', 'arrived', 'state', 'outcome'] as const
/** One of these orders. */
export type LineOrder = (typeof lineOrders)[number]

/** The order and the page. */
export interface LinePage {
  readonly order: LineOrder
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
}

const columns: Readonly<Record<LineOrder, RawBuilder<unknown>>> = {
  received: sql`s.received_on`,
  number: sql`left(r.number, 6)`,
  arrived: sql`s.arrived_on`,
  state: sql`s.state`,
  outcome: sql`s.outcome_on`,
}

const day = z.string().transform(dayOf)
const rowForm = z.object({
  ...{ id: z.string(), number: z.string(), agency: z.string(), agencyName: z.string() },
  ...{ channel: z.enum(channels), applicantKind: z.enum(applicantKinds), summary: z.string() },
  ...{ arrivedOn: day, receivedOn: day.nullable(), requestState: z.enum(foiStates), version: z.int() },
  ...{ department: z.string().nullable(), handler: z.string().nullable(), limit: day.nullable() },
  resultRow: z
    .string()
    .nullable()
    .transform(row => resultRows.find(each => each === row) ?? null),
  outcomeOn: day.nullable(),
})
/** A request as its row stands in the lists. */
export type LineRow = z.infer<typeof rowForm>

/** One page of the requests that match. */
export async function lineRows(work: Work, filter: LineFilter, page: LinePage): Promise<LineRow[]> {
  const way = page.descending ? sql`desc nulls last` : sql`asc nulls last`
  const turn = page.descending ? sql`desc` : sql`asc`
  const column = columns[page.order]
  const numbered = sql`length(r.number) ${turn}, r.number ${turn}`
  const byNumber = page.order === 'number'
  // The page is taken from the standings alone, where the order allows it; then its words are fetched.
  const { rows } = await sql`
    select r.id, r.number, s.agency, a.short_name as "agencyName", r.channel,
      r.applicant_kind as "applicantKind", left(r.description, 80) as summary, r.arrived_on as "arrivedOn",
      s.received_on as "receivedOn", s.state as "requestState", s.version, s.department, s.handler,
      s.limit_on as "limit", s.result_row as "resultRow", s.outcome_on as "outcomeOn"
    from (
      select s.* from foi_standings s ${byNumber ? joinRequest : needsRequest(filter)}
      where ${matching(filter)}
      order by ${column} ${way}, ${byNumber ? numbered : sql`s.request ${turn}`}
      limit ${page.limit} offset ${page.offset}
    ) as s join foi_requests r on r.id = s.request join agencies a on a.code = s.agency
    order by ${column} ${way}, ${numbered}, r.id`.execute(work.db)
  return z.array(rowForm).parse(rows)
}

/** How many requests match. */
export async function lineTotal(work: Work, filter: LineFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from foi_standings s ${needsRequest(filter)} where ${matching(filter)}`.execute(
    work.db,
  )
  return rows[0]?.count ?? 0
}

/** The open requests that match, each with its version: what the clock is asked of. */
export async function openOnes(
  work: Work,
  filter: LineFilter,
): Promise<{ id: string; version: number; receivedOn: string | null }[]> {
  const { rows } = await sql<{ id: string; version: number; receivedOn: string | null }>`
    select s.request as id, s.version, s.received_on as "receivedOn"
    from foi_standings s ${needsRequest(filter)}
    where s.outcome_on is null and ${matching(filter)}`.execute(work.db)
  return rows
}

const joinRequest = sql`join foi_requests r on r.id = s.request`

function needsRequest({ number, words }: LineFilter): RawBuilder<unknown> {
  return number === undefined && words === undefined ? sql`` : joinRequest
}

function matching(filter: LineFilter): RawBuilder<unknown> {
  const { id, department, handler, channel, applicantKind, row } = filter
  const conditions = [
    sql`s.agency = any(${[...filter.agencies]}::text[])`,
    ...(id === undefined ? [] : [sql`s.request = any(${[...id]}::uuid[])`]),
    ...stateCondition(filter.state),
    ...(filter.closedOnly === true ? [sql`s.outcome_on is not null`] : []),
    ...(department === undefined ? [] : [sql`s.department = ${department}`]),
    ...(handler === undefined ? [] : [sql`s.handler = ${handler}`]),
    ...(channel === undefined ? [] : [sql`s.channel = ${channel}`]),
    ...(applicantKind === undefined ? [] : [sql`s.applicant_kind = ${applicantKind}`]),
    ...(row === undefined ? [] : [sql`s.result_row = ${row}`]),
    ...textConditions(filter),
    ...(filter.cell === undefined ? [] : cellConditions(filter.cell)),
  ]
  return sql.join(conditions, sql` and `)
}

function stateCondition(state: string | undefined): RawBuilder<unknown>[] {
  if (state === undefined) return []
  if (state === 'open') return [sql`s.outcome_on is null`]
  return state === 'closed' ? [sql`s.outcome_on is not null`] : [sql`s.state = ${state}`]
}

function textConditions({ number, words }: LineFilter): RawBuilder<unknown>[] {
  if (number !== undefined) return [sql`r.number like ${`%${literally(number)}%`}`]
  if (words === undefined) return []
  const like = sql`r.description ilike ${`%${literally(words.text)}%`}`
  return words.pairs.length === 0 ? [like] : [sql`r.words @> ${[...words.pairs]}::text[]`, like]
}

/** As table 3 counts: one enters on its day of receipt and leaves on the day of its outcome. */
function cellConditions({ row, from, until }: AskedCell): RawBuilder<unknown>[] {
  const moved = [sql`s.received_on <= ${until}`, sql`not s.round`]
  if (row === 'received') return [...moved, sql`s.received_on >= ${from}`]
  const open = (on: Day) => sql`(s.outcome_on is null or s.outcome_on >= ${on})`
  if (row === 'carriedIn') return [...moved, sql`s.received_on < ${from}`, open(from)]
  if (row === 'carriedOut') return [...moved, sql`(s.outcome_on is null or s.outcome_on > ${until})`]
  return [...moved, sql`s.outcome_on between ${from} and ${until}`, sql`s.result_row = ${row}`]
}

/** The departments that work on what is open at these agencies. */
export async function departmentsOf(work: Work, agencies: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await work.db
    .selectFrom('foi_standings')
    .select(['agency', 'department'])
    .distinct()
    .where('agency', 'in', [...agencies, ''])
    .where('outcome_on', 'is', null)
    .where('department', 'is not', null)
    .orderBy('department')
    .execute()
  const found = new Map<string, string[]>()
  for (const { agency, department } of rows) {
    if (department !== null) found.set(agency, [...(found.get(agency) ?? []), department])
  }
  return found
}
