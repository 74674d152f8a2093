import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import { type Asked, asksNothing, holdsWords, stands } from './asked.ts'
import { forceToken } from './tokens.ts'
import { newest, newestDay } from './walk.ts'

/** What may be meant by the beginning of a search. */
export interface Suggestion {
  readonly item: string
  readonly title: string
  readonly documentNumber: string | null
}

/** Titles and document numbers that hold what was typed so far: what is in force first, the newest first. */
export async function suggestionsFor(work: Work, asked: Asked, most: number): Promise<Suggestion[]> {
  const from = await newestDay(work)
  if (asksNothing(asked) || from === undefined) return []
  const walk = {
    ...{
      table: sql`disclosure_shelf_titles`,
      text: sql<string>`s.title || ' ' || coalesce(s.document_key, '')`,
    },
    listed: (more: readonly number[]) => holdsWords(asked, more),
    looked: () =>
      stands({ ...asked, writings: asked.key === null ? asked.writings : [] }, sql<string>`w.text`, true),
  }
  const exact = asked.key === null ? [] : await numbered(work, asked.key)
  const places = await newest(work, walk, { from, most, more: [forceToken(true)], except: exact })
  return await titlesAt(work, [...exact, ...places].slice(0, most))
}

async function numbered(work: Work, key: string): Promise<number[]> {
  const rows = await work.db
    .selectFrom('disclosure_shelf_titles')
    .select('place')
    .where('document_key', '=', key)
    .limit(5)
    .execute()
  return rows.map(({ place }) => place)
}

async function titlesAt(work: Work, places: readonly number[]): Promise<Suggestion[]> {
  if (places.length === 0) return []
  const { rows } = await sql<Suggestion>`
    select s.item, t.title, st.document_number as "documentNumber"
    from unnest(${[...places]}::int[]) with ordinality as p (place, at)
    join disclosure_shelf s on s.place = p.place
    join disclosure_shelf_titles t on t.place = p.place
    join disclosure_standings st on st.item = s.item
    order by p.at`.execute(work.db)
  return rows
}
