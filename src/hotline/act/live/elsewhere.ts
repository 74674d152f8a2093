import { agencyTree } from '../../../office/agencies.ts'
import type { Work } from '../../../platform/work.ts'
import { elsewhereIn, type SaidWhere } from '../../live/elsewhere.ts'

/** The other cities that a demand names, where it is likely not about ours; the agencies are asked only where it names any. */
export async function namedElsewhere(work: Work, said: SaidWhere): Promise<string[]> {
  if (elsewhereIn(said, []).length === 0) return []
  return elsewhereIn(
    said,
    (await agencyTree(work)).map(({ name }) => name),
  )
}
