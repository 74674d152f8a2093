import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { ItemForm } from '../../forms.ts'
import { lineColumns, lineOf, type PlacedLine } from './lines.ts'
import { narrowed, type ResultPlace, type ResultsQuery, resultPlaces, standing } from './search/find.ts'
import { wordsAsked } from './search/words.ts'

/** A result with where it stands: its batch, its item and the agency. */
export type PublicLine = PlacedLine & {
  readonly batch: string
  readonly item: string
  readonly agency: string
}

/** A page of the public table; `more`: there are at least so many, the rest was not counted. */
export interface PublicLines {
  readonly lines: readonly PublicLine[]
  readonly total: number
  readonly more: boolean
}

/** One page of the public table, and how many rows there are. */
export async function publicLines(
  work: Work,
  query: ResultsQuery,
  page: { readonly page: number; readonly size: number },
): Promise<PublicLines> {
  const { places, total, more } = await resultPlaces(work, query, page)
  return { lines: await linesAt(work, places), total, more }
}

/** The rows at these places in their order; whatever the search says, only what the public may read: shown, of a public edition. */
async function linesAt(work: Work, places: readonly Omit<ResultPlace, 'id'>[]): Promise<PublicLine[]> {
  if (places.length === 0) return []
  const rows = await work.db
    .selectFrom(
      sql<{ batch: string; place: number; at: number }>`(select * from unnest(
        ${places.map(({ batch }) => batch)}::uuid[], ${places.map(({ place }) => place)}::int[])
        with ordinality as t (batch, place, at))`.as('p'),
    )
    .innerJoin('disclosure_rows as r', join =>
      join.onRef('r.batch', '=', 'p.batch').onRef('r.place', '=', 'p.place'),
    )
    .innerJoin('disclosure_standings as s', 's.rows_batch', 'r.batch')
    .where('s.shelf', '=', 'public')
    .where('r.shown', '=', true)
    .select([...lineColumns])
    .select(['r.batch', 's.item', 's.agency'])
    .orderBy('p.at')
    .execute()
  return rows.map(row => {
    const { batch, item, agency } = row
    return { ...lineOf(row), batch, item, agency }
  })
}

const atOnce = 2_000

/** All rows that the query finds in the order of the table, thousands at a time, so that no download is held whole. */
export async function* everyPublicLine(work: Work, query: ResultsQuery): AsyncGenerator<PublicLine> {
  const words = wordsAsked(query.q ?? '')
  const rising = query.sort === 'decidedOn'
  let after = sql<boolean>`true`
  for (;;) {
    const { rows } = await sql<ResultPlace & { day: string }>`
      select s.id::text as id, s.batch, s.place, s.decided_on as day from disclosure_results s
      where ${narrowed(query)} and ${standing(words)} and ${after}
      order by ${rising ? sql`s.decided_on, s.id` : sql`s.decided_on desc, s.id desc`} limit ${atOnce}`.execute(
      work.db,
    )
    yield* await linesAt(work, rows)
    const last = rows.at(-1)
    if (last === undefined || rows.length < atOnce) return
    const place = sql`(${last.day}::date, ${last.id}::bigint)`
    after = rising
      ? sql<boolean>`(s.decided_on, s.id) > ${place}`
      : sql<boolean>`(s.decided_on, s.id) < ${place}`
  }
}

/** One row, where the public may read it. */
export async function onePublicLine(
  work: Work,
  form: ItemForm,
  place: { readonly batch: string; readonly place: number },
): Promise<PublicLine | undefined> {
  const stands = await work.db
    .selectFrom('disclosure_result_years')
    .select('item')
    .where('batch', '=', place.batch)
    .where('form', '=', form)
    .executeTakeFirst()
  return stands === undefined ? undefined : (await linesAt(work, [place]))[0]
}

/** The years in which public rows of this form were decided, the latest first. */
export async function resultYears(work: Work, form: ItemForm): Promise<number[]> {
  const rows = await work.db
    .selectFrom('disclosure_result_years')
    .select('year')
    .distinct()
    .where('form', '=', form)
    .orderBy('year', 'desc')
    .execute()
  return rows.map(({ year }) => year)
}

/** How many public rows of each form there are. */
export async function resultCounts(work: Work): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ form: string; count: number }>`
    select form, sum(count)::int as count from disclosure_result_years group by 1`.execute(work.db)
  return new Map(rows.map(({ form, count }) => [form, count]))
}
