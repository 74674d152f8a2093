import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { PublishedDemand, PublishedLine, PublishedLinesAsked } from '../../published/published.ts'
import { answerStates } from '../../published/published.ts'

const form = z.object({
  ...{ demand: z.string(), agency: z.string(), agencyName: z.string(), title: z.string() },
  ...{ question: z.string(), answer: z.string(), publishedAt: z.string(), same: z.int() },
  withdrawnAt: z.string().nullable(),
})

/** Publishes an answer, or publishes it anew in other words. */
export async function keepPublished(
  work: Work,
  told: Pick<PublishedDemand, 'demand' | 'agency' | 'title' | 'question' | 'answer'>,
  { at, words }: { readonly at: string; readonly words: readonly string[] },
): Promise<void> {
  const row = { ...told, words: [...words], published_at: at, withdrawn_at: null }
  await work.db
    .insertInto('hotline_published')
    .values(row)
    .onConflict(conflict => conflict.column('demand').doUpdateSet(row))
    .execute()
}

/** Takes it off the public pages. */
export async function keepWithdrawn(work: Work, demand: string, at: string): Promise<void> {
  await work.db
    .updateTable('hotline_published')
    .set({ withdrawn_at: at })
    .where('demand', '=', demand)
    .where('withdrawn_at', 'is', null)
    .execute()
}

function published(work: Work) {
  return work.db
    .selectFrom('hotline_published as p')
    .innerJoin('agencies as a', 'a.code', 'p.agency')
    .select(['p.demand', 'p.agency', 'a.name as agencyName', 'p.title', 'p.question', 'p.answer'])
    .select(['p.published_at as publishedAt', 'p.withdrawn_at as withdrawnAt', 'p.same'])
}

/** What was published of a demand, also where it was withdrawn. */
export async function publishedOf(work: Work, demand: string): Promise<PublishedDemand | undefined> {
  const row = await published(work).where('p.demand', '=', demand).executeTakeFirst()
  return row && form.parse(row)
}

/** One page of what is public and holds all these pairs of characters, the newest first, and how many there are. */
export async function publishedPage(
  work: Work,
  { words, page, size }: { readonly words: readonly string[]; readonly page: number; readonly size: number },
): Promise<{ readonly lines: PublishedDemand[]; readonly total: number }> {
  const holds = words.length === 0 ? sql<boolean>`true` : sql<boolean>`p.words @> ${[...words]}::text[]`
  const [rows, { total }] = await Promise.all([
    published(work)
      .where('p.withdrawn_at', 'is', null)
      .where(holds)
      .orderBy('p.published_at', 'desc')
      .orderBy('p.demand')
      .limit(size)
      .offset((page - 1) * size)
      .execute(),
    work.db
      .selectFrom('hotline_published as p')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where('p.withdrawn_at', 'is', null)
      .where(holds)
      .executeTakeFirstOrThrow(),
  ])
  return { lines: z.array(form).parse(rows), total: Number(total) }
}

const lineForm = z.object({
  ...{ demand: z.string(), number: z.string(), title: z.string(), agencyName: z.string() },
  ...{ state: z.enum(answerStates), version: z.int(), changedAt: z.string(), changedByName: z.string() },
  ...{ publishedAt: z.string().nullable(), same: z.int() },
})

/** A page of the answers of these hotlines that are, were or may become public; the last changed first. */
export async function publishedLines(
  work: Work,
  { agencies, state, q, page, size }: PublishedLinesAsked & { readonly agencies: readonly string[] },
): Promise<{ readonly lines: PublishedLine[]; readonly total: number }> {
  if (agencies.length === 0) return { lines: [], total: 0 }
  const matching = sql<boolean>`w.agency = any(${[...agencies]}::text[])
    and ${state === undefined ? sql`true` : sql`w.state = ${state}`}
    and (${q} = '' or strpos(w.title, ${q}) > 0 or strpos(d.number, ${q}) > 0)`
  const from = sql`hotline_public_answers w join hotline_demands d on d.id = w.demand
    join agencies a on a.code = w.agency left join hotline_published p on p.demand = w.demand`
  const [{ rows }, { rows: counted }] = await Promise.all([
    sql`select w.demand, d.number, w.title, a.short_name as "agencyName", w.state, w.version,
        w.changed_at as "changedAt", w.changed_by_name as "changedByName", p.published_at as "publishedAt",
        coalesce(p.same, 0) as same
      from ${from} where ${matching} order by w.changed_at desc, w.demand
      limit ${size} offset ${(page - 1) * size}`.execute(work.db),
    sql<{ total: number }>`select count(*)::int as total from ${from} where ${matching}`.execute(work.db),
  ])
  return { lines: z.array(lineForm).parse(rows), total: counted[0]?.total ?? 0 }
}

/** What is public and shares the most pairs of characters with a text, at least a third of them, the best first. */
export async function publishedLike(
  work: Work,
  pairs: readonly string[],
  most: number,
): Promise<PublishedDemand[]> {
  const words = pairs.slice(0, 300)
  const shared = sql<number>`cardinality(array(select unnest(p.words) intersect select unnest(${words}::text[])))`
  const rows = await published(work)
    .where('p.withdrawn_at', 'is', null)
    .where(sql<boolean>`p.words && ${words}::text[]`)
    .where(shared, '>=', Math.max(2, Math.ceil(words.length / 4)))
    .orderBy(shared, 'desc')
    .limit(most)
    .execute()
  return z.array(form).parse(rows)
}

/** One more has the same matter. */
export async function countSame(work: Work, demand: string): Promise<void> {
  await work.db
    .updateTable('hotline_published')
    .set({ same: sql<number>`same + 1` })
    .where('demand', '=', demand)
    .where('withdrawn_at', 'is', null)
    .execute()
}

/** Whoever filed this demand said that it is the same matter as a published one; a caller counts once. */
export async function keepSame(
  work: Work,
  { demand, published: of }: { readonly demand: string; readonly published: string },
): Promise<void> {
  if ((await publishedOf(work, of))?.withdrawnAt !== null) return
  const before = await work.db
    .selectFrom('hotline_same as s')
    .innerJoin('hotline_callers as his', 'his.demand', 's.demand')
    .innerJoin('hotline_callers as mine', 'mine.same_person', 'his.same_person')
    .select('s.demand')
    .where('s.published', '=', of)
    .where('mine.demand', '=', demand)
    .executeTakeFirst()
  await work.db.insertInto('hotline_same').values({ demand, published: of }).execute()
  if (before === undefined) await countSame(work, of)
}

/** The published demand whose matter this one is, as its caller said; undefined where he said nothing. */
export async function sameAs(
  work: Work,
  demand: string,
): Promise<{ readonly demand: string; readonly title: string } | undefined> {
  return await work.db
    .selectFrom('hotline_same as s')
    .innerJoin('hotline_published as p', 'p.demand', 's.published')
    .select(['p.demand', 'p.title'])
    .where('s.demand', '=', demand)
    .executeTakeFirst()
}
