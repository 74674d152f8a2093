import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { dayOf } from '../../../statute/day.ts'
import type { Span } from '../../figures/rows.ts'

const form = z.array(
  z.object({
    ...{ kind: z.enum(['answeredLate', 'unserved', 'noLetter', 'roundOwed']), id: z.string() },
    ...{ number: z.string(), on: z.string().transform(dayOf), due: z.string().transform(dayOf).nullable() },
  }),
)
/** A closed request that broke a rule or is not finished: `on` the day of its outcome, or of the order. */
export type ClosedBreach = z.infer<typeof form>[number]

/**
 * Closed requests of a span that were answered after the due day, were not served, have no decision letter, or must be
 * answered again and are not.
 */
export async function closedBreaches(work: Work, { agency, from, until }: Span): Promise<ClosedBreach[]> {
  const { rows } = await sql`
    with ended as (
      select request, state, outcome_on, answered_due from foi_standings
      where agency = ${agency} and outcome_on between ${from} and ${until}
    ), found as (
      select 'answeredLate' as kind, request, outcome_on as on_day, answered_due as due from ended
      where answered_due < outcome_on
      union all
      select 'unserved', request, outcome_on, null from ended where state = 'answered'
      union all
      select 'noLetter', request, outcome_on, null from ended e where not exists (
        select from foi_letters l where l.request = e.request and l.kind in ('answer', 'ended')
      )
      union all
      select 'roundOwed', m.request, m.result_on, null from foi_remedies m
      where m.agency = ${agency} and m.result_on <= ${until} and exists (
        select from foi_events e where e.request = m.request and e.kind = 'remedyDecided'
          and e.told ->> 'remedy' = m.remedy and (e.told ->> 'answerAgain')::boolean
          and not exists (
            select from foi_events o where o.request = m.request and o.kind = 'roundOpened' and o.number > e.number
          )
      )
    )
    select kind, r.id, r.number, on_day as on, due from found join foi_requests r on r.id = request
    order by on_day, r.number`.execute(work.db)
  return form.parse(rows)
}
