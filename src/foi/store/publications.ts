import { sql } from 'kysely'
import type { Work } from '../../platform/work.ts'
import type { Day } from '../../statute/day.ts'

/** An answer that was given to somebody and then published, without anybody's personal data, Art. 44. */
export interface Publication {
  readonly request: string
  readonly agency: string
  readonly agencyName: string
  readonly title: string
  readonly text: string
  readonly publishedOn: string
}

/** Publishes an answer. */
export async function keepPublication(
  work: Work,
  { request, agency, title, text }: { request: string; agency: string; title: string; text: string },
  { on, words }: { on: Day; words: readonly string[] },
): Promise<void> {
  await work.db
    .insertInto('foi_publications')
    .values({ request, agency, title, text, published_on: on, words: [...words] })
    .execute()
}

function published(work: Work) {
  return work.db
    .selectFrom('foi_publications as p')
    .innerJoin('agencies as a', 'a.code', 'p.agency')
    .select(['p.request', 'p.agency', 'p.title', 'p.text', 'p.published_on as publishedOn'])
    .select('a.name as agencyName')
}

/** One published answer. */
export async function publicationOf(work: Work, request: string): Promise<Publication | undefined> {
  return await published(work).where('p.request', '=', request).executeTakeFirst()
}

/** What a list of published answers is asked for; `words` as pairs of characters. */
export interface PublicationQuery {
  readonly words: readonly string[]
  readonly agency: string | undefined
  readonly page: number
  readonly size: number
}

/** One page of the published answers that hold all these pairs, newest first, and how many there are. */
export async function publications(
  work: Work,
  { words, agency, page, size }: PublicationQuery,
): Promise<{ lines: Publication[]; total: number }> {
  let query = published(work)
  let counted = work.db.selectFrom('foi_publications as p')
  if (words.length > 0) {
    const holds = sql<boolean>`p.words @> ${[...words]}`
    query = query.where(holds)
    counted = counted.where(holds)
  }
  if (agency !== undefined) {
    query = query.where('p.agency', '=', agency)
    counted = counted.where('p.agency', '=', agency)
  }
  const { total } = await counted.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const lines = await query
    .orderBy('p.published_on', 'desc')
    .orderBy('p.request')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { lines, total }
}

/** The published answers that share the most pairs with a description, best first; at least a third of its pairs. */
export async function publicationsLike(
  work: Work,
  pairs: readonly string[],
  most: number,
): Promise<Publication[]> {
  const words = [...pairs].slice(0, 400)
  const shared = sql<number>`cardinality(array(select unnest(p.words) intersect select unnest(${words}::text[])))`
  return await published(work)
    .where(sql<boolean>`p.words && ${words}::text[]`)
    .where(shared, '>=', Math.max(2, Math.ceil(words.length / 3)))
    .orderBy(shared, 'desc')
    .orderBy('p.published_on', 'desc')
    .limit(most)
    .execute()
}

/** Counts that somebody found his answer here, at this path of the site. */
export async function countAnswersMe(work: Work, path: string): Promise<void> {
  await work.db
    .insertInto('foi_answers_me')
    .values({ path, times: 1 })
    .onConflict(conflict =>
      conflict.column('path').doUpdateSet({ times: sql<number>`foi_answers_me.times + 1` }),
    )
    .execute()
}

/** How often somebody found his answer at this path. */
export async function timesAnswered(work: Work, path: string): Promise<number> {
  const row = await work.db
    .selectFrom('foi_answers_me')
    .select('times')
    .where('path', '=', path)
    .executeTakeFirst()
  return row?.times ?? 0
}
