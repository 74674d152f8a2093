import type { Actor } from '../../../office/roles.ts'
import type { Work } from '../../../platform/work.ts'
import { confidentialReach } from '../../looks/confidence.ts'
import { linesOf } from '../../store/lines.ts'
import { countInHand, inHandAfter, type VisitPlace } from '../../store/visits/to-visit.ts'
import type { DemandLine } from '../../view.ts'

/** A page of what is to be visited: the lines, where the next page begins (null behind the last), and how many there are in all. */
export interface DemandsToVisit {
  readonly lines: readonly DemandLine[]
  readonly next: VisitPlace | null
  readonly total: number
}

/** What the units of this person have in hand, by time left; a demand that comes or goes meanwhile moves no other one. */
export async function demandsToVisit(
  work: Work,
  asked: { readonly after: VisitPlace | undefined; readonly size: number },
  { reader, moment }: { readonly reader: Actor; readonly moment: string },
): Promise<DemandsToVisit> {
  const units = reader.grants.filter(({ role }) => role === 'handlingUnit').map(({ agency }) => agency)
  const [found, total] = await Promise.all([
    inHandAfter(work, units, { after: asked.after, most: asked.size + 1 }),
    countInHand(work, units),
  ])
  const page = found.slice(0, asked.size)
  const ids = page.map(({ demand }) => demand)
  const lines = await linesOf(work, ids, { moment, reach: confidentialReach(reader) })
  return { lines, next: found.length > asked.size ? (page.at(-1) ?? null) : null, total }
}
