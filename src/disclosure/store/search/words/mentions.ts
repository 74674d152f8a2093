import { documentKey } from '../../../document-number.ts'

const years = /[^\d](?:19|20)\d{2}(?=\D{0,4}\d{1,6}\s?号)/g
const word = /[\p{Script=Han}A-Za-z]{1,14}(?=\s?[[({〔【［（〈<]?\s?$)/u
const number = /^(\d{4})\s?[\])}〕】］）〉>]?\s?年?\s?第?\s?0*(\d{1,6})\s?号/u

/**
 * The document numbers that a text mentions, by their one writing. Where the word before the year begins cannot be seen
 * (`根据云建发〔2026〕3号`), so each of its ends of two characters and more counts.
 */
export function mentionsIn(text: string): Set<string> {
  const keys = new Set<string>()
  for (const { index } of text.matchAll(years)) {
    const [, year, last] = number.exec(text.slice(index + 1, index + 24)) ?? []
    const [said = ''] = word.exec(text.slice(Math.max(0, index - 18), index + 1)) ?? []
    if (last === undefined) continue
    for (let from = 0; from + 2 <= said.length; from++) {
      const key = documentKey(`${said.slice(from)}〔${year}〕${last}号`)
      if (key !== null) keys.add(key)
    }
  }
  return keys
}
