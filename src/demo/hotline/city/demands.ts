import { hash } from 'node:crypto'
import { chance } from '../../../hotline/chance.ts'
import type { WholeDemand } from '../../../hotline/copying/whole.ts'
import { type DemandChannel, demandIdOf } from '../../../hotline/demand.ts'
import { momentOf } from '../../../hotline/working-time.ts'
import { theCalendar } from '../../../statute/calendar.ts'
import { addDays, type Day, dayNumber } from '../../../statute/day.ts'
import { categoryOfSubject } from '../texts/categories.ts'
import { type Grievance, grievances, seasonal } from '../texts/grievances.ts'
import { aCaller, aPlace, inItsArea, oneOf, saidOf } from '../texts/words.ts'
import { courseOf } from './course.ts'
import { busyDays, minuteAt } from './days.ts'

/** How large the city is: demands in all, over so many days up to `until`. */
export interface CitySize {
  readonly demands: number
  readonly days: number
  /** The last day; its demands after three in the afternoon have not come yet. */
  readonly until: Day
  /** The hotline, and the units that handle beside those of the texts. */
  readonly agency: string
  readonly units: readonly string[]
  readonly seed: number
}

/** Share of the demands that go to a unit: 109,000 of 422,000. */
const toUnits = 109 / 422
/** Share of the dispatched that belong to a hot matter: one place, one grievance, two months. */
const hot = 0.12
const channels: readonly (readonly [DemandChannel, number])[] = [
  ...([
    ['phone', 0.72],
    ['weChat', 0.84],
    ['app', 0.9],
    ['web', 0.95],
    ['superior', 0.98],
  ] as const),
  ...([
    ['letter', 0.99],
    ['sms', 1],
  ] as const),
]
const nowAt = 15 * 60
const daysOfSlice = 60
/** Later demands wait for their dispatch: their limits would end in a year without its notice. */
const lastDispatched = `${Math.max(...theCalendar.years.keys())}-12-05`

/** The days of a city, in slices that are told apart from each other: each is always the same for the same seed. */
export function citySlices({ demands, days, until, seed }: CitySize): CitySlice[] {
  const all = busyDays(addDays(until, 1 - days), until, demands)
  const count = Math.ceil(days / daysOfSlice)
  return Array.from({ length: count }, (_, at) => ({
    seed: seed * 1000 + at + 1,
    days: all.slice(at * daysOfSlice, (at + 1) * daysOfSlice),
  }))
}

/** Some days of a city, and by what they are drawn. */
export interface CitySlice {
  readonly seed: number
  readonly days: readonly { readonly on: Day; readonly demands: number }[]
}

/** The demands of a slice in the order of their numbers. */
export function* demandsOf(size: CitySize, { seed, days }: CitySlice): Generator<WholeDemand> {
  const draw = chance(seed)
  const until = dayNumber(size.until) * 1440 + nowAt
  const drawing = { draw, until, size, ...pools(draw) }
  for (const { on, demands } of days) {
    const day = dayNumber(on) * 1440
    for (let at = 0; at < demands; at++) {
      const share = (at + 0.5) / demands
      const minute = on === size.until ? Math.floor(share * nowAt) : minuteAt(share)
      const number = `${on.replaceAll('-', '')}-${String(at + 1).padStart(5, '0')}`
      yield oneDemand({ ...drawing, on, filed: day + minute, number })
    }
  }
}

interface Drawing {
  readonly draw: () => number
  readonly until: number
  readonly size: CitySize
  readonly choose: (direct: boolean, month: number) => Grievance
  readonly matters: readonly { readonly place: string; readonly grievance: Grievance }[]
}

interface Drawn extends Drawing {
  readonly on: Day
  readonly filed: number
  readonly number: string
}

function oneDemand(drawn: Drawn): WholeDemand {
  const { draw, size, on, filed, number, until } = drawn
  const direct = draw() >= toUnits
  const { grievance, place, matter } = aboutWhat(drawn, direct)
  const filedAt = momentOf(filed)
  const id = demandIdOf({ number, filedAt }, hash('sha256', `${size.seed} ${number}`).slice(0, 12))
  const confidential = draw() < 0.04
  const demand = {
    ...{ id, number, agency: size.agency, type: grievance.type, channel: aChannel(draw) },
    ...{
      urgency: grievance.urgency,
      ...saidOf(grievance, place, draw),
      place: inItsArea(place),
      confidential,
    },
    filedAt,
  }
  const unit = direct ? null : draw() < 0.8 || matter ? grievance.unit : oneOf(size.units, draw)
  return {
    demand,
    caller: aCaller(Math.floor(draw() ** 1.3 * size.demands * 0.6)),
    trackingHash: hash('sha256', `${size.seed} ${id}`),
    category: categoryOfSubject.get(grievance.subject),
    events: courseOf({
      ...{ demand, grievance, filed, units: size.units, unit, draw },
      until: on > lastDispatched ? Math.min(until, filed + 3) : until,
    }),
  }
}

function aboutWhat({ draw, choose, matters, on }: Drawn, direct: boolean) {
  const month = Number(on.slice(5, 7)) - 1
  const matter = direct || draw() >= hot ? undefined : matters[Math.floor(draw() ** 2 * matters.length)]
  return matter === undefined
    ? { grievance: choose(direct, month), place: aPlace(draw), matter: false }
    : { ...matter, matter: true }
}

/** By what is chosen: grievances by their weight in the month, and the hot matters of the slice. */
function pools(draw: () => number): Pick<Drawing, 'choose' | 'matters'> {
  const byMonth = (direct: boolean) =>
    Array.from({ length: 12 }, (_, month) => {
      let sum = 0
      return grievances
        .filter(({ unit }) => (unit === null) === direct)
        .map(grievance => {
          sum += grievance.weight * (seasonal[grievance.season][month] ?? 1)
          return { grievance, upTo: sum }
        })
    })
  const tables = { direct: byMonth(true), sent: byMonth(false) }
  const choose = (direct: boolean, month: number) => {
    const table = tables[direct ? 'direct' : 'sent'][month] ?? []
    const share = draw() * (table.at(-1)?.upTo ?? 0)
    const found = table.find(({ upTo }) => share < upTo)
    if (found === undefined) throw new RangeError('nothing to choose from')
    return found.grievance
  }
  const matters = Array.from({ length: 6 }, (_, at) => ({
    ...{ place: aPlace(draw), grievance: choose(false, (at * 2) % 12) },
  }))
  return { choose, matters }
}

function aChannel(draw: () => number): DemandChannel {
  const share = draw()
  return channels.find(([, upTo]) => share < upTo)?.[0] ?? 'phone'
}
