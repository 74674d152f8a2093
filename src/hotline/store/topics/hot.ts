import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { type Day, dayOf } from '../../../statute/day.ts'
import { freshDays, heatBy } from '../../topics/heat.ts'
import type { HotTopic } from '../../topics/hot.ts'

const day = z.string().transform(dayOf)
const hotForm = z.object({
  ...{ id: z.string(), agency: z.string(), title: z.string(), place: z.string(), people: z.string() },
  ...{ callers: z.coerce.number(), newly: z.coerce.number(), demands: z.coerce.number(), from: day, to: day },
  ...{ weeks: z.coerce.number(), again: z.coerce.number() },
})

/** Which topics are asked for: those of some hotlines in a span of days, both included. */
export interface HotAsked {
  readonly agencies: readonly string[]
  readonly from: Day
  readonly to: Day
  readonly most: number
  /** Words of the title or the place. */
  readonly q?: string | undefined
}

/** The hottest matters of a span that two callers or more have, none of praise alone: it is no grievance. Nothing outside the span counts but earlier closings. */
export async function hottest(work: Work, asked: HotAsked): Promise<HotTopic[]> {
  const { rows } = await sql`
    with persons as (
      select matter, person, count(*) as demands, min(filed_on) as first, max(filed_on) as last
      from hotline_matter_members
      where agency = any(${asked.agencies}::text[]) and filed_on between ${asked.from} and ${asked.to}
      group by matter, person),
    found as (
      select matter, count(*) as callers, sum(demands) as demands, min(first) as first, max(last) as last,
        count(*) filter (where first > ${asked.to}::date - ${freshDays}::int) as newly
      from persons group by matter having count(*) >= 2),
    told as (
      select m.matter, m.filed_on, s.filed_at, s.type, min(s.closed_at) over (partition by m.matter) as closed
      from found f join hotline_matter_members m on m.matter = f.matter and m.filed_on <= ${asked.to}
      join hotline_standings s on s.demand = m.demand),
    weekly as (
      select matter, count(distinct (filed_on - date '1970-01-01') / 7) as weeks,
        count(*) filter (where filed_at > closed) as again
      from told where filed_on >= ${asked.from} group by matter having not bool_and(type = 'praise'))
    select t.id, t.agency, t.title, t.place, t.people, f.callers, f.newly, f.demands, f.first::text as "from",
      f.last::text as "to", w.weeks, w.again
    from found f join weekly w on w.matter = f.matter join hotline_matters t on t.id = f.matter`.execute(
    work.db,
  )
  return z
    .array(hotForm)
    .parse(rows)
    .filter(({ title, place }) => asked.q === undefined || `${place}${title}`.includes(asked.q))
    .map(({ newly, again, ...topic }) => {
      const parts = { fresh: newly / topic.callers, repeated: again / topic.demands }
      return { ...topic, ...parts, heat: heatBy({ ...topic, ...parts }) }
    })
    .sort((a, b) => b.heat - a.heat || b.callers - a.callers || (a.id < b.id ? -1 : 1))
    .slice(0, asked.most)
    .map((topic, at) => ({ ...topic, rank: at + 1 }))
}
