import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { dayOf } from '../../../statute/day.ts'
import { resultRows } from '../../../statute/taxonomy.ts'
import { type Counted, type CountedRow, countedRows, type Span } from '../../figures/rows.ts'
import { applicantKinds } from '../../request.ts'

const movedForm = z.array(
  z.object({
    ...{ applicantKind: z.enum(applicantKinds), entered: z.enum(['received', 'carriedIn']) },
    ...{ departed: z.enum(countedRows), count: z.number() },
  }),
)

/** The requests that a span counts, each with the row by which it entered and the row by which it left. */
export function counted(span: Span): RawBuilder<unknown> {
  const { from, until } = span
  return sql`
    select request, applicant_kind, received_on, outcome_on,
      case when received_on >= ${from} then 'received' else 'carriedIn' end as entered,
      case when outcome_on <= ${until} then result_row else 'carriedOut' end as departed
    from (${span.knownAt === undefined ? known(span) : knownAt(span, span.knownAt)}) as placed
    where received_on <= ${until} and (outcome_on is null or outcome_on >= ${from})`
}

/** Where each request stands by all that is written down. */
function known({ agency }: Span): RawBuilder<unknown> {
  return sql`select request, applicant_kind, received_on, outcome_on, result_row
    from foi_standings where agency = ${agency} and not round`
}

/** Where each request stood by what had been written down at a moment: receipt and outcome as the history tells them. */
function knownAt({ agency, until }: Span, moment: string): RawBuilder<unknown> {
  return sql`select s.request, s.applicant_kind, r.on_day as received_on, o.on_day as outcome_on, o.result_row
    from foi_standings s
    join lateral (
      select on_day from foi_events e
      where e.request = s.request and kind = 'received' and at <= ${moment}::timestamptz
      order by number limit 1
    ) r on true
    left join lateral (
      select on_day, concat_ws('.', told #>> '{outcome,kind}', told #>> '{outcome,ground}') as result_row
      from foi_events e
      where e.request = s.request and kind in ('answered', 'closed') and at <= ${moment}::timestamptz
      order by number limit 1
    ) o on true
    where s.agency = ${agency} and not s.round and s.received_on <= ${until}`
}

/**
 * The requests of a span by row and applicant, Art. 50: one enters on its day of receipt and leaves on the day of its
 * outcome; what is open at the end is carried. Rounds that answer again are not counted again (decision 0008).
 */
export async function countRequests(work: Work, span: Span): Promise<Counted[]> {
  const { rows } = await sql`
    select applicant_kind as "applicantKind", entered, departed, count(*) as count
    from (${counted(span)}) as moving group by applicant_kind, entered, departed`.execute(work.db)
  const found = new Map<string, Counted>()
  for (const { applicantKind, entered, departed, count } of movedForm.parse(rows)) {
    for (const row of [entered, departed]) {
      const key = `${row} ${applicantKind}`
      found.set(key, { row, applicantKind, count: (found.get(key)?.count ?? 0) + count })
    }
  }
  return [...found.values()]
}

/** A cell of table 3; several rows for 总计, `applicantKind` undefined for the column 总计. */
export interface CountedCell {
  readonly rows: readonly CountedRow[]
  readonly applicantKind?: string | undefined
}

/** A page of a list. */
export interface Paged {
  readonly page: number
  readonly size: number
}

const day = z.string().transform(dayOf)
const lineForm = z.object({
  ...{ id: z.string(), number: z.string(), receivedOn: day, outcomeOn: day.nullable() },
  ...{ applicantKind: z.enum(applicantKinds), entered: z.enum(['received', 'carriedIn']) },
  left: z.enum(countedRows),
})
/** A request behind a cell, with the rows in which it stands. */
export type CellLine = z.infer<typeof lineForm>

/** The requests behind one cell, by their day of receipt, a page of them. */
export async function requestsInCell(
  work: Work,
  span: Span,
  { rows, applicantKind, page, size }: CountedCell & Paged,
): Promise<CellLine[]> {
  const listed = sql.join(rows.map(row => sql`${row}`))
  const ofKind = applicantKind === undefined ? sql`` : sql`and applicant_kind = ${applicantKind}`
  // The page is taken before the numbers are fetched: a cell may hold a city's year.
  const { rows: found } = await sql`
    select r.id, r.number, received_on as "receivedOn", outcome_on as "outcomeOn", m.applicant_kind as "applicantKind",
      entered, departed as left
    from (
      select * from (${counted(span)}) as all_of
      where (entered in (${listed}) or departed in (${listed})) ${narrowed(rows, span)} ${ofKind}
      order by received_on, request limit ${size} offset ${(page - 1) * size}
    ) as m join foi_requests r on r.id = m.request
    order by received_on, request`.execute(work.db)
  return z.array(lineForm).parse(found)
}

/** The same said of the days, so that an index finds the requests of one row; several rows are all outcomes, or none is said. */
function narrowed([row, ...more]: readonly CountedRow[], { from, until }: Span): RawBuilder<unknown> {
  if (row === 'received' && more.length === 0) return sql`and received_on >= ${from}`
  if (row === 'carriedIn' && more.length === 0) return sql`and received_on < ${from}`
  if (row === 'carriedOut' && more.length === 0) return sql`and (outcome_on is null or outcome_on > ${until})`
  const outcomes = [row, ...more].every(each => resultRows.some(result => result === each))
  return outcomes ? sql`and outcome_on between ${from} and ${until}` : sql``
}

/** Every request of a span with its rows and, where it was answered, its working days: what the public extract is made of. */
export async function countedLines(work: Work, span: Span) {
  const { rows } = await sql`
    select m.applicant_kind as "applicantKind", entered, departed as left,
      case when departed = 'carriedOut' then null else s.answered_workdays end as workdays
    from (${counted(span)}) as m join foi_standings s on s.request = m.request`.execute(work.db)
  const form = lineForm.pick({ applicantKind: true, entered: true, left: true })
  return z.array(form.extend({ workdays: z.number().nullable() })).parse(rows)
}
