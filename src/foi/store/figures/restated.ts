import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { remedyRoutes } from '../../events.ts'
import { countedRows, remedyColumns, type Span } from '../../figures/rows.ts'
import { applicantKinds } from '../../request.ts'
import { counted } from './count.ts'
import { countedRemedies } from './remedies.ts'

const entering = z.enum(['received', 'carriedIn']).nullable()
const leaving = z.enum(countedRows).nullable()
const requestForm = z.object({
  ...{ id: z.string(), number: z.string(), applicantKind: z.enum(applicantKinds) },
  ...{ enteredThen: entering, leftThen: leaving, enteredNow: entering, leftNow: leaving },
})
/** A request whose rows are others now than were known at a moment; null where it was, or is, not counted. */
export type RestatedRequest = z.infer<typeof requestForm>

/** The requests of a span that stand elsewhere than by what had been written down at a moment; the first so many. */
export async function restatedRequests(
  work: Work,
  span: Span,
  { knownAt, most }: { readonly knownAt: string; readonly most: number },
): Promise<RestatedRequest[]> {
  const { rows } = await sql`
    select r.id, r.number, r.applicant_kind as "applicantKind", before.entered as "enteredThen",
      before.departed as "leftThen", today.entered as "enteredNow", today.departed as "leftNow"
    from (${counted({ ...span, knownAt })}) as before
    full join (${counted({ ...span, knownAt: undefined })}) as today using (request)
    join foi_requests r on r.id = request
    where before.entered is distinct from today.entered or before.departed is distinct from today.departed
    order by r.arrived_on, r.number limit ${most}`.execute(work.db)
  return z.array(requestForm).parse(rows)
}

const remedyForm = z.object({
  ...{ id: z.string(), number: z.string(), remedy: z.string(), route: z.enum(remedyRoutes) },
  ...{ columnThen: z.enum(remedyColumns).nullable(), columnNow: z.enum(remedyColumns).nullable() },
})
/** A remedy whose column is another now than was known at a moment. */
export type RestatedRemedy = z.infer<typeof remedyForm>

/** The remedies of a span that stand elsewhere than by what had been written down at a moment. */
export async function restatedRemedies(
  work: Work,
  span: Span,
  { knownAt, most }: { readonly knownAt: string; readonly most: number },
): Promise<RestatedRemedy[]> {
  const { rows } = await sql`
    select r.id, r.number, remedy, coalesce(before.route, today.route) as route,
      before.stands as "columnThen", today.stands as "columnNow"
    from (${countedRemedies({ ...span, knownAt })}) as before
    full join (${countedRemedies({ ...span, knownAt: undefined })}) as today using (request, remedy)
    join foi_requests r on r.id = request
    where before.stands is distinct from today.stands
    order by r.number limit ${most}`.execute(work.db)
  return z.array(remedyForm).parse(rows)
}
