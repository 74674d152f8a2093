import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../platform/work.ts'
import { dayNumber, dayOf } from '../../statute/day.ts'
import { reportDueOn } from '../../statute/law.ts'
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
const sortColumns = ['year', 'name', 'state', 'received', 'errors', 'changed_at', 'published_on'] as const

/** One page of the list and how many there are; of what is not published only what the reader may see. */
export async function reportLines(
  work: Work,
  filter: LineFilter,
): Promise<{ lines: ReportLine[]; total: number }> {
  const { agencies } = filter
  const query = matching(work, filter)
  const { total } = await query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const column = sortColumns.find(each => each === filter.sort?.replace('-', ''))
  const direction = filter.sort?.startsWith('-') ? 'desc' : 'asc'
  const rows = await query
    .select([
      's.agency',
      'a.name',
      'a.kind',
      's.year',
      's.state',
      's.edition',
      's.published_on',
      's.changed_at',
    ])
    .select([sql<string>`s.draft ->> 'edition'`.as('form'), 's.errors', 's.warnings'])
    .select(
      sql<number | null>`case when s.state = 'published' then s.received else ${lastPublished} end`.as(
        'published',
      ),
    )
    .select('s.received')
    .$if(column !== undefined, q => q.orderBy(sql.ref(column ?? 'year'), direction))
    .orderBy('s.year', 'desc')
    .orderBy('a.code')
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute()
  const seen = (row: LineRow) => (agencies?.includes(row.agency) ? row : asPublished(row))
  return { total, lines: rows.map(row => lineOf(seen(row), filter.today)) }
}

/** The reports that the filter names, of those that the reader may see. */
function matching(work: Work, { agency, year, state, q = '', agencies = [] }: LineFilter) {
  return work.db
    .selectFrom('report_standings as s')
    .innerJoin('agencies as a', 'a.code', 's.agency')
    .where(eb =>
      eb.or([
        eb('s.published_on', 'is not', null),
        ...(agencies.length > 0 ? [eb('s.agency', 'in', agencies)] : []),
      ]),
    )
    .$if(agency !== undefined, query => query.where('s.agency', '=', agency ?? ''))
    .$if(year !== undefined, query => query.where('s.year', '=', year ?? 0))
    .$if(state !== undefined, query => query.where('s.state', '=', state ?? ''))
    .$if(q !== '', query => query.where('a.name', 'like', `%${q.replace(/[\\%_]/g, '\\$&')}%`))
}

/** What the latest edition says, while a correction is being drafted. */
const lastPublished = sql<number | null>`(select (e.report #>> '{applications,received,6}')::numeric::bigint
  from report_editions e where e.agency = s.agency and e.year = s.year order by e.edition desc limit 1)`

/** To whoever may not see drafts, a report under correction stands as it was published. */
function asPublished(row: LineRow): LineRow {
  if (row.state === 'published') return row
  return {
    ...row,
    state: 'published',
    received: row.published,
    edition: Math.max(1, row.edition - 1),
    errors: 0,
    warnings: 0,
  }
}

interface LineRow {
  readonly published: number | null
  readonly agency: string
  readonly name: string
  readonly kind: string
  readonly year: number
  readonly state: string
  readonly edition: number
  readonly published_on: string | null
  readonly changed_at: string
  readonly received: number | null
  readonly errors: number
  readonly warnings: number
  readonly form: string
}

function lineOf(row: LineRow, today: string): ReportLine {
  const due = reportDueOn(row.year, row.kind === 'government' ? 'government' : 'agency')
  const done = row.published_on ?? today
  return {
    ...{
      agency: row.agency,
      agencyName: row.name,
      year: row.year,
      form: row.form === '2019' ? '2019' : '2021',
    },
    ...{ edition: row.edition, state: stateForm.parse(row.state), publishedOn: row.published_on },
    ...{ changedAt: row.changed_at, received: row.received, errors: row.errors, warnings: row.warnings },
    lateDays: Math.max(0, dayNumber(dayOf(done)) - dayNumber(due)),
  }
}

/** The years of which something is published, latest first. */
export async function publishedYears(work: Work): Promise<number[]> {
  const rows = await work.db
    .selectFrom('report_standings')
    .select('year')
    .distinct()
    .where('published_on', 'is not', null)
    .orderBy('year', 'desc')
    .execute()
  return rows.map(({ year }) => year)
}
