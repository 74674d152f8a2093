import { addToDuties } from '../../hotline/act/duties/listing.ts'
import type { Work } from '../../platform/work.ts'
import { addDays, type Day } from '../../statute/day.ts'
import { government } from '../city.ts'
import { must } from '../tell.ts'
import type { Who } from '../who.ts'
import { grievances } from './texts/grievances.ts'

const daysBefore = 380

/** Tells the duties list, by which the dispatcher is shown a unit: one line for each matter that a unit handles. */
export async function tellDuties(
  work: Work,
  { until, who }: { readonly until: Day; readonly who: Who },
): Promise<void> {
  const doing = { hotline: government, by: who('dispatcher', government) }
  for (const { subject, unit } of grievances) {
    if (unit === null) continue
    const basis = `权责清单：${subject}（演示）`
    const told = { matter: subject, place: '', unit, basis, from: addDays(until, -daysBefore) }
    must(await addToDuties(work, doing, told))
  }
}
