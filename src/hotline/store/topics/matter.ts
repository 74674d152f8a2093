import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { dayOf } from '../../../statute/day.ts'
import { demandStates } from '../../standing.ts'
import type { HeatParts } from '../../topics/heat.ts'
import { freshDays } from '../../topics/heat.ts'

const day = z.string().transform(dayOf)
const memberForm = z.object({
  ...{ demand: z.string(), number: z.string(), subject: z.string(), on: day, state: z.enum(demandStates) },
  ...{ agency: z.string(), unit: z.string().nullable(), unitName: z.string().nullable() },
  ...{ sameCaller: z.boolean(), byHand: z.boolean(), confidential: z.boolean() },
  ...{ places: z.array(z.string()), words: z.array(z.string()) },
})
const matterForm = z.object({
  ...{ id: z.string(), agency: z.string(), title: z.string(), renamed: z.boolean() },
  ...{ place: z.string(), people: z.string() },
})
const partsForm = z.object({
  ...{ demands: z.coerce.number(), callers: z.coerce.number(), newly: z.coerce.number() },
  ...{ weeks: z.coerce.number(), again: z.coerce.number() },
})

/** A demand of a matter with what decides on who may read it. */
export type MemberLine = z.infer<typeof memberForm>
/** A matter without its demands. */
export type MatterHead = z.infer<typeof matterForm>

/** The matter without its demands. */
export async function matterHead(work: Work, id: string): Promise<MatterHead | undefined> {
  const row = await work.db
    .selectFrom('hotline_matters')
    .select(['id', 'agency', 'title', 'renamed', 'place', 'people'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && matterForm.parse(row)
}

/** The demands of a matter, the latest first. */
export async function membersOfMatter(work: Work, matter: string, most: number): Promise<MemberLine[]> {
  const rows = await work.db
    .selectFrom('hotline_matter_members as m')
    .innerJoin('hotline_demands as d', 'd.id', 'm.demand')
    .innerJoin('hotline_standings as s', 's.demand', 'm.demand')
    .leftJoin('agencies as u', 'u.code', 's.unit')
    .select([
      'm.demand',
      'd.number',
      'd.subject',
      'd.confidential',
      'm.filed_on as on',
      's.state',
      's.agency',
    ])
    .select(['s.unit', 'u.short_name as unitName', 'm.by_hand as byHand', 'm.places', 'm.words'])
    .select(
      sql<boolean>`row_number() over (partition by m.person order by d.filed_at, d.id) > 1`.as('sameCaller'),
    )
    .where('m.matter', '=', matter)
    .orderBy('d.filed_at', 'desc')
    .orderBy('d.id')
    .limit(most)
    .execute()
  return z.array(memberForm).parse(rows)
}

/** Where one demand belongs, and what it shares there; undefined where it has not joined yet. */
export async function membershipOf(work: Work, demand: string) {
  return await work.db
    .selectFrom('hotline_matter_members')
    .select(['matter', 'places', 'words', 'by_hand as byHand', 'filed_on as on'])
    .where('demand', '=', demand)
    .executeTakeFirst()
}

/** What the heat of a whole matter is made of, as at a day. */
export async function matterParts(
  work: Work,
  matter: string,
  asOf: string,
): Promise<HeatParts & { readonly demands: number }> {
  const { rows } = await sql`
    with told as (
      select m.person, m.filed_on, s.filed_at, min(s.closed_at) over () as closed,
        min(m.filed_on) over (partition by m.person) as first
      from hotline_matter_members m join hotline_standings s on s.demand = m.demand where m.matter = ${matter})
    select count(*) as demands, count(distinct person) as callers,
      count(distinct (filed_on - date '1970-01-01') / 7) as weeks,
      count(distinct person) filter (where first > ${asOf}::date - ${freshDays}::int) as newly,
      count(*) filter (where filed_at > closed) as again
    from told`.execute(work.db)
  const { demands, callers, newly, weeks, again } = partsForm.parse(rows[0])
  return { demands, callers, weeks, fresh: newly / (callers || 1), repeated: again / (demands || 1) }
}

/** On which days somebody spoke, and how often. */
export async function daysOfMatter(work: Work, matter: string) {
  const rows = await work.db
    .selectFrom('hotline_matter_members')
    .select(({ fn }) => ['filed_on as on', fn.countAll<string>().as('demands')])
    .where('matter', '=', matter)
    .groupBy('filed_on')
    .orderBy('filed_on')
    .execute()
  return rows.map(({ on, demands }) => ({ on: dayOf(on), demands: Number(demands) }))
}

/** The demand of this number at a hotline, with the matter it is in. */
export async function memberOfNumber(work: Work, agency: string, number: string) {
  return await work.db
    .selectFrom('hotline_demands as d')
    .innerJoin('hotline_matter_members as m', 'm.demand', 'd.id')
    .select(['d.id', 'm.matter'])
    .where('d.agency', '=', agency)
    .where('d.number', '=', number)
    .executeTakeFirst()
}

/** Gives a matter the title that somebody chose. */
export async function renameMatter(work: Work, id: string, title: string): Promise<void> {
  await work.db.updateTable('hotline_matters').set({ title, renamed: true }).where('id', '=', id).execute()
}
