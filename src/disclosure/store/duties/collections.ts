import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { dayOf } from '../../../statute/day.ts'
import { isStory } from './stories.ts'

const form = z.object({
  ...{ name: z.string(), agency: z.string(), agencyName: z.string(), count: z.number() },
  last: z.string().transform(dayOf),
})
/** 专题: what an agency made public on one matter, in whatever form; how much there is, and the day of the latest. */
export type Collection = z.output<typeof form>

/** The collections that hold anything public, the latest first. Stories and talks stand in series of their own. */
export async function collections(work: Work): Promise<Collection[]> {
  const { rows } = await sql`
    select s.series as name, s.agency, a.name as "agencyName", count(*)::int as count,
      max(s.published_on)::text as last
    from disclosure_standings s join agencies a on a.code = s.agency
    where s.series <> '' and s.shelf = 'public' and not ${isStory(sql`s.form`)}
    group by 1, 2, 3 order by max(s.published_on) desc, 1`.execute(work.db)
  return rows.map(row => form.parse(row))
}
