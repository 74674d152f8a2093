import type { Work } from '../../platform/work.ts'
import type { ItemFinding } from '../checks/finding.ts'
import { missingOf } from '../checks/required.ts'
import type { ItemRecord } from '../store/history.ts'

/** All that the checks notice in the open draft of an item, the severe ones first. */
export async function findingsOf(_work: Work, { draft }: Pick<ItemRecord, 'draft'>): Promise<ItemFinding[]> {
  if (draft === null) return []
  return missingOf(draft.content).map(label => ({
    ...({ rule: 'required', severity: 'severe', field: 'content' } as const),
    message: `还缺“${label}”，请补齐。`,
  }))
}

/** What holds publication. */
export async function severeOf(work: Work, record: Pick<ItemRecord, 'draft'>): Promise<ItemFinding[]> {
  return (await findingsOf(work, record)).filter(({ severity }) => severity === 'severe')
}
