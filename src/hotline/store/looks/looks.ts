import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { type LookBond, type LookKind, type LookLine, lookBonds, lookKinds } from '../../looks/look.ts'

/** A look as it is kept. */
export interface Look {
  readonly agency: string
  readonly person: string
  readonly personName: string
  readonly kind: LookKind
  readonly demand: string | null
  readonly confidential: boolean
  readonly bond: LookBond | null
  readonly reason: string
  readonly at: string
}

/** Keeps that somebody looked. */
export async function keepOpening(work: Work, { personName, ...look }: Look): Promise<void> {
  await work.db
    .insertInto('hotline_looks')
    .values({ ...look, person_name: personName })
    .execute()
}

/** Did this person answer the call of which the demand came? */
export async function tookCallOf(work: Work, demand: string, person: string): Promise<boolean> {
  const row = await work.db
    .selectFrom('hotline_calls')
    .select('id')
    .where('demand', '=', demand)
    .where('answered_by', '=', person)
    .executeTakeFirst()
  return row !== undefined
}

/** Did he act on the demand of a look `l` within a day after it? */
export const actedAfter = sql<boolean>`exists (select from hotline_events e where e.demand = l.demand and e.by = l.person
  and e.at > l.at and e.at <= l.at + interval '24 hours')`
/** Is a look `l` without cause? */
export const causeless = sql<boolean>`(l.bond is null and not ${actedAfter})`

/** How many looks of a person there are at a hotline from one moment to another, and how many of them without cause. */
export async function countedLooks(
  work: Work,
  asked: { readonly agency: string; readonly person: string; readonly from: string; readonly to: string },
): Promise<{ readonly looks: number; readonly causeless: number }> {
  const { rows } = await sql<{ looks: number; causeless: number }>`
    select count(*)::int as looks, (count(*) filter (where ${causeless}))::int as causeless from hotline_looks l
    where l.agency = ${asked.agency} and l.person = ${asked.person}
      and l.at >= ${asked.from}::timestamptz and l.at <= ${asked.to}::timestamptz`.execute(work.db)
  return rows[0] ?? { looks: 0, causeless: 0 }
}

/** Which looks a list asks for. */
export interface LooksAsked {
  readonly agencies: readonly string[]
  readonly from: string
  readonly to: string
  readonly person?: string | undefined
  readonly kind?: LookKind | undefined
  readonly confidential?: boolean | undefined
  readonly causeless?: boolean | undefined
  readonly page: number
  readonly size: number
}

const lineForm = z.object({
  ...{ id: z.coerce.number(), person: z.string(), personName: z.string(), kind: z.enum(lookKinds) },
  ...{ demand: z.string().nullable(), number: z.string().nullable(), confidential: z.boolean() },
  ...{ bond: z.enum(lookBonds).nullable(), actedAfter: z.boolean(), reason: z.string(), at: z.string() },
})

function narrowed(asked: LooksAsked): RawBuilder<unknown> {
  const { agencies, person, kind, confidential } = asked
  return sql.join(
    [
      sql`l.agency = any(${[...agencies]}::text[]) and l.at >= ${asked.from}::timestamptz and l.at < ${asked.to}::timestamptz`,
      ...(person === undefined ? [] : [sql`l.person = ${person}`]),
      ...(kind === undefined ? [] : [sql`l.kind = ${kind}`]),
      ...(confidential === undefined ? [] : [sql`l.confidential = ${confidential}`]),
      ...(asked.causeless === undefined ? [] : [sql`${causeless} = ${asked.causeless}`]),
    ],
    sql` and `,
  )
}

/** A page of looks, the latest first, and how many there are. */
export async function lookLines(
  work: Work,
  asked: LooksAsked,
): Promise<{ readonly lines: LookLine[]; readonly total: number }> {
  const which = narrowed(asked)
  const [{ rows }, { rows: counts }] = await Promise.all([
    sql`select l.id, l.person, l.person_name as "personName", l.kind, l.demand, d.number, l.confidential, l.bond,
        ${actedAfter} as "actedAfter", l.reason, l.at
      from hotline_looks l left join hotline_demands d on d.id = l.demand where ${which}
      order by l.at desc, l.id desc limit ${asked.size} offset ${(asked.page - 1) * asked.size}`.execute(
      work.db,
    ),
    sql<{ total: number }>`select count(*)::int as total from hotline_looks l where ${which}`.execute(
      work.db,
    ),
  ])
  return { lines: z.array(lineForm).parse(rows), total: counts[0]?.total ?? 0 }
}
