import { chance } from '../../../hotline/chance.ts'
import { addDays, type Day } from '../../../statute/day.ts'
import { type Grievance, grievances, seasonal } from '../texts/grievances.ts'
import { aPlace } from '../texts/words.ts'

/** When and by whom is called: a day of the year that is told. */
interface Asked {
  readonly on: Day
  readonly from: Day
  readonly draw: () => number
}

/** A hot matter: one place, one grievance, so many days of the year, and its share of what comes in them. */
interface HotMatter {
  readonly place: string
  readonly subject: string
  readonly fromDay: number
  readonly untilDay: number
  readonly share: number
  /** Its share afterwards; none where that is left out. */
  readonly shareAfter?: number
}

/** Hardly comes any more once its cause was removed: the project that did it is told in `project.ts`, its effect is in the numbers. */
export const governed: HotMatter = {
  ...{
    place: '鹿鸣花园12号',
    subject: '电梯停运',
    fromDay: 20,
    untilDay: 210,
    share: 0.05,
    shareAfter: 0.004,
  },
}

const hotMatters: readonly HotMatter[] = [
  { place: '青禾小区3号', subject: '地下车库积水', fromDay: 100, untilDay: 160, share: 0.06 },
  { place: '云川大道120号', subject: '夜间施工噪声扰民', fromDay: 200, untilDay: 270, share: 0.06 },
  governed,
]

/** What a caller of that day calls about, and where. */
export function aboutWhat({ on, from, draw }: Asked): {
  readonly grievance: Grievance
  readonly place: string
} {
  let share = draw()
  for (const { place, subject, fromDay, untilDay, share: during, shareAfter = 0 } of hotMatters) {
    const grievance = grievances.find(each => each.subject === subject)
    if (grievance === undefined || on < addDays(from, fromDay)) continue
    const own = on > addDays(from, untilDay) ? shareAfter : during
    if (share < own) return { grievance, place }
    share -= own
  }
  return { grievance: chosen(on, draw), place: aPlace(draw) }
}

/** What people called about in the year before: the lifts that were governed since broke down all the year, and no two years are alike. */
export function aboutWhatBefore(
  on: Day,
  draw: () => number,
): { readonly grievance: Grievance; readonly place: string } {
  const lifts = grievances.find(({ subject }) => subject === governed.subject)
  if (lifts !== undefined && draw() < governed.share / 2) return { grievance: lifts, place: governed.place }
  return { grievance: chosen(on, draw, shareBefore), place: aPlace(draw) }
}

/** How often it was called about in the year before, against this year. */
const shareBefore = grievances.map((_, at) => 0.75 + 0.6 * chance(at + 1)())

function chosen(on: Day, draw: () => number, shares: readonly number[] = []): Grievance {
  const month = Number(on.slice(5, 7)) - 1
  const weights = grievances.map(
    ({ weight, season }, at) => weight * (seasonal[season][month] ?? 1) * (shares[at] ?? 1),
  )
  let left = draw() * weights.reduce((sum, each) => sum + each, 0)
  for (const [at, weight] of weights.entries()) {
    left -= weight
    const grievance = grievances[at]
    if (left < 0 && grievance !== undefined) return grievance
  }
  throw new RangeError('nothing to choose from')
}
