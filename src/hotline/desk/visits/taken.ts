import { alongOf, dropAlong, keepAlong, namesAlong } from '../../../desk/along/along.ts'
import { Refused, read } from '../../../desk/client.ts'
import { type Session, takeSessionAlong } from '../../../desk/session.ts'
import type { Demand } from '../../demand.ts'
import { dueText } from '../../tracking/clock-words.ts'
import type { DemandView } from '../../view.ts'

/** What a visit needs of a demand where there is no line; it goes from the phone on signing out. */
export interface TakenDemand extends Pick<Demand, 'id' | 'number' | 'subject' | 'place'> {
  /** What the caller said; empty where the caller wishes confidence. */
  readonly body: string
  readonly due: string
  /** By which they are put in order; null where no limit runs. */
  readonly dueAt: string | null
  /** Why a visit may not be entered; null where it may, undefined where it is not this person's step. */
  readonly refusal: string | null | undefined
}

const family = 'visit '

/** Reads a demand and takes it along. What the server no longer gives goes from the phone. @throws Refused */
export async function readAlong(id: string, session: Session): Promise<TakenDemand> {
  const along = takenDemand(id)
  try {
    const view = await read<DemandView>(`/demands/${id}`, along && AbortSignal.timeout(patienceMs))
    const taken = takenOf(view)
    takeSessionAlong(session)
    keepAlong(family + id, taken)
    return taken
  } catch (cause) {
    if (cause instanceof Refused && cause.status !== 0 && cause.status < 500) dropAlong(family + id)
    throw cause
  }
}

const patienceMs = 6000

function takenOf({ demand, clock, steps }: DemandView): TakenDemand {
  const { id, number, subject, place, body, confidential } = demand
  const refusal = steps.find(({ step }) => step === 'visit')?.refusal
  const limit = { due: dueText(clock), dueAt: clock.dueAt }
  return { ...{ id, number, subject, place, refusal }, body: confidential ? '' : body, ...limit }
}

/** What was taken of a demand; undefined where it was not, or was three days ago. */
export function takenDemand(id: string): TakenDemand | undefined {
  return alongOf<TakenDemand>(family + id)?.value
}

/** All that was taken along, by time left as the list of the server. */
export function takenDemands(): readonly TakenDemand[] {
  const all = namesAlong(family).flatMap(name => alongOf<TakenDemand>(name)?.value ?? [])
  const order = ({ dueAt, number }: TakenDemand) => `${dueAt ?? '9'} ${number}`
  return all.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
}

/** Leaves a demand behind. */
export function leaveDemand(id: string): void {
  dropAlong(family + id)
}
