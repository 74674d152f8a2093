import type { Actor } from '../../office/roles.ts'
import type { Work } from '../../platform/work.ts'
import type { Day } from '../../statute/day.ts'
import { refuse } from '../../statute/refusal.ts'
import type { Person } from '../events.ts'
import { openRequestsOf } from '../store/open.ts'
import { type FoiDoing, type FoiDone, takeFoiStep } from './act.ts'

/** Gives a request to another person, because who handled it is away or has left; the clock goes on. */
export function handOver(
  work: Work,
  doing: FoiDoing,
  { to, reason }: { to: Person; reason: string },
): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'handOver', ({ standing }) => {
    if (reason.trim() === '') return refuse('请写明移交原因，如休假、调离。', 'Art 45')
    if (standing.handler?.id === to.id) return refuse(`现在就由${to.name}办理，无须移交。`, 'Art 45')
    return { kind: 'handedOver', on: doing.today, to, reason }
  })
}

/** What became of handing over everything that somebody had in hand. */
export interface HandedOver {
  readonly moved: readonly string[]
  /** Requests that could not be handed over, each with why. */
  readonly left: readonly { readonly number: string; readonly why: string }[]
}

/** Hands over all open requests that a person handles at an agency. */
export async function handOverAll(
  work: Work,
  { from, agency, by, today }: { from: string; agency: string; by: Actor; today: Day },
  handing: { to: Person; reason: string },
): Promise<HandedOver> {
  const moved: string[] = []
  const left: { number: string; why: string }[] = []
  for (const { id, number } of await openRequestsOf(work, agency, from)) {
    const done = await handOver(work, { id, by, today }, handing)
    if (!('kind' in done)) moved.push(number)
    else left.push({ number, why: done.kind === 'refusal' ? done.message : '他人刚刚办理过，请刷新后重试。' })
  }
  return { moved, left }
}
