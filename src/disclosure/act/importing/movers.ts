import { agencyTree } from '../../../office/agencies.ts'
import { type Actor, type Agency, administers, holds } from '../../../office/roles.ts'
import type { Work } from '../../../platform/work.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'

/** May this person move an older site in for the agency? Its pages go to the shelf as they were public before. */
export function mayMoveIn(by: Actor, agency: string, tree: readonly Agency[]): boolean {
  return holds(by, 'coordinator', agency) || administers(by, agency, tree)
}

/** The agencies for which this person may move an older site in. */
export async function movableAgencies(work: Work, by: Actor): Promise<readonly Agency[]> {
  const tree = await agencyTree(work)
  return tree.filter(({ code }) => mayMoveIn(by, code, tree))
}

/** Why not. */
export function refusalToMove(): Refusal {
  return refuse('“从原网站迁入”由本机关的局办公室或者系统管理员办理。', 'Art 12')
}
