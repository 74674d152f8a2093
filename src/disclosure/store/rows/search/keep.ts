import { sql } from 'kysely'
import type { Work } from '../../../../platform/work.ts'
import { linesAfter } from '../lines.ts'
import { resultText, resultWords } from './words.ts'

const atOnce = 5_000

/**
 * Keeps the results of an item in step with the shelf: what is public now is found by day and by words, what is not is not.
 * Many rows take seconds, so this comes before an act takes what all others wait for.
 */
export async function keepResults(work: Work, item: string): Promise<void> {
  const standing = await work.db
    .selectFrom('disclosure_standings')
    .select(['agency', 'form', 'rows_batch as batch'])
    .where('item', '=', item)
    .where('shelf', '=', 'public')
    .executeTakeFirst()
  const kept = await work.db
    .selectFrom('disclosure_result_years')
    .select(['batch', 'form'])
    .distinct()
    .where('item', '=', item)
    .execute()
  const stands = (each: { batch: string; form: string }) =>
    each.batch === standing?.batch && each.form === standing.form
  for (const { batch } of kept.filter(each => !stands(each))) await forget(work, batch)
  if (standing === undefined || standing.batch === null || kept.some(stands)) return
  const { batch, agency, form } = standing
  await add(work, { item, batch, agency, form })
}

async function forget(work: Work, batch: string): Promise<void> {
  await work.db.deleteFrom('disclosure_results').where('batch', '=', batch).execute()
  await work.db.deleteFrom('disclosure_result_years').where('batch', '=', batch).execute()
}

interface Whose {
  readonly item: string
  readonly batch: string
  readonly agency: string
  readonly form: string
}

/** The lists of words wait together and are sorted in once: a third of the time that each row alone would take. */
async function add(work: Work, { item, batch, agency, form }: Whose): Promise<void> {
  for (let after = 0; ; ) {
    const lines = await linesAfter(work, batch, { after, most: atOnce })
    const shown = lines.filter(line => line.shown)
    const texts = shown.map(resultText)
    const words = shown.map((line, at) => `{${resultWords(texts[at] ?? '', line).join()}}`)
    await sql`insert into disclosure_results (batch, place, form, agency, decided_on, text, words)
      select ${batch}, place, ${form}, ${agency}, decided_on, text, words::int[]
      from unnest(${shown.map(({ place }) => place)}::int[], ${shown.map(({ decidedOn }) => decidedOn)}::date[],
        ${texts}::text[], ${words}::text[]) as t (place, decided_on, text, words)`.execute(work.db)
    after = lines.at(-1)?.place ?? 0
    if (lines.length < atOnce) break
  }
  await sql`insert into disclosure_result_years (item, batch, form, agency, year, count)
    select ${item}, batch, form, agency, extract(year from decided_on)::int, count(*)
    from disclosure_results where batch = ${batch} group by 2, 3, 4, 5`.execute(work.db)
  await sql`select set_config('maintenance_work_mem', '256MB', true)`.execute(work.db)
  await sql`select gin_clean_pending_list('disclosure_results_by_words')`.execute(work.db)
}

/** Public items whose results are not found by words: a database that an older release filled. */
export async function itemsWithResultsUnkept(work: Work): Promise<string[]> {
  const rows = await work.db
    .selectFrom('disclosure_standings as s')
    .select('s.item')
    .where('s.shelf', '=', 'public')
    .where('s.rows_batch', 'is not', null)
    .where(({ exists, not, selectFrom, and }) =>
      and([
        not(
          exists(
            selectFrom('disclosure_result_years as y')
              .select('y.batch')
              .whereRef('y.item', '=', 's.item')
              .whereRef('y.batch', '=', 's.rows_batch'),
          ),
        ),
        exists(
          selectFrom('disclosure_rows as r')
            .select('r.batch')
            .whereRef('r.batch', '=', 's.rows_batch')
            .where('r.shown', '=', true),
        ),
      ]),
    )
    .orderBy('s.item')
    .execute()
  return rows.map(({ item }) => item)
}
