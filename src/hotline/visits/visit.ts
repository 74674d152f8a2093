import { type Refusal, refuse } from '../../statute/refusal.ts'

/** 现场核查: what somebody of the unit saw at the place of a demand. */
export interface Visit {
  /** Made on the phone before anything is sent: a second sending is known by it. */
  readonly key: string
  readonly seen: string
  /** When he was there, ISO 8601 in UTC. */
  readonly visitedAt: string
  /** How many photos follow, one by one. */
  readonly photos: number
}

/** The most photos of a visit, and the longest text. */
export const mostOfVisit = { photos: 9, seen: 2000 } as const

// A phone's clock goes wrong by minutes.
const aheadMinutes = 10
const minute = 60_000

/** Why a visit is not entered so, at this moment, on a demand that was filed then. */
export function refusalOfVisit(
  { seen, visitedAt }: Visit,
  { moment, filedAt }: { readonly moment: string; readonly filedAt: string },
): Refusal | undefined {
  if (seen.trim() === '') return refuse('请写明现场看到的情况。')
  const visited = Date.parse(visitedAt)
  if (visited > Date.parse(moment) + aheadMinutes * minute) return refuse('到现场的时间不能晚于现在。')
  // The phone shows minutes.
  if (visited < Math.floor(Date.parse(filedAt) / minute) * minute)
    return refuse('到现场的时间不能早于诉求登记的时间。')
  return undefined
}
