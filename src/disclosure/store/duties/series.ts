import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { type Day, dayOf } from '../../../statute/day.ts'
import { type OtherChannel, otherChannels, type SeriesLine } from '../../channels/channel.ts'
import { channelOfStory, dayOfStory, isStory } from './stories.ts'

/** Lists a series before anything is in it. @returns false where the agency has it already */
export async function keepSeries(
  work: Work,
  told: {
    readonly agency: string
    readonly name: string
    readonly channel: OtherChannel
    readonly note: string
  },
  by: { readonly name: string; readonly at: string },
): Promise<boolean> {
  const { agency, name, channel, note } = told
  const kept = await work.db
    .insertInto('disclosure_series')
    .values({ agency, name, channel, note, planned_by: by.name, planned_at: by.at })
    .onConflict(conflict => conflict.columns(['agency', 'name']).doNothing())
    .returning('name')
    .executeTakeFirst()
  return kept !== undefined
}

/** The names of an agency's series. */
export async function seriesNames(work: Work, agency: string): Promise<string[]> {
  const rows = await work.db
    .selectFrom('disclosure_series')
    .select('name')
    .where('agency', '=', agency)
    .execute()
  return rows.map(({ name }) => name)
}

const day = z.string().transform(dayOf).nullable()
const lineForm = z.object({
  ...{ name: z.string(), agency: z.string(), agencyName: z.string(), channel: z.enum(otherChannels) },
  ...{ note: z.string(), held: z.int(), planned: z.int(), first: day, last: day },
})

/** Every series with what is in it: records of other channels, and public items that say they belong to it. */
export async function seriesLines(
  work: Work,
  { name, agency }: { readonly name?: string; readonly agency?: string } = {},
): Promise<SeriesLine[]> {
  const { rows } = await sql`
    select n.name, n.agency, a.name as "agencyName", n.channel, n.note,
      count(s.on_day)::int as held, count(s.planned_on)::int as planned,
      min(s.on_day)::text as first, max(s.on_day)::text as last
    from (
      select agency, name, channel, note from disclosure_series
      union all
      select s.agency, s.series, 'newspaper', '' from disclosure_standings s
        where s.series <> '' and s.shelf = 'public' and ${isStory(sql`s.form`)}
          and not exists (select from disclosure_series d where d.agency = s.agency and d.name = s.series)
        group by s.agency, s.series
    ) n join agencies a on a.code = n.agency
    left join (${inSeries()}) s on s.series = n.name and s.agency = n.agency
    where ${name === undefined ? sql`true` : sql`n.name = ${name}`}
      and ${agency === undefined ? sql`true` : sql`n.agency = ${agency}`}
    group by n.name, n.agency, a.name, n.channel, n.note
    order by max(s.on_day) desc nulls last, n.name`.execute(work.db)
  return rows.map(row => lineForm.parse(row))
}

/** All that stands in a series, each information once: a record, or a public item that no record names. */
function inSeries() {
  return sql`
    select r.series, r.agency, r.title, r.channel, r.medium, r.evidence, r.link, r.item,
      case when r.dropped is null then r.held_on end as on_day,
      case when r.dropped is null and r.held_on is null then r.planned_on end as planned_on, r.id::text as key
    from disclosure_channel_records r where r.series <> ''
    union all
    select s.series, s.agency, s.title,
      ${channelOfStory},
      coalesce(e.content->'own'->>'medium', ''), coalesce(e.content->'own'->>'page', ''), '', s.item,
      ${dayOfStory}, null, s.item
    from disclosure_standings s join disclosure_editions e on e.item = s.item and e.number = s.edition
    where s.series <> '' and s.shelf = 'public' and ${isStory(sql`s.form`)}
      and not exists (select from disclosure_channel_records r where r.item = s.item and r.dropped is null)`
}

const storyForm = z.object({
  ...{ key: z.string(), title: z.string(), channel: z.enum(otherChannels), medium: z.string() },
  ...{ evidence: z.string(), link: z.string(), item: z.string().nullable() },
  ...{ onDay: day, plannedOn: day, public: z.boolean() },
})
/** One story of a series. */
export type SeriesStory = z.infer<typeof storyForm>

/** A page of what stands in a series, what is planned first and then the latest; of one year where one is asked. */
export async function seriesStories(
  work: Work,
  asked: {
    readonly name: string
    readonly agency: string
    readonly year?: number | undefined
    readonly page: number
    readonly size: number
  },
): Promise<{ readonly stories: SeriesStory[]; readonly total: number }> {
  const { name, agency, year, page, size } = asked
  const [from, until]: Day[] = [dayOf(`${year ?? 1949}-01-01`), dayOf(`${year ?? 2999}-12-31`)]
  const { rows } = await sql<{ total: number }>`
    select s.key, s.title, s.channel, s.medium, s.evidence, s.link, s.item, s.on_day::text as "onDay",
      s.planned_on::text as "plannedOn", (count(*) over ())::int as total,
      exists (select from disclosure_standings p where p.item = s.item and p.shelf = 'public') as public
    from (${inSeries()}) s where s.series = ${name} and s.agency = ${agency}
      and coalesce(s.on_day, s.planned_on) between ${from} and ${until}
    order by s.planned_on is null, s.planned_on, s.on_day desc, s.key
    limit ${size} offset ${(page - 1) * size}`.execute(work.db)
  return { stories: rows.map(row => storyForm.parse(row)), total: rows[0]?.total ?? 0 }
}
