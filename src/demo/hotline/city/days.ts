import { addDays, type Day, weekdayOf } from '../../../statute/day.ts'
import { seasonal } from '../texts/grievances.ts'

/** How many arrive in each hour of a day, in thousandths. */
const hours = [
  ...[8, 5, 4, 3, 4, 8, 18, 40, 78, 92, 86, 70],
  ...[44, 52, 74, 76, 70, 58, 44, 40, 38, 36, 30, 22],
]

/** The minute of the day at which this share of the day's demands has arrived. */
export function minuteAt(share: number): number {
  const all = hours.reduce((sum, each) => sum + each, 0)
  let left = share * all
  for (const [hour, each] of hours.entries()) {
    if (left < each) return hour * 60 + Math.floor((left / each) * 60)
    left -= each
  }
  return 24 * 60 - 1
}

/** The days with how many demands each takes: seasons and weekends, `total` in all. */
export function busyDays(
  from: Day,
  until: Day,
  total: number,
): { readonly on: Day; readonly demands: number }[] {
  const weights: { on: Day; weight: number }[] = []
  for (let on = from; on <= until; on = addDays(on, 1)) {
    const month = Number(on.slice(5, 7)) - 1
    const { winter, summer, rain } = seasonal
    const season = 1 + ((winter[month] ?? 1) + (summer[month] ?? 1) + (rain[month] ?? 1)) / 12
    weights.push({ on, weight: season * (weekdayOf(on) % 6 === 0 ? 0.7 : 1) })
  }
  const all = weights.reduce((sum, { weight }) => sum + weight, 0)
  let [passed, told] = [0, 0]
  return weights.map(({ on, weight }) => {
    passed += weight
    const demands = Math.round((total * passed) / all) - told
    told += demands
    return { on, demands }
  })
}
