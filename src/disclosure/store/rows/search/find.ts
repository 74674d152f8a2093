import { type RawBuilder, sql } from 'kysely'
import { literally } from '../../../../platform/text/like.ts'
import type { Work } from '../../../../platform/work.ts'
import type { ItemForm } from '../../../forms.ts'
import { type ResultWord, wordsAsked } from './words.ts'

/** What the public tables are asked. */
export interface ResultsQuery {
  readonly form: ItemForm
  readonly q?: string | undefined
  readonly agency?: string | undefined
  readonly year?: number | undefined
  /** The batch of one item. */
  readonly batch?: string | undefined
  readonly sort?: 'decidedOn' | '-decidedOn' | undefined
}

/** Where a result stands. */
export interface ResultPlace {
  readonly id: string
  readonly batch: string
  readonly place: number
}

/** A page of what was found; `more`: at least so many, the rest was not counted. */
export interface ResultPlaces {
  readonly places: readonly ResultPlace[]
  readonly total: number
  readonly more: boolean
}

/** Of words that stand in very many results no more than so many are listed. */
export const mostListed = 1000
/** So many of the first rows are looked at, one after the other, before all that holds the words is gathered. */
const looked = 5000

interface Page {
  readonly page: number
  readonly size: number
}

/** Some results in the order of their days. */
export async function resultPlaces(work: Work, query: ResultsQuery, page: Page): Promise<ResultPlaces> {
  const words = wordsAsked(query.q ?? '')
  const all = await resultCount(work, query)
  if (words.length === 0) {
    const places = await listed(work, query, page)
    return { places, total: all, more: false }
  }
  const first = await amongFirst(work, query, words)
  if (all <= looked) return { places: cut(first, page), total: first.length, more: false }
  const enough = page.page * page.size
  if (first.length <= page.size) return await gathered(work, query, { words, ...page })
  if (first.length > enough) return { places: cut(first, page), total: first.length, more: true }
  const most = Math.min(enough + page.size, mostListed)
  const found = await walked(work, query, { most: most + 1, words })
  return {
    places: cut(found.slice(0, most), page),
    total: Math.min(found.length, most),
    more: found.length > most,
  }
}

function cut(places: readonly ResultPlace[], { page, size }: Page): ResultPlace[] {
  return places.slice((page - 1) * size, page * size)
}

/** How many results there are, whatever their words. */
async function resultCount(work: Work, query: ResultsQuery): Promise<number> {
  let rows = work.db.selectFrom('disclosure_result_years').where('form', '=', query.form)
  if (query.agency !== undefined) rows = rows.where('agency', '=', query.agency)
  if (query.year !== undefined) rows = rows.where('year', '=', query.year)
  if (query.batch !== undefined) rows = rows.where('batch', '=', query.batch)
  const { total } = await rows
    .select(sql<number>`coalesce(sum(count), 0)::int`.as('total'))
    .executeTakeFirstOrThrow()
  return total
}

/** What narrows besides words. */
export function narrowed({ form, agency, year, batch }: ResultsQuery): RawBuilder<boolean> {
  const parts = [sql<boolean>`s.form = ${form}`]
  if (agency !== undefined) parts.push(sql<boolean>`s.agency = ${agency}`)
  if (batch !== undefined) parts.push(sql<boolean>`s.batch = ${batch}`)
  if (year !== undefined)
    parts.push(sql<boolean>`s.decided_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`)
  return sql.join(parts, sql` and `)
}

/** The words stand in the text itself; single characters in their list. */
export function standing(words: readonly ResultWord[]): RawBuilder<boolean> {
  const parts = words.map(({ tokens, look }) =>
    look === undefined
      ? sql<boolean>`s.words @> ${[...tokens]}::int[]`
      : sql<boolean>`s.text like ${`%${literally(look)}%`}`,
  )
  return parts.length === 0 ? sql<boolean>`true` : sql.join(parts, sql` and `)
}

const columns = sql`s.id::text as id, s.batch, s.place`

function ordered({ sort }: ResultsQuery): RawBuilder<unknown> {
  return sort === 'decidedOn' ? sql`s.decided_on, s.id` : sql`s.decided_on desc, s.id desc`
}

async function amongFirst(
  work: Work,
  query: ResultsQuery,
  words: readonly ResultWord[],
): Promise<ResultPlace[]> {
  const { rows } = await sql<ResultPlace>`select ${columns} from (
      select * from disclosure_results s where ${narrowed(query)} order by ${ordered(query)} limit ${looked}) s
    where ${standing(words)} order by ${ordered(query)}`.execute(work.db)
  return rows
}

/** A page of all: the days are counted off in their index, and only the page itself is read. */
async function listed(work: Work, query: ResultsQuery, { page, size }: Page): Promise<ResultPlace[]> {
  const { rows } = await sql<ResultPlace>`select ${columns} from (
      select s.decided_on, s.id from disclosure_results s where ${narrowed(query)}
      order by ${ordered(query)} limit ${size} offset ${(page - 1) * size}) k
    join disclosure_results s on s.form = ${query.form} and s.decided_on = k.decided_on and s.id = k.id
    order by ${ordered(query)}`.execute(work.db)
  return rows
}

interface Walk {
  readonly most: number
  readonly words: readonly ResultWord[]
}

/** Along the days, looking at one after the other until there are enough. */
async function walked(work: Work, query: ResultsQuery, { most, words }: Walk): Promise<ResultPlace[]> {
  const { rows } = await sql<ResultPlace>`select ${columns} from disclosure_results s
    where ${narrowed(query)} and ${standing(words)} order by ${ordered(query)}
    limit ${most}`.execute(work.db)
  return rows
}

/** All that holds the words is gathered first and then put in order. */
async function gathered(
  work: Work,
  query: ResultsQuery,
  { words, page, size }: Page & { readonly words: readonly ResultWord[] },
): Promise<ResultPlaces> {
  const tokens = words.flatMap(word => word.tokens)
  const { rows } = await sql<ResultPlace & { total: number }>`with s as materialized (
      select s.id, s.batch, s.place, s.decided_on from disclosure_results s
      where s.words @> ${tokens}::int[] and ${narrowed(query)} and ${standing(words)})
    select ${columns}, (count(*) over ())::int as total from s order by ${ordered(query)}
    limit ${size} offset ${(page - 1) * size}`.execute(work.db)
  if (rows.length === 0 && page > 1)
    return { ...(await gathered(work, query, { words, page: 1, size })), places: [] }
  return { places: rows, total: rows[0]?.total ?? 0, more: false }
}
