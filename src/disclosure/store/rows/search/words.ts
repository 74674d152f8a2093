import { charactersOf, pairsOf, pairsOfText, runsOf, type Token } from '../../../../platform/text/pairs.ts'
import type { ResultLine } from '../../../rows/line.ts'
import { even } from '../../search/readable.ts'
import { numberToken } from '../../search/tokens.ts'

/** At most so many words are looked for. */
const mostWords = 6

/** One writing for all brackets in which years and numbers stand: who types [2026] finds 〔2026〕. */
function evened(text: string): string {
  return even(text)
    .toLowerCase()
    .replaceAll(/[[（(【［〔〈]/g, '〔')
    .replaceAll(/[\]）)】］〕〉]/g, '〕')
}

/** What is searched of a result: its number, its party and its matter. */
export function resultText({ reference, party, matter }: ResultLine): string {
  return evened(`${reference}\n${party}\n${matter}`)
}

/** The pairs of characters of a result, its numbers whole, and the single characters of its party. */
export function resultWords(text: string, { party }: ResultLine): Token[] {
  const numbers = [...text.matchAll(/\d+/g)].map(([number]) => numberToken(number))
  return [...new Set([...pairsOfText(text), ...numbers, ...charactersOf(evened(party))])]
}

/** A word that is looked for: what must stand in the list of words, and the text itself where that is not enough. */
export interface ResultWord {
  readonly tokens: readonly Token[]
  readonly look: string | undefined
}

/** Reads what was typed; what holds neither letter nor number is no word. */
export function wordsAsked(typed: string): ResultWord[] {
  const words = typed
    .split(/\s+/)
    .map(evened)
    .filter(word => runsOf(word).length > 0)
  return [...new Set(words)].slice(0, mostWords).map(word => {
    if (word.length === 1) return { tokens: charactersOf(word), look: undefined }
    const pairs = runsOf(word).flatMap(pairsOf)
    // 王* and the like: of a party of which one character is known.
    const tokens = pairs.length > 0 ? [...pairs, ...wholeNumbers(word)] : charactersOf(word)
    return { tokens, look: word }
  })
}

/** Numbers that end on both sides within the word, and so stand whole in the text too: few texts hold one. */
function wholeNumbers(word: string): Token[] {
  return [...word.matchAll(/(?<=\D)\d+(?=\D)/g)].map(([number]) => numberToken(number))
}
