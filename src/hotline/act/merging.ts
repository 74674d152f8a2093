import { audit } from '../../platform/audit.ts'
import type { Work } from '../../platform/work.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'
import { type DemandState, demandStateLabel } from '../standing.ts'
import { appendDemandEvent, demandIdOf, demandOf } from '../store/history.ts'
import type { DemandRecord } from '../store/standing-row.ts'
import { type DemandDoing, type DemandDone, takeDemandStep, workingTime } from './act.ts'
import { said } from './dispatching.ts'

/** In which states others may follow a demand: nobody has answered it yet. */
const mayLead: readonly DemandState[] = [
  'registered',
  'dispatched',
  'handling',
  'suspended',
  'returned',
  'disputed',
]

/**
 * Lets a demand follow another of the same hotline that says the same: it is answered and fed back with it, and its caller
 * keeps his own callback. `into` is the number of the other.
 */
export function merge(
  work: Work,
  doing: DemandDoing,
  { into, reason }: { readonly into: string; readonly reason: string },
): Promise<DemandDone> {
  return work.transaction(async inner => {
    const one = await demandOf(inner, doing.id)
    const other = one && (await demandIdOf(inner, one.demand.agency, into.trim()))
    if (other === undefined) return refuse('没有这个编号的诉求，请核对要并入的诉求的编号。')
    for (const id of [doing.id, other].toSorted()) await demandOf(inner, id, true)
    const lead = await demandOf(inner, other, true)
    const refusal = refusalOfLead(doing.id, lead) ?? said(reason, '请写明合并的理由。')
    if (lead === undefined || refusal !== undefined) return refusal ?? refuse('没有这件诉求。')
    const { id, number } = lead.demand
    const done = await takeDemandStep(inner, doing, 'merge', () => ({
      ...{ kind: 'merged', other: id, otherNumber: number, reason },
    }))
    if (!('kind' in done)) await takeIn(inner, lead, { doing, number: one?.demand.number ?? '' })
    return done
  })
}

async function takeIn(
  work: Work,
  lead: DemandRecord,
  { doing, number }: { readonly doing: DemandDoing; readonly number: string },
): Promise<void> {
  const { by, moment } = doing
  const told = { kind: 'mergedIn', other: doing.id, otherNumber: number } as const
  await appendDemandEvent(
    work,
    lead,
    { ...told, at: moment, by: by.id, byName: by.name },
    await workingTime(work),
  )
  const who = { by: by.id, byName: by.name, agency: lead.demand.agency }
  await audit(work, { ...who, act: 'hotline.merge', subject: lead.demand.id, detail: { with: number } })
}

function refusalOfLead(id: string, lead: DemandRecord | undefined): Refusal | undefined {
  if (lead === undefined) return refuse('没有这件诉求。')
  const { demand, standing } = lead
  if (demand.id === id) return refuse('诉求不能并入自己，请填写另一件的编号。')
  if (standing.follows !== null)
    return refuse(`诉求${demand.number}本身已并入${standing.follows.otherNumber}，请并入那一件。`)
  if (mayLead.includes(standing.state)) return undefined
  return refuse(`诉求${demand.number}${demandStateLabel[standing.state]}，不能再并入；请单独办理。`)
}

/** It stands where it stood before, its limit having run on all the while. */
export function unmerge(work: Work, doing: DemandDoing, reason: string): Promise<DemandDone> {
  return takeDemandStep(work, doing, 'unmerge', ({ standing: { follows } }) => {
    if (follows === null) return refuse('这件诉求没有并入别的诉求。')
    const { other, otherNumber } = follows
    return said(reason, '请写明撤销合并的理由。') ?? { kind: 'unmerged', other, otherNumber, reason }
  })
}
