import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { type Day, dayOf } from '../../../statute/day.ts'
import {
  type ChannelCount,
  type ChannelRecord,
  type ChannelState,
  type ChannelTold,
  type OtherChannel,
  otherChannels,
} from '../../channels/channel.ts'
import { channelOfStory, dayOfStory, isStory } from './stories.ts'

const day = z.string().transform(dayOf).nullable()
const rowForm = z.object({
  ...{ id: z.string(), agency: z.string(), agencyName: z.string(), channel: z.enum(otherChannels) },
  ...{ medium: z.string(), title: z.string(), series: z.string(), plannedOn: day, heldOn: day },
  ...{ link: z.string(), evidence: z.string(), item: z.string().nullable(), dropped: z.string().nullable() },
  ...{ version: z.int(), recordedBy: z.string(), files: z.int() },
})

/** Which records are asked for. */
export interface ChannelsQuery {
  readonly agencies: readonly string[]
  readonly channel?: string | undefined
  readonly state?: ChannelState | undefined
  readonly series?: string | undefined
  /** The year in which it was held, or is planned. */
  readonly year?: number | undefined
  readonly q?: string | undefined
  /** Only what the annual report counts: held, each information once. */
  readonly counted?: boolean | undefined
}

const columns = sql`r.id::text as id, r.agency, a.name as "agencyName", r.channel, r.medium, r.title, r.series,
  r.planned_on::text as "plannedOn", r.held_on::text as "heldOn", r.link, r.evidence, r.item, r.dropped, r.version,
  r.recorded_by as "recordedBy",
  (select count(*) from disclosure_channel_files f where f.record = r.id)::int as files`

/** Two records of one item through one channel are one information: the earlier stands for both. */
const once = sql`(r.held_on is not null and r.dropped is null and not exists (
  select from disclosure_channel_records o where o.item = r.item and o.channel = r.channel and o.dropped is null
    and o.held_on is not null and (o.held_on, o.id) < (r.held_on, r.id)))`

function among(query: ChannelsQuery): RawBuilder<unknown> {
  const { agencies, channel, state, series, year, q, counted } = query
  const states = {
    planned: sql`r.held_on is null and r.dropped is null`,
    held: sql`r.held_on is not null and r.dropped is null`,
    dropped: sql`r.dropped is not null`,
  }
  const said = [
    sql`r.agency = any(${[...agencies]})`,
    ...(channel === undefined ? [] : [sql`r.channel = ${channel}`]),
    ...(state === undefined ? [] : [states[state]]),
    ...(series === undefined ? [] : [sql`r.series = ${series}`]),
    ...(year === undefined
      ? []
      : [sql`coalesce(r.held_on, r.planned_on) between ${`${year}-01-01`} and ${`${year}-12-31`}`]),
    ...(q === undefined || q === ''
      ? []
      : [sql`(strpos(r.title, ${q}) > 0 or strpos(r.medium, ${q}) > 0 or strpos(r.series, ${q}) > 0)`]),
    ...(counted === true ? [once] : []),
  ]
  return sql.join(said, sql` and `)
}

const orders = {
  day: sql`coalesce(r.held_on, r.planned_on)`,
  channel: sql`r.channel`,
  medium: sql`r.medium`,
  series: sql`r.series`,
  title: sql`r.title`,
} as const
export type ChannelOrder = keyof typeof orders

/** One page of records and how many match. */
export async function channelRecords(
  work: Work,
  asked: ChannelsQuery & {
    readonly sort: ChannelOrder
    readonly descending: boolean
    readonly page: number
    readonly size: number
  },
): Promise<{ readonly lines: ChannelRecord[]; readonly total: number }> {
  const { sort, descending, page, size } = asked
  const where = among(asked)
  const { rows } = await sql`
    select ${columns} from disclosure_channel_records r join agencies a on a.code = r.agency where ${where}
    order by ${orders[sort]} ${descending ? sql`desc` : sql`asc`} nulls last, r.id
    limit ${size} offset ${(page - 1) * size}`.execute(work.db)
  const { rows: counts } = await sql<{ total: number }>`
    select count(*)::int as total from disclosure_channel_records r where ${where}`.execute(work.db)
  return { lines: rows.map(row => rowForm.parse(row)), total: counts[0]?.total ?? 0 }
}

/** One record; `lock` keeps everybody else from changing it until the transaction ends. */
export async function channelRecordOf(
  work: Work,
  id: string,
  lock = false,
): Promise<ChannelRecord | undefined> {
  const { rows } = await sql`
    select ${columns} from disclosure_channel_records r join agencies a on a.code = r.agency where r.id = ${id}::uuid
    ${lock ? sql`for update of r` : sql``}`.execute(work.db)
  return rows[0] === undefined ? undefined : rowForm.parse(rows[0])
}

/** Keeps a record as it now stands, and the change in its history. @returns its id */
export async function keepChannelRecord(
  work: Work,
  kept: { readonly id?: string | undefined; readonly agency: string; readonly version: number },
  told: ChannelTold,
  by: { readonly name: string; readonly at: string },
): Promise<string> {
  const { channel, medium, title, series, plannedOn, heldOn, link, evidence, item, dropped } = told
  const row = {
    ...{ agency: kept.agency, channel, medium, title, series, planned_on: plannedOn, held_on: heldOn },
    ...{ link, evidence, item, dropped, version: kept.version },
  }
  const { id } =
    kept.id === undefined
      ? await work.db
          .insertInto('disclosure_channel_records')
          .values({ ...row, recorded_by: by.name, recorded_at: by.at })
          .returning('id')
          .executeTakeFirstOrThrow()
      : await work.db
          .updateTable('disclosure_channel_records')
          .set(row)
          .where('id', '=', kept.id)
          .returning('id')
          .executeTakeFirstOrThrow()
  await work.db
    .insertInto('disclosure_channel_changes')
    .values({ record: id, version: kept.version, told: JSON.stringify(told), by_name: by.name, at: by.at })
    .execute()
  return id
}

/** What became of a record, change by change, the last first. */
export async function channelHistory(work: Work, id: string) {
  return await work.db
    .selectFrom('disclosure_channel_changes')
    .select(['version', 'told', 'by_name as byName', 'at'])
    .where('record', '=', id)
    .orderBy('id', 'desc')
    .execute()
}

/** How many disclosures each channel counts among these agencies from a day to a day, each information once. */
export async function channelCounts(
  work: Work,
  {
    agencies,
    from,
    until,
  }: { readonly agencies: readonly string[]; readonly from: Day; readonly until: Day },
): Promise<ChannelCount[]> {
  const { rows } = await sql<{ channel: OtherChannel; count: number }>`
    select channel, count(*)::int as count from (
      select r.channel from disclosure_channel_records r
        where r.agency = any(${[...agencies]}) and r.held_on between ${from} and ${until} and ${once}
      union all
      select ${channelOfStory}
        from disclosure_standings s join disclosure_editions e on e.item = s.item and e.number = s.edition
        where s.agency = any(${[...agencies]}) and s.shelf = 'public'
          and ${isStory(sql`s.form`)}
          and ${dayOfStory} between ${from} and ${until}
          and not exists (select from disclosure_channel_records r
            where r.item = s.item and r.dropped is null and r.held_on is not null)
    ) as all_channels group by channel order by channel`.execute(work.db)
  return rows
}
