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

/** Spans of time, the newest first, so that a common word is found without looking at all of its demands. */
export function spansFrom(moment: string): readonly (readonly Token[] | 'older')[] {
  const month = monthOf(moment)
  const months = [month + 1, month, month - 1].map(each => joined(space.month, each))
  const before = Array.from({ length: 10 }, (_, at) => joined(space.month, month - 2 - at))
  return [months, before, 'older']
}

/** The condition that a row of `hotline_words w` lies within a span. */
export function withinSpan(span: readonly Token[] | 'older', moment: string) {
  if (span !== 'older') return sql<boolean>`w.words && ${[...span]}::int[]`
  const month = monthOf(moment) - 11
  const from = `${1900 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01T00:00:00Z`
  return sql<boolean>`w.filed_at < ${from}::timestamptz`
}
