import { type RawBuilder, sql } from 'kysely'
import { literally } from '../../../platform/text/like.ts'
import { pairsOf, type Token } from '../../../platform/text/pairs.ts'
import { documentKey } from '../../document-number.ts'
import { folded, plainOf } from './readable.ts'
import { facetToken, mentionToken, yearToken } from './tokens.ts'
import { writingsOf } from './words/writings.ts'

/** What narrows a search. */
export interface Narrowing {
  readonly agency?: string | undefined
  readonly form?: string | undefined
  readonly duty?: string | undefined
  readonly year?: number | undefined
  readonly validity?: string | undefined
}

/** What is searched for, read once: each word in every way in which it is written. */
export interface Asked {
  /** As it was typed, evened. */
  readonly q: string
  readonly words: readonly string[]
  /** For each word the ways of writing it. */
  readonly writings: readonly (readonly string[])[]
  /** The whole without punctuation: a title is compared with it. */
  readonly plain: string
  /** The document number that was typed, in its one writing. */
  readonly key: string | null
  /** Is nothing but a document number meant, as its brackets or its 号 show? Then who carries or mentions it is found, and no text in which its parts stand apart. */
  readonly onlyNumber: boolean
  readonly narrow: Narrowing
}

/** At most so many words are looked for. */
const mostWords = 6

/** Reads what was typed. */
export function askedFor(typed: string, narrow: Narrowing = {}): Asked {
  const q = folded(typed).trim().slice(0, 100)
  const words = [...new Set(q.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, mostWords)
  const key = documentKey(q)
  const onlyNumber = key !== null && /\d{4}.*(?:号|[\])}〕】])/.test(q)
  return { q, words, writings: words.map(writingsOf), plain: plainOf(q), key, onlyNumber, narrow }
}

/** Is there anything to look for? */
export function asksNothing({ words }: Asked): boolean {
  return words.length === 0
}

/** Only single characters are looked for: they are found in titles, numbers, keywords and summaries. */
export function asksCharacters({ words }: Asked): boolean {
  return words.every(word => word.length === 1)
}

function tokensOf(word: string, alone: boolean): Token[] {
  if (word.length > 1) return pairsOf(word)
  return alone ? [word.charCodeAt(0)] : []
}

/** The tokens of what narrows. */
export function narrowTokens({ year, ...rest }: Narrowing): Token[] {
  const named = Object.entries(rest).flatMap(([name, value]) =>
    value === undefined ? [] : [facetToken(name, value)],
  )
  return year === undefined ? named : [...named, yearToken(year)]
}

/** These tokens all stand in the list. */
export function holds(tokens: readonly Token[]): RawBuilder<boolean> {
  return sql<boolean>`s.words @> ${[...tokens]}::int[]`
}

/** Every word stands in the list in one of its writings, by its pairs. `more` stand there too. */
export function holdsWords(asked: Asked, more: readonly Token[] = []): RawBuilder<boolean> {
  const alone = asksCharacters(asked)
  const plain = asked.writings
    .filter(ways => ways.length === 1)
    .flatMap(([word = '']) => tokensOf(word, alone))
  const base = holds([...plain, ...more, ...narrowTokens(asked.narrow)])
  const either = asked.writings
    .filter(ways => ways.length > 1)
    .map(
      ways =>
        sql<boolean>`(${sql.join(
          ways.map(way => holds(tokensOf(way, alone))),
          sql` or `,
        )})`,
    )
  return sql<boolean>`${sql.join([base, ...either], sql` and `)}`
}

/** The list mentions the document number. */
export function mentions(key: string, narrow: Narrowing, more: readonly Token[] = []): RawBuilder<boolean> {
  return holds([mentionToken(key), ...narrowTokens(narrow), ...more])
}

/** Every word stands in the text itself: pairs alone cannot tell words of three characters and more. */
export function stands({ writings }: Asked, column: RawBuilder<string>, always = false): RawBuilder<boolean> {
  const tests = writings
    .filter(ways => always || ways.some(needsLook))
    .map(
      ways =>
        sql<boolean>`(${sql.join(
          ways.map(way => like(column, way)),
          sql` or `,
        )})`,
    )
  return tests.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(tests, sql` and `)}`
}

function needsLook(word: string): boolean {
  return word.length !== 2
}

/** Must the text itself be looked at? */
export function needsText({ writings }: Asked): boolean {
  return writings.some(ways => ways.some(needsLook))
}

/** The word stands in the column, in small letters or in large ones. */
export function like(column: RawBuilder<string>, word: string): RawBuilder<boolean> {
  const pattern = `%${literally(word)}%`
  return /[a-z]/.test(word)
    ? sql<boolean>`${column} ilike ${pattern}`
    : sql<boolean>`${column} like ${pattern}`
}
