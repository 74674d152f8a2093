import type { Day } from '../../../statute/day.ts'
import type { ItemFinding } from '../finding.ts'
import type { FieldText } from '../plain.ts'
import { type WordFinder, wordFinder } from './find.ts'
import type { WatchedWord, WordList } from './word.ts'

/** Is the word watched in a text of this day? */
export function isWatchedOn({ from, to }: WatchedWord, on: Day): boolean {
  return from <= on && (to === null || on < to)
}

/** The finder for texts that were made on this day. */
export function finderOn({ words, white }: WordList, on: Day): WordFinder {
  return wordFinder(
    words.filter(word => isWatchedOn(word, on)),
    white,
  )
}

/** The watched words in the fields of an item, each once with its place; the text itself is never altered. */
export function wordFindings(texts: readonly FieldText[], find: WordFinder): readonly ItemFinding[] {
  return texts.flatMap(({ field, label, text }) =>
    find(text).map(({ word, start, text: said }): ItemFinding => {
      const { right, severity, why } = word
      const proposal = right === '' ? undefined : rightForm(right, said)
      const instead = proposal === undefined ? '请核对是否妥当' : `建议改为“${proposal}”`
      return {
        ...{ rule: `words.${severity}`, severity, field, at: { start, text: said }, proposal },
        message: `${label}中的“${said}”${why === '' ? '' : `（${why}）`}：${instead}。`,
      }
    }),
  )
}

/** `截至#` for 截止2026 is 截至2: the digits are those of the text. */
function rightForm(right: string, said: string): string {
  const digits = [...said].filter(sign => /[\d０-９]/.test(sign))
  return [...right].map(sign => (sign === '#' ? (digits.shift() ?? '') : sign)).join('')
}
