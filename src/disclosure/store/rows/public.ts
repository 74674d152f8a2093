import { type ExpressionBuilder, sql } from 'kysely'
import type { DB } from '../../../platform/tables.ts'
import type { Work } from '../../../platform/work.ts'
import type { ItemForm } from '../../forms.ts'
import { lineColumns, lineOf, type PlacedLine } from './lines.ts'

/** What the public tables are asked. */
export interface ResultsQuery {
  readonly form: ItemForm
  readonly q?: string | undefined
  readonly agency?: string | undefined
  readonly year?: number | undefined
  readonly sort?: 'decidedOn' | '-decidedOn' | undefined
}

/** A result with where it stands: its batch, its item and the agency. */
export type PublicLine = PlacedLine & {
  readonly batch: string
  readonly item: string
  readonly agency: string
}

/** Rows that the public may read: shown, and of the rows of an edition that is public now. */
function readable(work: Work, { form, q, agency, year }: ResultsQuery) {
  let rows = work.db
    .selectFrom('disclosure_rows as r')
    .innerJoin('disclosure_standings as s', 's.rows_batch', 'r.batch')
    .where('s.form', '=', form)
    .where('s.shelf', '=', 'public')
    .where('r.shown', '=', true)
  if (agency !== undefined) rows = rows.where('s.agency', '=', agency)
  if (year !== undefined) {
    rows = rows.where('r.decided_on', '>=', `${year}-01-01`).where('r.decided_on', '<=', `${year}-12-31`)
  }
  for (const word of (q ?? '').split(/\s+/).filter(each => each !== '')) {
    rows = rows.where(where => holds(where, word))
  }
  return rows
}

type Asking = ExpressionBuilder<DB & { r: DB['disclosure_rows']; s: DB['disclosure_standings'] }, 'r' | 's'>

function holds(where: Asking, word: string) {
  const like = `%${word.replaceAll(/[\\%_]/g, sign => `\\${sign}`)}%`
  return where.or([
    where('r.party', 'like', like),
    where('r.matter', 'like', like),
    where('r.reference', 'like', like),
  ])
}

const whose = ['r.batch', 's.item', 's.agency'] as const

function publicLine(row: { batch: string; item: string; agency: string }): PublicLine {
  const { batch, item, agency } = row
  return { ...lineOf(row), batch, item, agency }
}

/** One page of the public table, and how many rows there are. */
export async function publicLines(
  work: Work,
  query: ResultsQuery,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ readonly lines: PublicLine[]; readonly total: number }> {
  const direction = query.sort === 'decidedOn' ? 'asc' : 'desc'
  const rows = await readable(work, query)
    .select([...lineColumns])
    .select([...whose])
    .orderBy('r.decided_on', direction)
    .orderBy('r.batch')
    .orderBy('r.place')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const { total } = await readable(work, query)
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow()
  return { lines: rows.map(publicLine), total }
}

const atOnce = 2_000

/** All rows that the query finds, thousands at a time, batch by batch, so that no download is held whole. */
export async function* everyPublicLine(work: Work, query: ResultsQuery): AsyncGenerator<PublicLine> {
  let after: { readonly batch: string; readonly place: number } | undefined
  for (;;) {
    let rows = readable(work, query)
      .select([...lineColumns])
      .select([...whose])
    if (after !== undefined) {
      rows = rows.where(sql<boolean>`(r.batch, r.place) > (${after.batch}::uuid, ${after.place}::int)`)
    }
    const found = await rows.orderBy('r.batch').orderBy('r.place').limit(atOnce).execute()
    const lines = found.map(publicLine)
    yield* lines
    after = lines.at(-1)
    if (lines.length < atOnce) return
  }
}

/** One row, where the public may read it. */
export async function onePublicLine(
  work: Work,
  form: ItemForm,
  { batch, place }: { readonly batch: string; readonly place: number },
): Promise<PublicLine | undefined> {
  const row = await readable(work, { form })
    .select([...lineColumns])
    .select([...whose])
    .where('r.batch', '=', batch)
    .where('r.place', '=', place)
    .executeTakeFirst()
  return row === undefined ? undefined : publicLine(row)
}

/** The years in which public rows of this form were decided, the latest first, and how many are not shown. */
export async function resultYears(work: Work, form: ItemForm): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct extract(year from r.decided_on)::int as year
    from disclosure_rows r join disclosure_standings s on s.rows_batch = r.batch
    where s.form = ${form} and s.shelf = 'public' order by 1 desc`.execute(work.db)
  return rows.map(({ year }) => year)
}

/** How many public rows of each form there are. */
export async function resultCounts(work: Work): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ form: string; count: number }>`
    select s.form, sum(b.shown_count)::int as count from disclosure_batches b
    join disclosure_standings s on s.rows_batch = b.id where s.shelf = 'public' group by 1`.execute(work.db)
  return new Map(rows.map(({ form, count }) => [form, count]))
}
