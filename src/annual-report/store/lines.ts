import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { literally } from '../../platform/text/like.ts'
import type { Work } from '../../platform/work.ts'
import { governmentReportDue, reportDue } from '../../statute/law.ts'
import type { ReportLine, ReportState } from '../view.ts'

/** What a list of reports is asked for. */
export interface LineFilter {
  readonly agency?: string | undefined
  readonly year?: number | undefined
  readonly state?: ReportState | undefined
  /** Words of the agency's name. */
  readonly q?: string | undefined
  /** A column, with `-` before it for the other direction. */
  readonly sort?: string | undefined
  readonly page: number
  readonly size: number
  /** The agencies that the reader may see beyond what is published; undefined for the public. */
  readonly agencies?: readonly string[] | undefined
  /** The day from which lateness is told. */
  readonly today: string
}

/** The states as they are kept. */
export const stateForm = z.enum(['draft', 'submitted', 'checked', 'approved', 'published'])
/** The columns by which a list is sorted: what the reader sees, so that no order tells what is hidden. */
const sortColumns = [
  'year',
  'name',
  'state',
  'edition',
  'published_on',
  'received',
  'errors',
  'warnings',
] as const

/** One page of the list and how many there are; of what is not published only what the reader may see. */
export async function reportLines(
  work: Work,
  filter: LineFilter,
): Promise<{ lines: ReportLine[]; total: number }> {
  const query = matching(work, filter)
  const { total } = await query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .selectAll('s')
    .select(lateDays(filter.today).as('late_days'))
    .orderBy(orderOf(filter))
    .orderBy('s.year', 'desc')
    .orderBy('s.agency')
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute()
  return { total, lines: rows.map(lineOf) }
}

function orderOf({ sort = '', today }: LineFilter) {
  const direction = sql.raw(sort.startsWith('-') ? 'desc nulls last' : 'asc nulls first')
  const name = sort.replace(/^-/, '')
  if (name === 'late') return sql`${lateDays(today)} ${direction}`
  if (name === 'changed_at') return sql`s.changed_at ${direction}`
  const column = sortColumns.find(each => each === name)
  return column === undefined ? sql`s.year desc` : sql`${sql.ref(`s.${column}`)} ${direction}`
}

/** The reports that the filter names, as the reader sees them. */
function matching(work: Work, { agency, year, state, q = '', agencies = [] }: LineFilter) {
  const words = q.split(/\s+/).filter(word => word !== '')
  return work.db
    .selectFrom(seenBy(work, agencies).as('s'))
    .$if(agency !== undefined, query => query.where('s.agency', '=', agency ?? ''))
    .$if(year !== undefined, query => query.where('s.year', '=', year ?? 0))
    .$if(state !== undefined, query => query.where('s.state', '=', state ?? ''))
    .where(eb => eb.and(words.map(word => sql<boolean>`s.words like ${`%${literally(word)}%`}`)))
}

/** To whoever may not see drafts, a report under correction stands as it was published, and no other stands at all. */
function seenBy(work: Work, agencies: readonly string[]) {
  const own = agencies.length === 0 ? sql<boolean>`false` : sql<boolean>`k.agency in (${sql.join(agencies)})`
  const whole = sql<boolean>`(${own} or k.state = 'published')`
  const of = <T>(shown: string, published: RawBuilder<T>) =>
    sql<T>`case when ${whole} then ${sql.raw(shown)} else ${published} end`
  return work.db
    .selectFrom('report_standings as k')
    .innerJoin('agencies as a', 'a.code', 'k.agency')
    .select(['k.agency', 'a.name', 'a.kind', 'k.year', 'k.published_on'])
    .select([
      sql<string>`k.draft ->> 'edition'`.as('form'),
      of('k.state', sql<string>`'published'`).as('state'),
      of('k.edition', sql<number>`greatest(1, k.edition - 1)`).as('edition'),
      of('k.errors', sql<number>`0`).as('errors'),
      of('k.warnings', sql<number>`0`).as('warnings'),
      of('k.received', lastPublished).as('received'),
      of('k.changed_at', lastPublishedAt).as('changed_at'),
      sql<string>`concat_ws(' ', a.name, a.short_name, a.code, k.year)`.as('words'),
    ])
    .where(eb => eb.or([eb('k.published_on', 'is not', null), own]))
}

const lastEdition = sql`from report_editions e where e.agency = k.agency and e.year = k.year
  order by e.edition desc limit 1`
/** What the latest edition says, while a correction is being drafted. */
const lastPublished = sql<
  number | null
>`(select (e.report #>> '{applications,received,6}')::numeric::bigint ${lastEdition})`
const lastPublishedAt = sql<string>`(select e.published_at ${lastEdition})`

/** Calendar days past the last day of Art. 49: to the first publication, or to today. */
function lateDays(today: string): RawBuilder<number> {
  const month = sql`case when s.kind = 'government' then ${sql.lit(governmentReportDue.month)} else ${sql.lit(reportDue.month)} end`
  return sql<number>`greatest(0, coalesce(s.published_on, ${today}::date) - make_date(s.year + 1, ${month}, 31))`
}

interface LineRow {
  readonly agency: string
  readonly name: string
  readonly year: number
  readonly state: string
  readonly edition: number
  readonly published_on: string | null
  readonly changed_at: string
  readonly received: number | null
  readonly errors: number
  readonly warnings: number
  readonly form: string
  readonly late_days: number
}

function lineOf(row: LineRow): ReportLine {
  return {
    ...{
      agency: row.agency,
      agencyName: row.name,
      year: row.year,
      form: row.form === '2019' ? '2019' : '2021',
    },
    ...{ edition: row.edition, state: stateForm.parse(row.state), publishedOn: row.published_on },
    ...{ changedAt: row.changed_at, received: row.received, errors: row.errors, warnings: row.warnings },
    lateDays: row.late_days,
  }
}
