import type { Expression, SqlBool } from 'kysely'
import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import { type Day, dayOf } from '../../../statute/day.ts'
import type { DutyKind } from '../../../statute/proactive.ts'
import type { ItemForm } from '../../forms.ts'
import type { Validity } from '../../item.ts'
import { lineForm } from './line-form.ts'

/** An item as the lists of the public show it. */
export interface ShelfLine {
  readonly item: string
  readonly agency: string
  readonly agencyName: string
  readonly indexNumber: string
  readonly form: ItemForm
  readonly duty: DutyKind
  readonly theme: string
  readonly genre: string
  readonly title: string
  readonly documentNumber: string | null
  readonly madeOn: Day | null
  readonly publishedOn: Day
  readonly validity: Validity
  readonly endsOn: Day | null
  /** The last day of its own term; null where it has none. */
  readonly expiresOn: Day | null
  readonly series: string
  readonly rowCount: number
}

/** What a list of the public may be asked; what is left out is not asked. */
export interface ShelfQuery {
  readonly agency?: string | undefined
  readonly duty?: string | undefined
  readonly theme?: string | undefined
  readonly genre?: string | undefined
  readonly forms?: readonly ItemForm[] | undefined
  /** The year of publication. */
  readonly year?: number | undefined
  /** `ended` is whatever is no longer in force on `today`. */
  readonly validity?: 'inForce' | 'ended' | undefined
  readonly series?: string | undefined
  /** Only what was made by this day. */
  readonly madeBy?: Day | undefined
  readonly sort?: ShelfSort | undefined
}
export const shelfSorts = ['-publishedOn', 'publishedOn', '-madeOn', 'madeOn'] as const
export type ShelfSort = (typeof shelfSorts)[number]

/** Which lines are asked for, and the day on which it is asked what is in force. */
export interface ShelfSlice {
  readonly today: Day
  readonly limit: number
  readonly offset?: number
}

/** The public lines that fit, from `offset` on. */
export async function shelfLines(
  work: Work,
  query: ShelfQuery,
  { today, limit, offset = 0 }: ShelfSlice,
): Promise<ShelfLine[]> {
  const [column, way] = ordering[query.sort ?? '-publishedOn']
  const rows = await publicOnes(work, query, today)
    .innerJoin('agencies', 'agencies.code', 's.agency')
    .select(['s.item', 's.agency', 'agencies.name as agencyName', 's.index_number as indexNumber', 's.form'])
    .select(['s.duty', 's.theme', 's.genre', 's.title', 's.document_number as documentNumber'])
    .select(['s.made_on as madeOn', 's.published_on as publishedOn', 's.validity', 's.ends_on as endsOn'])
    .select(['s.expires_on as expiresOn', 's.series', 's.row_count as rowCount'])
    .orderBy(sql`${sql.ref(column)} ${sql.raw(way)}`)
    .orderBy('s.item', way.startsWith('desc') ? 'asc' : 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(row => lineForm.parse(row))
}

/** How many fit. */
export async function shelfCount(work: Work, query: ShelfQuery, today: Day): Promise<number> {
  const { count } = await publicOnes(work, query, today)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

const ordering = {
  '-publishedOn': ['s.published_on', 'desc'],
  publishedOn: ['s.published_on', 'asc'],
  '-madeOn': ['s.made_on', 'desc nulls last'],
  madeOn: ['s.made_on', 'asc'],
} as const satisfies Record<ShelfSort, readonly [string, string]>

/** What ended by this day: by an act, or by its own term. */
export const endedBy = (day: Day): Expression<SqlBool> =>
  sql<SqlBool>`(s.expires_on < ${day} or (s.ends_on is not null and (s.ends_on <= ${day} or exists (
    select from disclosure_events e where e.item = s.item and e.kind = 'ended' and e.told->>'endsOn' <= ${day}))))`

/** The public items that fit the query, as `s`. */
export function publicOnes(work: Work, query: ShelfQuery, today: Day) {
  let found = work.db.selectFrom('disclosure_standings as s').where('s.shelf', '=', 'public')
  for (const column of ['agency', 'duty', 'theme', 'genre', 'series'] as const) {
    const value = query[column]
    if (value !== undefined) found = found.where(`s.${column}`, '=', value)
  }
  if (query.forms !== undefined) found = found.where('s.form', 'in', [...query.forms])
  if (query.year !== undefined) {
    const [from, to] = [dayOf(`${query.year}-01-01`), dayOf(`${query.year}-12-31`)]
    found = found.where('s.published_on', '>=', from).where('s.published_on', '<=', to)
  }
  if (query.madeBy !== undefined) found = found.where('s.made_on', '<=', query.madeBy)
  if (query.validity === undefined) return found
  const ended = endedBy(today)
  return query.validity === 'ended' ? found.where(ended) : found.where(sql<SqlBool>`(${ended}) is not true`)
}
