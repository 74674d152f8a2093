import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { demandStates } from '../../standing.ts'
import { subjectForAll } from '../looks/shown-words.ts'

const queueForm = z.object({ state: z.enum(demandStates), count: z.int(), late: z.int() })
const lateForm = z.object({
  ...{ id: z.string(), number: z.string(), subject: z.string() },
  ...{ unitName: z.string().nullable(), dueAt: z.string() },
})

/** How many open demands stand in each state, and how many of them are past their limit. */
export type Queue = z.infer<typeof queueForm>

/** A demand past its limit. */
export type LateDemand = z.infer<typeof lateForm>

/** The queues of these hotlines and units. */
export async function queuesOf(work: Work, agencies: readonly string[], moment: string): Promise<Queue[]> {
  const { rows } = await sql`
    select state, count(*)::int as count,
      (count(*) filter (where due_at < ${moment}::timestamptz and fed_back_at is null))::int as late
    from hotline_standings where closed_at is null and ${whose(agencies)} group by state order by state`.execute(
    work.db,
  )
  return z.array(queueForm).parse(rows)
}

/** The demands that are past their limit for longest. */
export async function latestDemands(
  work: Work,
  agencies: readonly string[],
  { moment, most }: { readonly moment: string; readonly most: number },
): Promise<LateDemand[]> {
  const { rows } = await sql`
    with late as (
      select demand, unit, due_at from hotline_standings
      where closed_at is null and fed_back_at is null and due_at < ${moment}::timestamptz and ${whose(agencies)}
      order by due_at limit ${most}
    )
    select d.id, d.number, ${subjectForAll} as subject, u.short_name as "unitName", late.due_at as "dueAt"
    from late join hotline_demands d on d.id = late.demand left join agencies u on u.code = late.unit
    order by late.due_at`.execute(work.db)
  return z.array(lateForm).parse(rows)
}

const whose = (agencies: readonly string[]) =>
  sql`(agency = any(${agencies}::text[]) or unit = any(${agencies}::text[]))`
