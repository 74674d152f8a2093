import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { dayOf } from '../../../statute/day.ts'
import { remedyRoutes } from '../../events.ts'
import { remedyColumns, type Span } from '../../figures/rows.ts'
import type { Paged } from './count.ts'

const countedForm = z.array(
  z.object({ route: z.enum(remedyRoutes), column: z.enum(remedyColumns), count: z.number() }),
)
/** How many remedies of one route stand in one column of table 4. */
export type CountedRemedy = z.infer<typeof countedForm>[number]

/** The remedies that a span counts: sought in it or pending from before, by their result at its end (decision 0008). */
export function countedRemedies({ agency, from, until, knownAt }: Span) {
  const lodged = knownAt === undefined ? sql`` : sql`and exists (${toldBy('remedyLodged', knownAt)})`
  const decided = knownAt === undefined ? sql`true` : sql`exists (${toldBy('remedyDecided', knownAt)})`
  return sql`
    select request, remedy, route, lodged_on, result_on,
      case when result_on <= ${until} and ${decided} then result else 'pending' end as stands
    from foi_remedies m
    where agency = ${agency} and lodged_on <= ${until} ${lodged}
      and (result_on is null or result_on >= ${from} or not ${decided})`
}

/** Whether a remedy's event had been written down at a moment. */
function toldBy(kind: string, moment: string) {
  return sql`select from foi_events e where e.request = m.request and e.kind = ${kind}
    and e.told ->> 'remedy' = m.remedy and e.at <= ${moment}::timestamptz`
}

/** The remedies of a span by route and column, for table 4. */
export async function countRemedies(work: Work, span: Span): Promise<CountedRemedy[]> {
  const { rows } = await sql`
    select route, stands as column, count(*) as count from (${countedRemedies(span)}) as each group by route, stands`.execute(
    work.db,
  )
  return countedForm.parse(rows)
}

const day = z.string().transform(dayOf)
const lineForm = z.object({
  ...{ id: z.string(), number: z.string(), remedy: z.string(), route: z.enum(remedyRoutes) },
  ...{ lodgedOn: day, resultOn: day.nullable(), column: z.enum(remedyColumns) },
})
/** A remedy behind a cell of table 4, with its request. */
export type RemedyLine = z.infer<typeof lineForm>

/** The remedies behind one cell, by the day on which they were sought; `column` undefined for 总计. */
export async function remediesInCell(
  work: Work,
  span: Span,
  { route, column, page, size }: { route: string; column?: string | undefined } & Paged,
): Promise<RemedyLine[]> {
  const inColumn = column === undefined ? sql`` : sql`and stands = ${column}`
  const { rows } = await sql`
    select r.id, r.number, m.remedy, m.route, m.lodged_on as "lodgedOn", m.result_on as "resultOn", stands as column
    from (${countedRemedies(span)}) as m join foi_requests r on r.id = m.request
    where m.route = ${route} ${inColumn}
    order by m.lodged_on, r.number limit ${size} offset ${(page - 1) * size}`.execute(work.db)
  return z.array(lineForm).parse(rows)
}

/** The information-processing fees paid in a span, in yuan, Art. 42: by the day of payment. */
export async function feesPaid(work: Work, { agency, from, until, knownAt }: Span): Promise<number> {
  const known = knownAt === undefined ? sql`` : sql`and p.at <= ${knownAt}::timestamptz`
  const { rows } = await sql<{ yuan: unknown }>`
    select coalesce(sum((n.told ->> 'yuan')::numeric), 0)::float8 as yuan
    from foi_events p join foi_requests r on r.id = p.request
    join lateral (
      select told from foi_events e where e.request = p.request and e.kind = 'feeNotified' and e.number < p.number
      order by e.number desc limit 1
    ) n on true
    where p.kind = 'paid' and p.on_day between ${from} and ${until} and r.agency = ${agency} ${known}`.execute(
    work.db,
  )
  return z.number().parse(rows[0]?.yuan)
}
