import { type SelectQueryBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { DB } from '../../../platform/tables.ts'
import type { Work } from '../../../platform/work.ts'
import { type Day, dayOf } from '../../../statute/day.ts'
import type { KeptMessage } from '../../topics/kept-matters.ts'

/** A demand as its matter is looked for, and where the table has it. */
export interface PlacedMessage {
  readonly message: KeptMessage
  readonly matter: string | null
  readonly byHand: boolean
  /** Rises with every change of the table. */
  readonly change: number
}

/** A row of membership as it is written. */
export interface MemberRow {
  readonly demand: string
  readonly matter: string
  readonly person: string
  readonly on: Day
  readonly places: readonly string[]
  readonly words: readonly string[]
}

/** Makes everybody else who would change the matters of this hotline wait until the transaction ends. */
export async function lockMatters(work: Work, agency: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('hotline matters'), hashtext(${agency}))`.execute(work.db)
}

const rowForm = z.object({
  ...{ id: z.string(), person: z.string(), on: z.string().transform(dayOf), subject: z.string() },
  ...{ body: z.string(), place: z.string(), confidential: z.boolean(), matter: z.string().nullable() },
  ...{ byHand: z.boolean().nullable(), change: z.coerce.number().nullable() },
})
const dayOfFiling = sql<string>`(d.filed_at at time zone 'Asia/Shanghai')::date`

function messages(work: Work) {
  return work.db
    .selectFrom('hotline_demands as d')
    .leftJoin('hotline_matter_members as m', 'm.demand', 'd.id')
    .leftJoin('hotline_callers as c', 'c.demand', 'd.id')
    .select(['d.id', 'd.subject', 'd.body', 'd.place', 'd.confidential', 'm.matter', 'm.change'])
    .select([sql<string>`coalesce(c.same_person, d.id::text)`.as('person'), dayOfFiling.as('on')])
    .select('m.by_hand as byHand')
    .orderBy('d.filed_at')
    .orderBy('d.id')
}

async function read(query: SelectQueryBuilder<DB, never, object>): Promise<PlacedMessage[]> {
  const rows = z.array(rowForm).parse(await query.execute())
  return rows.map(({ id, person, on, subject, body, place, confidential, ...held }) => ({
    message: { id, citizen: person, on, subject, body: `${place}\n${body}`, confidential },
    ...{ matter: held.matter, byHand: held.byHand ?? false, change: held.change ?? 0 },
  }))
}

const filedSince = (agency: string, since: Day) =>
  sql<boolean>`d.id in (select s.demand from hotline_standings s where s.agency = ${agency}
    and s.filed_at >= ${since}::date::timestamp at time zone 'Asia/Shanghai')`

/** The demands of a hotline since a day, the earliest first, placed or not. */
export async function messagesSince(work: Work, agency: string, since: Day): Promise<PlacedMessage[]> {
  return await read(messages(work).where(filedSince(agency, since)))
}

/** The first so many that have no matter yet: found by two indexes, their words are read after. */
export async function waitingMessages(
  work: Work,
  { agency, since, most }: { readonly agency: string; readonly since: Day; readonly most: number },
): Promise<PlacedMessage[]> {
  const { rows } = await sql<{ demand: string }>`
    with placed as materialized (
      select demand from hotline_matter_members where agency = ${agency} and filed_on >= ${since}
    )
    select s.demand from hotline_standings s
    where s.agency = ${agency} and s.filed_at >= ${since}::date::timestamp at time zone 'Asia/Shanghai'
      and not exists (select from placed where placed.demand = s.demand)
    order by s.filed_at, s.demand limit ${most}`.execute(work.db)
  const ids = rows.map(({ demand }) => demand)
  return ids.length === 0 ? [] : await read(messages(work).where('d.id', 'in', ids))
}

/** Those whose membership changed after a change that was seen. */
export async function messagesChanged(work: Work, agency: string, after: number): Promise<PlacedMessage[]> {
  return await read(messages(work).where('m.agency', '=', agency).where('m.change', '>', after))
}

/** The demands of some matters. */
export async function messagesOfMatters(work: Work, matters: readonly string[]): Promise<PlacedMessage[]> {
  return await read(messages(work).where('m.matter', 'in', [...matters, nobody]))
}
const nobody = '00000000-0000-0000-0000-000000000000'

/** Writes where demands belong and why; what people decided on stays as it is. @returns the last change */
export async function keepMembers(work: Work, agency: string, rows: readonly MemberRow[]): Promise<number> {
  if (rows.length === 0) return 0
  const values = rows.map(({ demand, matter, person, on, places, words }) => ({
    ...{ demand, matter, agency, person, filed_on: on, places: [...places], words: [...words] },
  }))
  const written = await work.db
    .insertInto('hotline_matter_members')
    .values(values)
    .onConflict(conflict =>
      conflict
        .column('demand')
        .doUpdateSet(({ ref, fn }) => ({
          ...{ matter: ref('excluded.matter'), places: ref('excluded.places'), words: ref('excluded.words') },
          change: fn<number>('nextval', [sql`'hotline_matter_changes'`]),
        }))
        .where('hotline_matter_members.by_hand', '=', false),
    )
    .returning('change')
    .execute()
  return written.reduce((last, { change }) => Math.max(last, Number(change)), 0)
}

/** What a matter is called. */
export interface MatterName {
  readonly id: string
  readonly title: string
  readonly place: string
  readonly people: string
}

/** Makes matters, or names them anew; a title that somebody gave stays. */
export async function nameMatters(work: Work, agency: string, named: readonly MatterName[]): Promise<void> {
  if (named.length === 0) return
  await work.db
    .insertInto('hotline_matters')
    .values(named.map(name => ({ ...name, agency })))
    .onConflict(conflict =>
      conflict.column('id').doUpdateSet(({ ref }) => ({
        ...{ place: ref('excluded.place'), people: ref('excluded.people') },
        title: sql<string>`case when hotline_matters.renamed then hotline_matters.title else excluded.title end`,
      })),
    )
    .execute()
}

/** Moves demands into a matter, as people decide: no later run moves them. */
export async function placeByHand(work: Work, demands: readonly string[], matter: string): Promise<void> {
  await work.db
    .updateTable('hotline_matter_members')
    .set({ matter, by_hand: true, change: sql`nextval('hotline_matter_changes')` })
    .where('demand', 'in', [...demands, nobody])
    .execute()
}
