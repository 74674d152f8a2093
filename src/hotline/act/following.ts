import { theSystem } from '../../office/agencies.ts'
import type { Setting } from '../../platform/settings.ts'
import type { Work } from '../../platform/work.ts'
import { isSampled } from '../callback/sampling.ts'
import { callerId, type DemandEvent, type ToldDemandEvent } from '../events.ts'
import type { DemandStep } from '../steps.ts'
import { appendDemandEvent, demandOf } from '../store/history.ts'
import type { DemandRecord } from '../store/standing-row.ts'
import type { WorkingTime } from '../working-time.ts'

const pressing: readonly DemandStep[] = ['urge', 'supervise', 'escalate']

/** The demand that another one follows is always locked before it, so that two steps never wait for each other. */
export async function lockFollowed(work: Work, id: string, step: DemandStep): Promise<void> {
  if (step !== 'withdraw' && step !== 'unmerge' && !pressing.includes(step)) return
  const followed = (await demandOf(work, id))?.standing.follows
  if (followed != null) await demandOf(work, followed.other, true)
}

/** What the city settles, as a step found it: by what time limits are counted, how long they are, how many callers are asked. */
export interface Settled extends Pick<Setting<'hotline'>, 'limits' | 'sampling'> {
  readonly time: WorkingTime
}

/** An event that was just appended, and by which settings. */
interface Appended {
  readonly event: DemandEvent
  readonly settled: Settled
}

/**
 * What is done to a demand and concerns others: those that follow it are answered and fed back with it, each to be called
 * back on its own; when it is withdrawn they are what they were. One that follows and ends leaves the one it followed; one
 * that follows and is pressed presses the unit that has the other.
 */
export async function tellOthers(
  work: Work,
  { demand, standing }: DemandRecord,
  { event, settled }: Appended,
): Promise<void> {
  const { by, byName, at } = event
  const tell = async (
    id: string,
    told: (record: DemandRecord) => ToldDemandEvent,
    // What is passed on of a caller is not said by the caller of the other demand.
    bySystem = false,
  ) => {
    const whose = bySystem ? { by: theSystem.id, byName: theSystem.name } : { by, byName }
    const record = await demandOf(work, id, true)
    if (record === undefined) return
    await appendDemandEvent(work, record, { ...told(record), at, ...whose }, settled.time)
  }
  for (const follower of standing.followers) {
    const told = toFollower(demand, { event, settled })
    if (told !== undefined) await tell(follower, told)
  }
  const { follows } = standing
  if (follows === null) return
  const told = toFollowed(demand, event)
  if (told !== undefined) await tell(follows.other, () => told, told.kind === 'urged' && by === callerId)
}

/** What the one that is followed is told of this event; undefined where it does not concern it. */
function toFollowed({ id, number }: DemandRecord['demand'], event: DemandEvent): ToldDemandEvent | undefined {
  switch (event.kind) {
    case 'unmerged':
    case 'withdrawn':
      return { kind: 'unmergedFrom', other: id, otherNumber: number, reason: event.reason }
    case 'urged': {
      // What one caller writes is not for the unit and the caller of another demand.
      const said = event.by === callerId ? '来电人催办。' : event.words
      return { kind: 'urged', words: `并入的诉求${number}：${said}`, level: event.level }
    }
    default:
      return undefined
  }
}

/** What one that follows is told of this event; undefined where it does not concern it. */
function toFollower(
  { id, number }: DemandRecord['demand'],
  { event, settled: { sampling } }: Appended,
): ((follower: DemandRecord) => ToldDemandEvent) | undefined {
  switch (event.kind) {
    case 'answered':
      return () => ({ kind: 'answered', words: event.words, following: number })
    case 'fedBack':
      return ({ demand }) => {
        const { words, resolution } = event
        const callBack = isSampled(demand, sampling)
        return { kind: 'fedBack', words, resolution, callBack, following: number }
      }
    case 'withdrawn':
      return () => ({ kind: 'unmerged', other: id, otherNumber: number, reason: `诉求${number}已撤回` })
    default:
      return undefined
  }
}
