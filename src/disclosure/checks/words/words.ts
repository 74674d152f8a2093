import type { Day } from '../../../statute/day.ts'
import type { ItemFinding } from '../finding.ts'
import type { FieldText } from '../plain.ts'
import type { WordFinder } from './find.ts'

/** The watched words in the fields of an item, each once with its place; the text itself is never altered. */
export function wordFindings(texts: readonly FieldText[], find: WordFinder, on: Day): readonly ItemFinding[] {
  return texts.flatMap(({ field, label, text }) =>
    find(text, on).map(({ word, start, text: said }): ItemFinding => {
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
