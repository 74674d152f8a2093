import { agencyTree } from '../../../office/agencies.ts'
import type { Work } from '../../../platform/work.ts'
import { isRefusal, type Refusal } from '../../../statute/refusal.ts'
import { dutiesPasted, type PastedFault } from '../../duties/pasted.ts'
import { addToDuties, type DutyDoing } from './listing.ts'

/** What came of a pasted table: how many lines, and what is wrong in which row; nothing is kept where a row is wrong. */
export interface DutiesImported {
  readonly rows: number
  readonly faults: readonly PastedFault[]
}

/** Adds the lines of a pasted table to the list, all or none. */
export async function importDuties(
  work: Work,
  doing: DutyDoing,
  text: string,
): Promise<DutiesImported | Refusal> {
  const units = (await agencyTree(work)).filter(({ standing }) => standing)
  const { duties, faults } = dutiesPasted(text, units)
  if (faults.length > 0) return { rows: 0, faults }
  return await work.transaction(async inner => {
    for (const told of duties) {
      const added = await addToDuties(inner, doing, told)
      if (isRefusal(added)) return added
    }
    return { rows: duties.length, faults }
  })
}
