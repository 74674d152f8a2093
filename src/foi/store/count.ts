import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../platform/work.ts'
import type { Day } from '../../statute/day.ts'
import { resultRows } from '../../statute/taxonomy.ts'
import { applicantKinds } from '../request.ts'

/** A row of table 3 that requests are counted in; 总计 is added up, not counted. */
export const countedRows = ['received', 'carriedIn', ...resultRows, 'carriedOut'] as const
export type CountedRow = (typeof countedRows)[number]

/** How many requests of one kind of applicant stand in one row of table 3. */
export interface Counted {
  readonly row: CountedRow
  readonly applicantKind: (typeof applicantKinds)[number]
  readonly count: number
}

const countedForm = z.array(
  z.object({ row: z.enum(countedRows), applicantKind: z.enum(applicantKinds), count: z.number() }),
)

/** The span of a year up to a cut-off, both days included. */
export interface Span {
  readonly agency: string
  readonly from: Day
  readonly until: Day
}

/**
 * The requests of a span by row and applicant, Art. 50: one enters on its day of receipt and leaves on the day of its
 * outcome; what is open at the end is carried.
 */
export async function countRequests(work: Work, { agency, from, until }: Span): Promise<Counted[]> {
  const { rows } = await sql`
    with moving as (
      select applicant_kind, received_on, case when outcome_on <= ${until} then outcome_on end as left_on, result_row
      from foi_standings
      where agency = ${agency} and received_on <= ${until} and (outcome_on is null or outcome_on >= ${from})
    )
    select each.row, applicant_kind as "applicantKind", count(*) as count
    from moving cross join lateral (values
      (case when received_on >= ${from} then 'received' else 'carriedIn' end),
      (case when left_on is null then 'carriedOut' else result_row end)
    ) as each (row)
    group by each.row, applicant_kind`.execute(work.db)
  return countedForm.parse(rows)
}

/** The requests behind one cell, by their day; `applicantKind` undefined for 总计. */
export async function requestsInCell(
  work: Work,
  { agency, from, until }: Span,
  cell: { readonly row: CountedRow; readonly applicantKind?: string | undefined },
): Promise<{ id: string; number: string; receivedOn: string | null; outcomeOn: string | null }[]> {
  const { row } = cell
  let query = work.db
    .selectFrom('foi_standings as s')
    .innerJoin('foi_requests as r', 'r.id', 's.request')
    .select(['r.id', 'r.number', 's.received_on as receivedOn', 's.outcome_on as outcomeOn'])
    .where('s.agency', '=', agency)
    .where('s.received_on', '<=', until)
  if (cell.applicantKind !== undefined) query = query.where('s.applicant_kind', '=', cell.applicantKind)
  if (row === 'received') query = query.where('s.received_on', '>=', from)
  else if (row === 'carriedIn') {
    query = query
      .where('s.received_on', '<', from)
      .where(eb => eb.or([eb('s.outcome_on', 'is', null), eb('s.outcome_on', '>=', from)]))
  } else if (row === 'carriedOut') {
    query = query.where(eb => eb.or([eb('s.outcome_on', 'is', null), eb('s.outcome_on', '>', until)]))
  } else {
    query = query
      .where('s.outcome_on', '>=', from)
      .where('s.outcome_on', '<=', until)
      .where('s.result_row', '=', row)
  }
  return await query.orderBy('s.received_on').orderBy('r.number').execute()
}
