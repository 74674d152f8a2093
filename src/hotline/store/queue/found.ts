import { type RawBuilder, sql } from 'kysely'
import { literally } from '../../../platform/text/like.ts'
import type { Work } from '../../../platform/work.ts'
import { readableOf } from '../looks/shown-words.ts'
import { allOf, type Condition, type DemandSort, type DemandsAsked, isOpen, narrowedBy } from './asked.ts'
import { shareOf } from './frequent-words.ts'
import { besideOf, reachOf } from './reach.ts'
import { holdingWithin, spansFrom, type WordsAsked, wordsAsked } from './words.ts'

/** At most so many are counted and paged through; who wants more narrows, or exports. */
export const countedAtMost = 10_000
/** At most so many are found by words among all that have ended, the newest. */
const foundAtMost = 500

/** Ids of a page, in its order; how many there are in all, `more` where they are more than that. */
export interface FoundDemands {
  readonly ids: readonly string[]
  readonly total: number
  readonly more: boolean
}

/** Finds a page: by an index in its order, counted up to a bound, so that it costs the same however many there are. */
export async function foundDemands(work: Work, asked: DemandsAsked): Promise<FoundDemands> {
  const among = await conditionsOf(work, asked)
  if (among.reach.length === 0) return { ids: [], total: 0, more: false }
  const words = isNumber(asked.q) ? undefined : wordsAsked(asked.q ?? '')
  return words === undefined || isOpen(asked) || asked.beside === true
    ? await inOrder(work, asked, among)
    : await byWords(work, asked, { ...among, words })
}

/** Who may see what, and what is narrowed by, words among it. */
export async function conditionsOf(work: Work, asked: DemandsAsked): Promise<Among> {
  const { q = '', beside, agencies, reads } = asked
  const reach = beside === true ? [besideOf(agencies)] : await reachOf(work, agencies)
  const words = q === '' ? [] : isNumber(q) ? [numbered(q)] : [said(q), readableOf(reads)]
  return { reach, conditions: [...narrowedBy(asked), ...words] }
}

interface Among {
  /** They exclude each other. */
  readonly reach: readonly Condition[]
  readonly conditions: readonly Condition[]
}

/** Is it the beginning of a number: its day, and what follows; or one that an older system gave, a letter with figures? */
function isNumber(q: string | undefined): boolean {
  return /^(?:\d{8}-?\d*|(?=.*\d)[a-z][\w-]{3,39})$/i.test(q ?? '')
}

function numbered(q: string): Condition {
  const pattern = `${/^\d{9,}$/.test(q) ? `${q.slice(0, 8)}-${q.slice(8)}` : literally(q)}%`
  return sql<boolean>`s.demand in (select d.id from hotline_demands d where d.number like ${pattern})`
}

/** All words stand in the text: for the open ones, which are few. */
function said(q: string): Condition {
  const text = sql`lower(d.subject || chr(10) || d.body || chr(10) || d.place)`
  const all = q.split(/\s+/).map(word => sql`${text} like ${`%${literally(word.toLowerCase())}%`}`)
  return sql<boolean>`exists (select 1 from hotline_demands d where d.id = s.demand and ${sql.join(all, sql` and `)})`
}

/** The pieces of an order, one after the other: what has a limit, then what has none. Of one moment they stand by number, of which the id tells. */
function piecesOf(
  sort: DemandSort,
): readonly { readonly which: Condition; readonly order: RawBuilder<unknown> }[] {
  const all = sql<boolean>`true`
  const [due, none] = [sql<boolean>`s.due_at is not null`, sql<boolean>`s.due_at is null`]
  switch (sort) {
    case 'filed':
      return [{ which: all, order: sql`s.filed_at, s.demand desc` }]
    case '-filed':
      return [{ which: all, order: sql`s.filed_at desc, s.demand` }]
    case 'due':
      return [
        { which: due, order: sql`s.due_at, s.filed_at, s.demand desc` },
        { which: none, order: sql`s.filed_at, s.demand desc` },
      ]
    case '-due':
      return [
        { which: due, order: sql`s.due_at desc, s.filed_at desc, s.demand` },
        { which: none, order: sql`s.filed_at desc, s.demand` },
      ]
  }
}

const outerOrders = {
  filed: sql`f.filed_at, f.demand desc`,
  '-filed': sql`f.filed_at desc, f.demand`,
  due: sql`f.piece, f.due_at, f.filed_at, f.demand desc`,
  '-due': sql`f.piece, f.due_at desc, f.filed_at desc, f.demand`,
} as const satisfies Record<DemandSort, unknown>

async function inOrder(work: Work, asked: DemandsAsked, { reach, conditions }: Among): Promise<FoundDemands> {
  const { sort, page, size } = asked
  const upTo = Math.min(page * size, countedAtMost)
  const skipped = (page - 1) * size
  const branches = piecesOf(sort).flatMap(({ which, order }, piece) =>
    reach.map(
      each => sql`(select s.demand, s.filed_at, s.due_at, ${piece}::integer as piece from hotline_standings s
        where ${allOf([each, which, ...conditions])} order by ${order} limit ${upTo})`,
    ),
  )
  const found = sql<{ demand: string }>`select f.demand from (${sql.join(branches, sql` union all `)}) f
    order by ${outerOrders[sort]} limit ${Math.max(0, upTo - skipped)} offset ${skipped}`
  const counted = reach.map(
    each =>
      sql`(select 1 from hotline_standings s where ${allOf([each, ...conditions])} limit ${countedAtMost + 1})`,
  )
  const count = sql<{
    n: number
  }>`select count(*) as n from (select 1 from (${sql.join(counted, sql` union all `)}) a limit ${countedAtMost + 1}) f`
  const [{ rows }, { rows: counts }] = await Promise.all([found.execute(work.db), count.execute(work.db)])
  const total = Number(counts[0]?.n ?? 0)
  return {
    ids: rows.map(({ demand }) => demand),
    ...{ total: Math.min(total, countedAtMost), more: total > countedAtMost },
  }
}

/** The newest demands in which all words stand, span by span: a common word is found without looking at all it has. */
async function byWords(
  work: Work,
  asked: DemandsAsked,
  { reach, words }: Among & { readonly words: WordsAsked },
): Promise<FoundDemands> {
  const ids: string[] = []
  for (const span of spansFrom(asked.moment, await shareOf(work, words.tokens))) {
    const most = foundAtMost + 1 - ids.length
    if (most <= 0) break
    const seen = sql<boolean>`(${sql.join([...reach], sql` or `)})`
    const { rows } = await sql<{ demand: string }>`
      with w as materialized (select w.demand, w.filed_at from hotline_words w
        where ${holdingWithin(words.tokens, span)} order by w.filed_at desc, w.demand)
      select w.demand from w join hotline_standings s on s.demand = w.demand
      where ${allOf([seen, ...narrowedBy(asked), ...looked(words), readableOf(asked.reads)])}
      order by w.filed_at desc, w.demand limit ${most}`.execute(work.db)
    ids.push(...rows.map(({ demand }) => demand))
  }
  const sorted =
    asked.sort === '-filed'
      ? ids.slice(0, foundAtMost)
      : await sortedAs(work, ids.slice(0, foundAtMost), asked.sort)
  const from = (asked.page - 1) * asked.size
  return {
    ids: sorted.slice(from, from + asked.size),
    ...{ total: sorted.length, more: ids.length > foundAtMost },
  }
}

function looked({ looks }: WordsAsked): Condition[] {
  return looks.length === 0 ? [] : [said(looks.join(' '))]
}

async function sortedAs(work: Work, ids: readonly string[], sort: DemandSort): Promise<string[]> {
  const { rows } = await sql<{ demand: string }>`select f.demand from (
    select s.demand, s.filed_at, s.due_at, case when s.due_at is null then 1 else 0 end as piece
    from hotline_standings s where s.demand = any(${[...ids]}::uuid[])) f order by ${outerOrders[sort]}`.execute(
    work.db,
  )
  return rows.map(({ demand }) => demand)
}
