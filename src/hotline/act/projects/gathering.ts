import type { Work } from '../../../platform/work.ts'
import { openProjectScopes } from '../../store/projects/lines.ts'
import { type Gathered, gatherByRule } from '../../store/projects/members.ts'

const dayMilliseconds = 86_400_000
/** Two years and the longest window before: what the effect is measured against. */
const wholeDays = 2 * 366 + 120
/** A demand may get its unit, or be taken in from a sheet, some days after it was filed. */
const recentDays = 45

const daysBefore = (moment: string, days: number) =>
  new Date(Date.parse(moment) - days * dayMilliseconds).toISOString()

/** Gathers everything that falls under the rule, as far back as the effect looks. */
export async function gatherAll(work: Work, gathered: Gathered, moment: string): Promise<void> {
  await gatherByRule(work, gathered, daysBefore(moment, wholeDays))
}

/** Gathers what was filed lately for one project; done before its page is shown, so that it never lags. */
export async function gatherRecent(work: Work, gathered: Gathered, moment: string): Promise<void> {
  await gatherByRule(work, gathered, daysBefore(moment, recentDays))
}

/** Gathers anew for every project that is not dropped. @returns how many there are */
export async function gatherForEach(work: Work, moment: string): Promise<number> {
  const projects = await openProjectScopes(work)
  for (const project of projects) await gatherAll(work, project, moment)
  return projects.length
}
