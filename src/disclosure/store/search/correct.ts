import { sql } from 'kysely'
import { pairsOf, type Token } from '../../../platform/text/pairs.ts'
import type { Work } from '../../../platform/work.ts'
import type { Asked } from './asked.ts'
import { askedFor } from './asked.ts'
import { countsOf } from './counts.ts'
import { soundDistance } from './words/sound.ts'

/** So many titles are read for words that are like the typed one. */
const titlesRead = 400
/** Characters whose sounds stand at most so far apart in a dictionary are taken for one another. */
const nearSound = 60

/** A word as it may have been meant. */
export interface Meant {
  readonly q: string
  readonly count: number
}

/** 您是不是要找: what was typed with one character put right, by the titles and keywords of what is public. */
export async function correctionsOf(work: Work, asked: Asked): Promise<Meant[]> {
  const found: Meant[] = []
  for (const [at, word] of asked.words.entries()) {
    if (word.length < 2 || word.length > 12) continue
    for (const near of (await likeIt(work, word)).slice(0, 3)) {
      const q = asked.words.toSpliced(at, 1, near).join(' ')
      const { facets } = await countsOf(work, askedFor(q, asked.narrow))
      const count = facets.reduce((sum, facet) => sum + facet.count, 0)
      if (count > 0) found.push({ q, count })
    }
  }
  return found.slice(0, 3)
}

/** Words of titles that differ from this one in one character: the likeliest first. */
async function likeIt(work: Work, word: string): Promise<string[]> {
  const characters = [...word]
  const either = characters.map((_, wrong) => {
    const kept = characters.flatMap((sign, at) => (at === wrong ? [] : [sign.charCodeAt(0)]))
    const pairs: Token[] = [...pairsOf(word.slice(0, wrong)), ...pairsOf(word.slice(wrong + 1))]
    return sql<boolean>`s.words @> ${[...new Set([...kept, ...pairs])]}::int[]`
  })
  const { rows } = await sql<{ title: string }>`
    select lower(s.title) as title from disclosure_shelf_titles s where ${sql.join(either, sql` or `)}
    limit ${titlesRead}`.execute(work.db)
  const times = new Map<string, number>()
  for (const near of rows.flatMap(({ title }) => nearIn(title, characters))) {
    times.set(near, (times.get(near) ?? 0) + 1)
  }
  const weighed = [...times].map(([near, count]) => ({ near, count, sound: soundOf(near, characters) }))
  return weighed
    .filter(({ sound }) => characters.length > 2 || sound <= nearSound)
    .toSorted((a, b) => Number(a.sound > nearSound) - Number(b.sound > nearSound) || b.count - a.count)
    .map(({ near }) => near)
}

/** Pieces of a title that are the word but for one character. */
function nearIn(title: string, word: readonly string[]): string[] {
  const pieces = Array.from({ length: Math.max(0, title.length - word.length + 1) }, (_, at) =>
    title.slice(at, at + word.length),
  )
  return pieces.filter(
    piece => /^[\p{L}\p{N}]+$/u.test(piece) && word.filter((sign, at) => sign !== piece[at]).length === 1,
  )
}

function soundOf(near: string, word: readonly string[]): number {
  const at = word.findIndex((sign, place) => sign !== near[place])
  return soundDistance(word[at] ?? '', near[at] ?? '')
}
