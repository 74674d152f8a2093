import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { type Correction, taughtBy } from '../../duties/correcting.ts'

const form = z.object({
  ...{ number: z.string(), subject: z.string(), body: z.string(), place: z.string() },
  events: z.array(z.object({ kind: z.string(), unit: z.string().nullable() })),
})

/**
 * What the newest returns taught that no training until this moment learned from, since nobody had fed back yet: the oldest
 * first. So many returns are looked at at most.
 */
export async function correctionsSince(
  work: Work,
  hotline: string,
  { since, most }: { readonly since: string; readonly most: number },
): Promise<Correction[]> {
  const { rows } = await sql<unknown>`
    select d.number, d.subject, d.body, d.place,
      json_agg(json_build_object('kind', e.kind, 'unit', e.told->>'unit') order by e.number) as events
    from (
      select r.demand, max(r.at) as at
      from (
        select demand, at from hotline_events
        where kind in ('returned', 'arbitrated') and kind = 'returned'
        order by at desc, demand limit ${most}
      ) r group by r.demand
    ) b
    join hotline_demands d on d.id = b.demand and d.agency = ${hotline}
    join hotline_standings s on s.demand = b.demand and (s.fed_back_at is null or s.fed_back_at > ${since})
    join hotline_events e on e.demand = d.id
      and e.kind in ('dispatched', 'arbitrated', 'signed', 'returned', 'returnRefused')
    group by d.id, b.at
    order by b.at, d.id`.execute(work.db)
  return z
    .array(form)
    .parse(rows)
    .map(({ events, ...demand }) => ({ ...demand, ...taughtBy(events) }))
    .filter(({ wrong }) => wrong.length > 0)
}
