import { charactersOf, pairsOfText, type Token } from '../../../platform/text/pairs.ts'
import type { Day } from '../../../statute/day.ts'
import { yearOf } from '../../../statute/day.ts'
import { documentKey } from '../../document-number.ts'
import type { Item, ItemContent, Validity } from '../../item.ts'
import { even, plainOf, readable } from './readable.ts'
import { facetToken, forceToken, mentionToken, monthToken, quarterToken, yearToken } from './tokens.ts'
import { mentionsIn } from './words/mentions.ts'

/** What is public of an item, as the search takes it. */
export interface Shelved {
  readonly item: Pick<Item, 'id' | 'agency'>
  readonly content: ItemContent
  readonly validity: Validity
  readonly publishedOn: Day
  /** The texts of its attachments, in their order. */
  readonly attached: readonly string[]
}

/** What the search keeps of an item; `facet` is numbered by who keeps it. */
export interface SearchRow {
  readonly facet: Facet
  readonly inForce: boolean
  readonly title: string
  readonly plain: string
  readonly key: string | null
  readonly text: string
  readonly words: Token[]
  readonly titleWords: Token[]
}

/** What narrows a search. */
export interface Facet {
  readonly agency: string
  readonly form: string
  readonly duty: string
  readonly year: number
  readonly validity: string
}

/** Of one item at most so many characters are searched: a thousand pages. */
const most = 1_000_000

/** The row of an item: its text to be quoted, and its words. */
export function searchRow({ item, content, validity, publishedOn, attached }: Shelved): SearchRow {
  const { title, documentNumber, form, duty } = content
  const { head, text } = searchedText(content, attached)
  const facet = { agency: item.agency, form, duty, year: yearOf(publishedOn), validity }
  const inForce = validity === 'inForce' || validity === 'revised'
  const narrowing = [...blockTokens(publishedOn), forceToken(inForce), ...facetTokens(facet)]
  const words = new Set(pairsOfText(text))
  for (const token of charactersOf(head.join('\n'))) words.add(token)
  for (const mentioned of mentionsIn(text)) words.add(mentionToken(mentioned))
  for (const token of narrowing) words.add(token)
  const key = documentNumber === null ? null : documentKey(documentNumber)
  const short = [...head.slice(0, 3), key ?? ''].join('\n')
  const titleWords = new Set([...pairsOfText(short), ...charactersOf(short), ...narrowing])
  return {
    ...{ facet, inForce, title: even(title), plain: plainOf(title), text },
    ...{ key, words: [...words], titleWords: [...titleWords] },
  }
}

/** What of an item is searched, before it is searched: its head, in which single characters are found too, and all of it. */
export function searchedText(
  content: Pick<ItemContent, 'title' | 'documentNumber' | 'keywords' | 'summary' | 'body'> & {
    readonly attachments: readonly { readonly name: string }[]
  },
  attached: readonly string[],
): { readonly head: readonly string[]; readonly text: string } {
  const { title, documentNumber, keywords, summary, body, attachments } = content
  const head = [title, documentNumber ?? '', keywords.join(' '), summary].map(even)
  const files = attachments.map(({ name }, at) => even(`${name}\n${attached[at] ?? ''}`))
  return { head, text: [...head, readable(body), ...files].join('\n').slice(0, most) }
}

function blockTokens(day: Day): Token[] {
  return [monthToken(day), quarterToken(day), yearToken(yearOf(day))]
}

function facetTokens({ agency, form, duty, validity }: Facet): Token[] {
  return Object.entries({ agency, form, duty, validity }).map(([name, value]) => facetToken(name, value))
}
