import type { Secrets } from '../platform/secret.ts'
import type { Work } from '../platform/work.ts'
import type { Day } from '../statute/day.ts'
import { tellItems } from './disclosure/tell.ts'
import { tellRequests } from './foi/tell.ts'
import { tellDemands } from './hotline/tell.ts'
import { tellDemo } from './tell.ts'

/** Tells the whole demo city: what it disclosed and what it was asked, and the reports that count both. */
export async function tellWhole(
  work: Work,
  told: { readonly until: Day; readonly secrets: Secrets },
): Promise<void> {
  await tellDemo(work, told.until, async () => {
    await tellRequests(work, told)
    await tellItems(work, told)
    await tellDemands(work, told)
  })
}
