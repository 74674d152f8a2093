import { sql } from 'kysely'
import {
  charactersOf,
  joined,
  pairsOf,
  pairsOfText,
  runsOf,
  type Token,
} from '../../../platform/text/pairs.ts'
import type { Work, Write } from '../../../platform/work.ts'
import type { Demand } from '../../demand.ts'

/** A demand as it is found: its words and when it was filed. */
export type FoundByWords = Pick<Demand, 'id' | 'subject' | 'body' | 'place' | 'filedAt'>

const space = { month: 0xe001, year: 0xe002 } as const
/** At most so many words are looked for. */
const mostWords = 6

/** The text in which demands are found, as the query looks at it too. */
const textOf = ({ subject, body, place }: FoundByWords) => `${subject}\n${body}\n${place}`

/** The pairs of characters of a demand, the single ones of its subject, its month and its year. */
export function wordsOf(demand: FoundByWords): Token[] {
  const month = monthOf(demand.filedAt)
  const when = [joined(space.month, month), joined(space.year, Math.floor(month / 12))]
  return [...pairsOfText(textOf(demand)), ...charactersOf(demand.subject), ...when]
}

/** Months since 1900, of the moment in UTC: only for narrowing, where a day more or less is looked at too. */
function monthOf(moment: string): number {
  return (Number(moment.slice(0, 4)) - 1900) * 12 + Number(moment.slice(5, 7)) - 1
}

/** The words of a demand, to be kept; they never change. */
export function wordsKept(work: Work, demand: FoundByWords): Write {
  return work.db
    .insertInto('hotline_words')
    .values({ demand: demand.id, filed_at: demand.filedAt, words: wordsOf(demand) })
    .onConflict(conflict => conflict.column('demand').doNothing())
}

/** What somebody looks for: what must stand in the list of words, and what in the text where that is not enough. */
export interface WordsAsked {
  readonly tokens: readonly Token[]
  readonly looks: readonly string[]
}

/** Reads what was typed; undefined where it holds neither letter nor number. */
export function wordsAsked(typed: string): WordsAsked | undefined {
  const words = typed.split(/\s+/).filter(word => runsOf(word).length > 0)
  if (words.length === 0) return undefined
  const some = words.slice(0, mostWords).map(word => word.toLowerCase())
  return {
    tokens: [...new Set(some.flatMap(tokensOf))],
    looks: some.filter(word => [...word].length > 2 || runsOf(word)[0] !== word),
  }
}

function tokensOf(word: string): Token[] {
  return runsOf(word).flatMap(run => (run.length === 1 ? charactersOf(run) : pairsOf(run)))
}

/** A span of time: the months of it, or moments, or what lies before a month. */
export interface Span {
  readonly months?: readonly Token[]
  /** From this moment on. */
  readonly from?: string
  /** Until before this moment. */
  readonly before?: string
}

/** So many of all demands hold a word that is common: within a week it fills a page. */
const commonFrom = 0.02
/** So many hold one that is found often enough for a page within a quarter. */
const frequentFrom = 0.004

/**
 * Spans of time, the newest first, so that a common word is found without looking at all of its demands; `share` is that of
 * the demands that hold it. The more hold it the narrower they are: those of a common word begin with a week, by the
 * moments alone, since nearly every demand of it has to be looked at anyway.
 */
export function spansFrom(moment: string, share: number): readonly Span[] {
  const month = monthOf(moment)
  const older = { before: firstOf(month - 11) }
  if (share < frequentFrom) return [...betweenMonths(month, [1, -12]), older]
  if (share < commonFrom) return [...betweenMonths(month, [1, -2, -4, -7, -12]), older]
  // In the first days of a month a week ago lies in the month before: none of the months may tell of that week again.
  const weekAgo = new Date(Date.parse(moment) - 7 * 86_400_000).toISOString()
  const months = betweenMonths(month, [1, -1, -2, -4, -7, -12])
  return [{ from: weekAgo }, ...months.map(span => ({ ...span, before: weekAgo })), older]
}

/** The months from each of these to the one before the next, counted from a month, the newest first. */
function betweenMonths(month: number, edges: readonly number[]): Span[] {
  return edges.slice(1).map((next, at) => {
    const last = edges[at] ?? next
    return { months: monthsBack(month + last, last - next) }
  })
}

/** The newest months of a moment: the one that comes, since a day may lie in it elsewhere, this one and the one before. */
export function newestMonths(moment: string): readonly Token[] {
  return monthsBack(monthOf(moment) + 1, 3)
}

function monthsBack(last: number, count: number): Token[] {
  return Array.from({ length: count }, (_, at) => joined(space.month, last - at))
}

function firstOf(month: number): string {
  return `${1900 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01T00:00:00Z`
}

/** The condition that a row of `hotline_words w` lies within a span and holds these words. */
export function holdingWithin(tokens: readonly Token[], { months, from, before }: Span) {
  const holds = sql<boolean>`w.words @> ${[...tokens]}::int[]`
  const conditions = [
    // As `is true` it is no question to the index of words: by that, all that ever held a common word would be fetched.
    from === undefined ? holds : sql<boolean>`(${holds}) is true and w.filed_at >= ${from}::timestamptz`,
    ...(months === undefined ? [] : [sql<boolean>`w.words && ${[...months]}::int[]`]),
    ...(before === undefined ? [] : [sql<boolean>`w.filed_at < ${before}::timestamptz`]),
  ]
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}
