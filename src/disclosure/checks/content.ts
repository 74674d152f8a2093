import type { Day } from '../../statute/day.ts'
import type { ItemContent } from '../item.ts'
import type { ItemFinding } from './finding.ts'
import { numberFindings } from './numbers/numbers.ts'
import { personalFindings } from './personal/personal.ts'
import { pictureFindings } from './pictures.ts'
import { fieldTexts } from './plain.ts'
import { misfilledIn, missingOf } from './required.ts'
import { textFindings } from './text.ts'
import type { WordFinder } from './words/find.ts'
import { wordFindings } from './words/words.ts'

/** Counts the rules: what was remembered under an older number is looked at anew. */
export const rulesVersion = 2

/** All that the words of a content show, without its files and links; `today` is the day where it has none of its own. */
export function contentFindings(content: ItemContent, find: WordFinder, today: Day): readonly ItemFinding[] {
  const texts = fieldTexts(content)
  return [
    ...[
      ...missingOf(content).map(label => `还缺“${label}”，请补齐。`),
      ...misfilledIn(content).map(said => `${said}。`),
    ].map((message): ItemFinding => ({ rule: 'required', severity: 'severe', field: 'content', message })),
    ...personalFindings(texts),
    ...wordFindings(texts, find, content.madeOn ?? today),
    ...numberFindings(content),
    ...pictureFindings(content.body),
    ...textFindings(content),
  ]
}

/** The severe ones first, otherwise as they were found. */
export function bySeverity(findings: readonly ItemFinding[]): readonly ItemFinding[] {
  return findings.toSorted((a, b) => Number(a.severity === 'mild') - Number(b.severity === 'mild'))
}
