import type { ItemContent } from '../../item.ts'
import type { ItemFinding } from '../finding.ts'
import { fieldTexts } from '../plain.ts'
import { blocksOf } from './blocks.ts'
import { countFindings } from './counts.ts'
import { saidTwice, textAgainstTable } from './said-twice.ts'
import { sumFindings } from './sums.ts'

/** Numbers of a document that disagree with its tables, its lists or with each other. */
export function numberFindings(content: ItemContent): readonly ItemFinding[] {
  const blocks = blocksOf(content.body)
  const texts = fieldTexts(content)
  const body = texts.find(({ field }) => field === 'body')
  return [
    ...sumFindings(blocks),
    ...countFindings(blocks, content.rows?.count),
    ...saidTwice(texts),
    ...(body === undefined ? [] : textAgainstTable(body, blocks)),
  ]
}
