import { agencyTree } from '../../../office/agencies.ts'
import type { Agency } from '../../../office/roles.ts'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import { type ShelfTally, shelfTallies, shelfYears } from '../../store/shelf/counts.ts'
import { type ShelfQuery, shelfCount } from '../../store/shelf/lines.ts'
import { caughtUp } from './moves.ts'

/** So many different counts are remembered between two moves of the shelf. */
const most = 2000

/** The public items counted by agency and kind: remembered until something moves. */
export async function tallyFacts(work: Work): Promise<readonly ShelfTally[]> {
  const { facts } = await caughtUp(work)
  const tallies = facts.tallies ?? (await shelfTallies(work))
  facts.tallies = tallies
  return tallies
}

/** What every list of the shelf shows besides its lines: remembered until something moves. */
export async function listFacts(
  work: Work,
  query: ShelfQuery,
  today: Day,
): Promise<{
  readonly total: number
  readonly years: readonly number[]
  readonly agencies: readonly Agency[]
}> {
  // Whoever began before a move fills what was remembered before it, which nobody reads any more.
  const { facts } = await caughtUp(work)
  const { sort: _, ...asked } = query
  const name = `${today} ${JSON.stringify(asked)}`
  const known = facts.counts.get(name)
  const [total, years, agencies] = await Promise.all([
    ...[known ?? shelfCount(work, query, today), facts.years ?? shelfYears(work)],
    facts.agencies ?? agencyTree(work),
  ] as const)
  if (facts.counts.size < most) facts.counts.set(name, total)
  facts.years = years
  facts.agencies = agencies
  return { total, years, agencies }
}
