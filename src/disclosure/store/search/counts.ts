import { type RawBuilder, sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import { Bounded } from '../../../web/bounded.ts'
import { type Asked, asksCharacters, asksNothing, holdsWords, mentions, needsText, stands } from './asked.ts'
import type { Facet } from './row.ts'

/** How many hits there are of each kind; not `exact` where so many share the pairs that their texts were not looked at. */
export interface Counted {
  readonly facets: readonly (Facet & { readonly count: number })[]
  readonly exact: boolean
}

/** Up to so many texts are looked at to be sure of the count. */
const lookedAt = 500
/** Counts of so many kinds in all are remembered until something moves on the shelf. */
const kept = 200_000
const memory = new WeakMap<Work['db'], Bounded<Promise<Counted>>>()

/** The hits of these words by what narrows them, whatever they are narrowed to now. */
export async function countsOf(work: Work, asked: Asked): Promise<Counted> {
  if (asksNothing(asked)) return { facets: [], exact: true }
  const all = { ...asked, narrow: {} }
  const counts = memory.get(work.db) ?? new Bounded<Promise<Counted>>(kept)
  memory.set(work.db, counts)
  const name = `${await stampOf(work)} ${asked.key ?? ''} ${asked.words.join(' ')}`
  const known = counts.get(name)
  if (known !== undefined) return known
  const counting = countAll(work, all)
  const { facets } = await counting
  counts.set(name, counting, facets.length + 10)
  return counting
}

/** The number of the last movement on the shelf. */
async function stampOf(work: Work): Promise<number> {
  const row = await work.db
    .selectFrom('disclosure_changes')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? 0
}

async function countAll(work: Work, asked: Asked): Promise<Counted> {
  const listed = await grouped(work, asked, false)
  if (asked.onlyNumber || asksCharacters(asked) || !needsText(asked)) return { facets: listed, exact: true }
  const sum = listed.reduce((total, { count }) => total + count, 0)
  return sum > lookedAt
    ? { facets: listed, exact: false }
    : { facets: await grouped(work, asked, true), exact: true }
}

async function grouped(work: Work, asked: Asked, looking: boolean) {
  const { key, narrow, onlyNumber } = asked
  const table = asksCharacters(asked) ? sql`disclosure_shelf_titles` : sql`disclosure_shelf`
  const look = looking ? stands(asked, sql<string>`s.text`) : sql<boolean>`true`
  const words = sql<boolean>`${holdsWords(asked)} and ${look}`
  const either = orMentions(words, { key, narrow, onlyNumber })
  const facet = asksCharacters(asked)
    ? sql`select facet, count(*) as count from disclosure_shelf where place in (select s.place from ${table} s where ${either}) group by 1`
    : sql`select s.facet, count(*) as count from ${table} s where ${either} group by 1`
  const { rows } = await sql<Facet & { count: number }>`
    select f.agency, f.form, f.duty, f.year, f.validity, c.count
    from (${facet}) c join disclosure_facets f on f.id = c.facet`.execute(work.db)
  return rows
}

function orMentions(
  words: RawBuilder<boolean>,
  { key, narrow, onlyNumber }: Pick<Asked, 'key' | 'narrow' | 'onlyNumber'>,
): RawBuilder<boolean> {
  if (key === null) return words
  const mentioned = mentions(key, narrow)
  return onlyNumber ? mentioned : sql<boolean>`(${words} or ${mentioned})`
}
