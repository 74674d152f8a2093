import type { Actor } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import type { Secrets } from '../../../platform/secret.ts'
import type { Work } from '../../../platform/work.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import type { CopiedDemands, WholeDemand } from '../../copying/whole.ts'
import { copyingSlices, copySliceRows } from '../../store/copying/copying.ts'
import type { WorkingTime } from '../../working-time.ts'

/** Into which database is copied, in whose name. */
export interface CopyingDemands {
  readonly work: Work
  /** The address of the same database: rows are copied on connections of their own. */
  readonly url: string
  readonly by: Actor
  readonly agency: string
}

/**
 * Copies demands with all that happened to them into a hotline that has none, with every kept table as the verbs would
 * have left it; `copy` calls `copySlice` as often as it likes, also at the same time. The steps are not asked: what is
 * copied has happened. One row of the trail says how many.
 */
export async function copyDemands(
  { work, url, by, agency }: CopyingDemands,
  copy: () => Promise<readonly CopiedDemands[]>,
): Promise<{ readonly demands: number; readonly events: number } | Refusal> {
  const some = await work.db.selectFrom('hotline_demands').select('id').limit(1).executeTakeFirst()
  if (some !== undefined) return refuse('热线中已有诉求，成批装入只能装入没有诉求的热线。')
  const copied = await copyingSlices({ work, url }, copy)
  const who = { by: by.id, byName: by.name, agency }
  await audit(work, { ...who, act: 'hotline.copy', subject: agency, detail: copied })
  return copied
}

/** Copies one slice, within `copyDemands`. */
export function copySlice(
  url: string,
  told: Iterable<WholeDemand>,
  by: { readonly secrets: Secrets; readonly time: WorkingTime },
): Promise<CopiedDemands> {
  return copySliceRows(url, told, by)
}
