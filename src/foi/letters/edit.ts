import { type Refusal, refuse } from '../../statute/refusal.ts'
import type { FreeSpan, Letter } from './letter.ts'
import { paragraphsOf } from './words.ts'

/** The paragraphs as the clerk left them, the fixed ones too. */
export interface LetterEdits {
  readonly paragraphs: readonly string[]
}

const longestLetter = 30_000

/**
 * The letter with the clerk's own paragraphs: the reasoning may be written anew and paragraphs added to it; what was
 * asked, what the law decides and the remedies stand as they are. A refusal names the paragraph that was touched.
 */
export function editedLetter(letter: Letter, edits: LetterEdits): Letter | Refusal {
  const { from, until } = letter.free ?? fixedWhole(letter)
  const before = letter.paragraphs.slice(0, from)
  const after = letter.paragraphs.slice(until)
  const wanted = edits.paragraphs.flatMap(paragraphsOf)
  const ending = Math.max(wanted.length - after.length, before.length)
  const touched =
    [...before].find((words, at) => wanted[at] !== words) ??
    [...after].find((words, at) => wanted[ending + at] !== words)
  if (touched !== undefined)
    return refuse(`“${shortened(touched)}”这一段由法律规定，不能改动；需要补充的，请写在理由部分。`)
  const own = wanted.slice(from, ending)
  if (letter.free === undefined && own.length > 0) return refuse('这份文书已经定稿，不能改动。')
  if (until > from && own.length === 0) return refuse('理由不能删空，请写明理由。', 'Art 36')
  if (own.join('').length > longestLetter)
    return refuse(`文书过长，理由部分不能超过 ${longestLetter} 字，请另附材料。`)
  return {
    ...letter,
    paragraphs: [...before, ...own, ...after],
    free: { from, until: from + own.length },
  }
}

/** A letter of before the spans were kept may not be edited at all: nothing stands before its end but what is fixed. */
function fixedWhole({ paragraphs }: Letter): FreeSpan {
  return { from: paragraphs.length, until: paragraphs.length }
}

function shortened(words: string): string {
  const signs = [...words]
  return signs.length > 24 ? `${signs.slice(0, 24).join('')}…` : words
}
