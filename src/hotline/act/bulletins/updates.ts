import type { Work } from '../../../platform/work.ts'
import type { Span } from '../../bulletins/period.ts'

/** How often each unit updated the knowledge base within a span; nothing while there is no knowledge base. */
export async function updatesByUnit(_work: Work, _span: Span): Promise<ReadonlyMap<string, number>> {
  return new Map()
}
