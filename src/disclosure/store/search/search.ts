import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import { type Day, dayOf } from '../../../statute/day.ts'
import {
  type Asked,
  asksCharacters,
  asksNothing,
  holdsWords,
  mentions,
  narrowTokens,
  stands,
} from './asked.ts'
import { forceToken } from './tokens.ts'
import { newest, newestDay, type Walk } from './walk.ts'

/** How the hits are ordered: by fit, or the newest first. */
export type SearchOrder = 'fit' | 'newest'

/** No further than so many hits are listed: who has not found it by then narrows the search. */
export const mostListed = 1000

const shelf = sql`disclosure_shelf`
const titles = sql`disclosure_shelf_titles`

/** The places of one page of hits, best or newest first. */
export async function placesFound(
  work: Work,
  asked: Asked,
  { order, from, size }: { readonly order: SearchOrder; readonly from: number; readonly size: number },
): Promise<number[]> {
  const most = Math.min(from + size, mostListed)
  if (asksNothing(asked) || most <= from) return []
  const day = await lastDay(work, asked)
  if (day === undefined) return []
  const start = { from: day, most, more: [], except: [] }
  const found =
    order === 'fit' ? await byFit(work, asked, start) : await newest(work, wholeWalk(asked), start)
  return found.slice(from, most)
}

async function lastDay(work: Work, { narrow }: Asked): Promise<Day | undefined> {
  const last = await newestDay(work)
  const end = narrow.year === undefined ? undefined : dayOf(`${narrow.year}-12-31`)
  return last !== undefined && end !== undefined && end < last ? end : last
}

interface Start {
  readonly from: Day
  readonly most: number
}

/**
 * First the document of that number, then the title itself, titles with all words, texts that mention the number, texts.
 * A walk begins only when the one before has given all that it has, so what was found is all that must be left out.
 */
async function byFit(work: Work, asked: Asked, { from, most }: Start): Promise<number[]> {
  const found = [...new Set(await exact(work, asked))].slice(0, most)
  const { key, onlyNumber } = asked
  const walks = [
    ...(onlyNumber ? [] : [titleWalk(asked)]),
    ...(key === null ? [] : [mentionWalk(key, asked)]),
    ...(onlyNumber || asksCharacters(asked) ? [] : [textWalk(asked)]),
  ]
  for (const walk of walks) {
    const except = [...found]
    for (const inForce of [true, false]) {
      if (found.length >= most) return found
      const start = { from, most: most - found.length, more: [forceToken(inForce)], except }
      found.push(...(await newest(work, walk, start)))
    }
  }
  return found
}

/** The document that carries the number, and the items whose title is what was typed. */
async function exact(work: Work, { key, plain, narrow }: Asked): Promise<number[]> {
  const tokens = narrowTokens(narrow)
  const { rows } = await sql<{ place: number }>`
    select s.place from disclosure_shelf_titles s
    where (s.document_key = ${key} or s.plain = ${plain}) and s.words @> ${tokens}::int[]
    order by s.document_key = ${key} desc nulls last, s.in_force desc, s.published_on desc, s.place desc
    limit 100`.execute(work.db)
  return rows.map(({ place }) => place)
}

/** The one walk that comes to everything that is found. */
function wholeWalk(asked: Asked): Walk {
  if (asked.key !== null && asked.onlyNumber) return mentionWalk(asked.key, asked)
  return asksCharacters(asked) ? titleWalk(asked) : textWalk(asked)
}

function titleWalk(asked: Asked): Walk {
  return {
    ...{ table: titles, text: sql<string>`s.title` },
    listed: more => holdsWords(asked, more),
    looked: column => (asksCharacters(asked) ? sql<boolean>`true` : stands(asked, column, true)),
  }
}

function textWalk(asked: Asked): Walk {
  return {
    ...{ table: shelf, text: sql<string>`s.text` },
    listed: more => holdsWords(asked, more),
    looked: column => stands(asked, column),
  }
}

function mentionWalk(key: string, { narrow }: Asked): Walk {
  return {
    ...{ table: shelf, text: sql<string>`s.text` },
    listed: more => mentions(key, narrow, more),
    looked: () => sql<boolean>`true`,
  }
}
