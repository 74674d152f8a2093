import { type RawBuilder, sql } from 'kysely'
import { literally } from '../../../platform/text/like.ts'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import { type LineRow, lineRowForm } from './row-form.ts'

/** What a list of items is asked for, before paging. */
export interface ItemLineFilter {
  readonly agencies: readonly string[]
  readonly form?: string | undefined
  readonly duty?: string | undefined
  /** One state of the draft, or `atWork` for all that somebody works on. */
  readonly draft?: string | undefined
  readonly shelf?: string | undefined
  readonly validity?: string | undefined
  /** The id of a handler. */
  readonly handler?: string | undefined
  readonly series?: string | undefined
  /** Words of the title, the index number or the document number. */
  readonly q?: string | undefined
  /** Only what went out in an emergency and still waits for its review. */
  readonly urgent?: boolean | undefined
  /** Only what is not yet public and was made on this day or before. */
  readonly lateSince?: Day | undefined
  /** Only what is not disclosed and to be looked at again by this day. */
  readonly reviewBy?: Day | undefined
}

/** By what a list may be ordered. */
export const itemLineOrders = [
  ...(['moved', 'made', 'published', 'title', 'index', 'scheduled', 'review', 'draft'] as const),
] as const
/** One of these orders. */
export type ItemLineOrder = (typeof itemLineOrders)[number]

/** The order and the page. */
export interface ItemLinePage {
  readonly order: ItemLineOrder
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
}

const columns: Readonly<Record<ItemLineOrder, RawBuilder<unknown>>> = {
  moved: sql`s.moved_at`,
  made: sql`s.made_on`,
  published: sql`s.published_on`,
  title: sql`s.title`,
  index: sql`s.index_number`,
  scheduled: sql`s.scheduled_for`,
  review: sql`s.review_on`,
  draft: sql`array_position(array['drafting','submitted','checked','reviewed','approved','scheduled'], s.draft)`,
}

/** One page of the items that match; the page is taken from the index of its order. */
export async function itemLineRows(
  work: Work,
  filter: ItemLineFilter,
  { order, descending, offset, limit }: ItemLinePage,
): Promise<LineRow[]> {
  const way = descending ? sql`desc nulls last` : sql`asc nulls last`
  const turn = descending ? sql`desc` : sql`asc`
  const { rows } = await sql`
    select s.item as id, s.index_number as "indexNumber", s.agency, a.short_name as "agencyName", s.form, s.duty,
      s.theme, s.genre, s.title, s.document_number as "documentNumber", s.made_on as "madeOn", s.series,
      s.draft, s.shelf, s.version, s.handler, s.handler_name as "handlerName", s.submitted_by as "submittedBy",
      s.scheduled_for as "scheduledFor", s.edition, s.first_published_on as "firstPublishedOn",
      s.published_on as "publishedOn", s.urgent_by is not null as urgent, s.validity, s.ends_on as "endsOn",
      s.withdrawn_on as "withdrawnOn", s.withheld_on as "withheldOn", s.review_on as "reviewOn",
      s.row_count as "rowCount", s.moved_at as "movedAt"
    from (
      select * from disclosure_standings s where ${matching(filter)}
      order by ${columns[order]} ${way}, s.item ${turn} limit ${limit} offset ${offset}
    ) as s join agencies a on a.code = s.agency
    order by ${columns[order]} ${way}, s.item ${turn}`.execute(work.db)
  return rows.map(row => lineRowForm.parse(row))
}

/** How many items match. */
export async function itemLineTotal(work: Work, filter: ItemLineFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from disclosure_standings s where ${matching(filter)}`.execute(work.db)
  return rows[0]?.count ?? 0
}

/** The series that these agencies fill, by agency. */
export async function seriesOf(work: Work, agencies: readonly string[]): Promise<Map<string, string[]>> {
  if (agencies.length === 0) return new Map()
  const rows = await work.db
    .selectFrom('disclosure_standings')
    .select(['agency', 'series'])
    .distinct()
    .where('series', '<>', '')
    .where('agency', 'in', [...agencies])
    .orderBy('series')
    .execute()
  const grouped = Map.groupBy(rows, ({ agency }) => agency)
  return new Map([...grouped].map(([agency, found]) => [agency, found.map(({ series }) => series)]))
}

const ended = ['none', 'withheld', 'abandoned']

function matching(filter: ItemLineFilter): RawBuilder<unknown> {
  const { form, duty, draft, shelf, validity, handler, series, q, urgent, lateSince, reviewBy } = filter
  const conditions = [
    sql`s.agency = any(${[...filter.agencies]}::text[])`,
    ...(form === undefined ? [] : [sql`s.form = ${form}`]),
    ...(duty === undefined ? [] : [sql`s.duty = ${duty}`]),
    ...(draft === undefined ? [] : [draftCondition(draft)]),
    ...(shelf === undefined ? [] : [sql`s.shelf = ${shelf}`]),
    ...(validity === undefined ? [] : [sql`s.shelf <> 'never' and s.validity = ${validity}`]),
    ...(handler === undefined ? [] : [sql`s.handler = ${handler}`]),
    ...(series === undefined ? [] : [sql`s.series = ${series}`]),
    ...(urgent === true ? [sql`s.urgent_by is not null`] : []),
    ...(q === undefined || q === '' ? [] : [wordsCondition(q)]),
    ...(reviewBy === undefined ? [] : [sql`s.draft = 'withheld' and s.review_on <= ${reviewBy}`]),
    ...(lateSince === undefined
      ? []
      : [sql`s.shelf = 'never' and s.draft <> all(${ended}::text[]) and s.made_on <= ${lateSince}`]),
  ]
  return sql.join(conditions, sql` and `)
}

function draftCondition(draft: string): RawBuilder<unknown> {
  return draft === 'atWork' ? sql`s.draft <> all(${ended}::text[])` : sql`s.draft = ${draft}`
}

/** Title, index number or document number hold these words; `s` is the standing of an item. */
export function wordsCondition(q: string): RawBuilder<unknown> {
  const like = `%${literally(q).replaceAll('[', '〔').replaceAll(']', '〕')}%`
  return sql`(s.title ilike ${like} or s.index_number ilike ${like} or s.document_number ilike ${like})`
}
