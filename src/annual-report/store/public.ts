import { sql } from 'kysely'
import { literally } from '../../platform/text/like.ts'
import type { Work } from '../../platform/work.ts'
import { reportForm } from '../api/forms.ts'
import type { AnnualReport } from '../form.ts'

/** A published report as the public lists need it: when it came, and its first figures. */
export interface PublishedRow {
  readonly agency: string
  readonly year: number
  /** The latest edition. */
  readonly edition: number
  /** The day of the first edition: by it the report is in time or late. */
  readonly publishedOn: string
  readonly received: number | null
  readonly concluded: number | null
  readonly carriedOut: number | null
  /** Errors that were published with an explanation. */
  readonly errors: number
}

/** Every published report, in one query. */
export async function publishedRows(work: Work): Promise<PublishedRow[]> {
  const total = (row: string) => sql`(report #>> ${sql.lit(`{applications,${row},6}`)})::numeric::bigint`
  const { rows } = await sql<PublishedRow>`
    select distinct on (agency, year) agency, year, edition,
      min(published_on) over (partition by agency, year) as "publishedOn",
      ${total('received')} as received, ${total('resultTotal')} as concluded, ${total('carriedOut')} as "carriedOut",
      jsonb_array_length(jsonb_path_query_array(findings, '$[*] ? (@.severity == "error")')) as errors
    from report_editions order by agency, year, edition desc`.execute(work.db)
  return rows
}

/** A published report in whose words all that was asked for was found. */
export interface WordsHit {
  readonly agency: string
  readonly name: string
  readonly year: number
  readonly publishedOn: string
  readonly text: string
}

/** At most so many reports are listed for one search. */
export const mostHits = 500

/** The latest editions whose words hold every one of these, newest first. One character is looked for without the index. */
export async function reportsWithWords(work: Work, words: readonly string[]): Promise<WordsHit[]> {
  const conditions = words.map(word => {
    const like = `%${literally(word.toLowerCase())}%`
    const exact = sql`lower(report_words(e.report)) like ${like}`
    return [...word].length < 2
      ? exact
      : sql`bigrams(report_words(e.report)) @> bigrams(${word}) and ${exact}`
  })
  const { rows } = await sql<WordsHit>`
    select e.agency, a.name, e.year, e.published_on as "publishedOn", report_words(e.report) as text
    from report_editions e join agencies a on a.code = e.agency
    where ${sql.join(conditions, sql` and `)} and not exists (
      select from report_editions later where later.agency = e.agency and later.year = e.year and later.edition > e.edition)
    order by e.year desc, a.code limit ${mostHits}`.execute(work.db)
  return rows
}

/** The latest edition of each year of an agency, first to last. */
export async function latestReports(work: Work, agency: string): Promise<AnnualReport[]> {
  const rows = await work.db
    .selectFrom('report_editions')
    .distinctOn('year')
    .select('report')
    .where('agency', '=', agency)
    .orderBy('year')
    .orderBy('edition', 'desc')
    .execute()
  return rows.map(({ report }) => reportForm.parse(report))
}
