import { sql } from 'kysely'
import { z } from 'zod'
import { pairsOfText } from '../../../platform/text/pairs.ts'
import type { Work } from '../../../platform/work.ts'
import { entryStates } from '../../knowledge/entry.ts'
import type { EntryFound, EntryLine } from '../../knowledge/view.ts'

const foundForm = z.object({
  ...{ id: z.string(), question: z.string(), answer: z.string(), unitName: z.string().nullable() },
  ...{ used: z.number(), items: z.array(z.string()) },
})
const mostPairs = 80

/**
 * Entries in force on a day that a text asks for, the fittest first: rare pairs of characters weigh more, those of questions
 * three times those of answers; a long entry is no better for its length.
 */
export async function entriesFound(
  work: Work,
  asked: {
    readonly agency: string | null
    readonly text: string
    readonly on: string
    readonly onlyPublic: boolean
    readonly most: number
  },
): Promise<EntryFound[]> {
  const pairs = pairsOfText(asked.text.slice(0, 200)).slice(0, mostPairs)
  if (pairs.length === 0) return []
  const { rows } = await sql`
    with hit as (
      select p.entry, p.weight, p.pair, count(*) over (partition by p.pair) as shared
      from hotline_entry_pairs p where p.pair = any(${pairs}::int[])),
    scored as (
      select entry, sum(weight / ln(2 + shared)) as score, count(*) as pairs from hit group by entry)
    select e.id, e.in_force->>'question' as question, e.in_force->>'answer' as answer,
      e.in_force->'items' as items, u.short_name as "unitName", e.used
    from scored s join hotline_entries e on e.id = s.entry left join agencies u on u.code = e.unit
    where e.in_force is not null and e.valid_from <= ${asked.on}::date
      and (e.valid_until is null or e.valid_until >= ${asked.on}::date)
      and (${asked.agency}::text is null or e.agency = ${asked.agency})
      and (not ${asked.onlyPublic}::boolean or e.public)
      and s.pairs >= least(2, ${pairs.length}::int)
    order by s.score desc, e.used desc, e.id limit ${asked.most}`.execute(work.db)
  return z.array(foundForm).parse(rows)
}

/** What a list of entries is asked. */
export interface EntriesAsked {
  readonly agencies: readonly string[]
  readonly state?: (typeof entryStates)[number] | undefined
  readonly unit?: string | undefined
  readonly q?: string | undefined
  /** Those whose day of review has come, as at this day. */
  readonly dueBy?: string | undefined
  readonly page: number
  readonly size: number
}

const day = z.string().nullable()
const lineForm = z.object({
  ...{ id: z.string(), question: z.string(), state: z.enum(entryStates), unitName: z.string().nullable() },
  ...{ validFrom: day, validUntil: day, reviewOn: day, public: z.boolean() },
  ...{ used: z.number(), unhelpful: z.number(), changedAt: z.string() },
})

/** A page of entries, the last changed first, and how many there are. */
export async function entriesListed(
  work: Work,
  { agencies, state, unit, q = '', dueBy, page, size }: EntriesAsked,
): Promise<{ lines: EntryLine[]; total: number }> {
  if (agencies.length === 0) return { lines: [], total: 0 }
  let query = work.db
    .selectFrom('hotline_entries as e')
    .leftJoin('agencies as u', 'u.code', 'e.unit')
    .where(({ or, eb }) => or([eb('e.agency', 'in', agencies), eb('e.unit', 'in', agencies)]))
  if (state !== undefined) query = query.where('e.state', '=', state)
  if (unit !== undefined) query = query.where('e.unit', '=', unit)
  if (q !== '') query = query.where(sql<boolean>`strpos(e.question, ${q}) > 0`)
  if (dueBy !== undefined) query = query.where('e.in_force', 'is not', null).where('e.review_on', '<=', dueBy)
  const [rows, { total }] = await Promise.all([
    query
      .select(['e.id', 'e.question', 'e.state', 'u.short_name as unitName', 'e.public', 'e.used'])
      .select(['e.valid_from as validFrom', 'e.valid_until as validUntil', 'e.review_on as reviewOn'])
      .select(['e.unhelpful', 'e.changed_at as changedAt'])
      .orderBy('e.changed_at', 'desc')
      .orderBy('e.id')
      .limit(size)
      .offset((page - 1) * size)
      .execute(),
    query.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  return { lines: z.array(lineForm).parse(rows), total: Number(total) }
}

/** Counts that an entry was given to a caller, or did not help; of one demand once. */
export async function keepUse(
  work: Work,
  use: { readonly entry: string; readonly demand: string; readonly at: string; readonly by: string },
): Promise<void> {
  const kept = await work.db
    .insertInto('hotline_entry_uses')
    .values({ ...use, helped: true })
    .onConflict(conflict => conflict.doNothing())
    .returning('entry')
    .executeTakeFirst()
  if (kept === undefined) return
  await work.db
    .updateTable('hotline_entries')
    .set(({ eb }) => ({ used: eb('used', '+', 1) }))
    .where('id', '=', use.entry)
    .execute()
}

/** Counts that an entry helped whoever read it, or did not. */
export async function keepSaid(work: Work, entry: string, helped: boolean): Promise<void> {
  await work.db
    .updateTable('hotline_entries')
    .set(({ eb }) => (helped ? { helped: eb('helped', '+', 1) } : { unhelpful: eb('unhelpful', '+', 1) }))
    .where('id', '=', entry)
    .execute()
}
