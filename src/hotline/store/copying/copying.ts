import { withoutKeys } from '../../../platform/copying/keys.ts'
import { Copying } from '../../../platform/copying/rows.ts'
import type { Work } from '../../../platform/work.ts'
import type { CopiedDemands, WholeDemand } from '../../copying/whole.ts'
import { sumFacts } from '../figures/sums.ts'
import { type CopyingWith, copiedTables, withStanding } from './tables.ts'

/** Copies a slice of demands with their histories, on connections of its own; several slices may be copied at a time. */
export async function copySliceRows(
  url: string,
  told: Iterable<WholeDemand>,
  by: CopyingWith,
): Promise<CopiedDemands> {
  const ways = await Promise.all(
    copiedTables(by).map(async each => ({ rows: each.rows, copying: await Copying.open(url, each) })),
  )
  const lastNumbers: Record<string, number> = {}
  let [demands, events] = [0, 0]
  try {
    for (const each of told) {
      const whole = withStanding(each)
      demands++
      events += whole.events.length
      count(lastNumbers, whole)
      for (const { rows, copying } of ways) {
        for (const row of rows(whole)) {
          const room = copying.add(row)
          if (room !== undefined) await room
        }
      }
    }
    await Promise.all(ways.map(({ copying }) => copying.end()))
  } catch (cause) {
    await Promise.all(ways.map(({ copying }) => copying.giveUp()))
    throw cause
  }
  return { demands, events, lastNumbers }
}

/** The last number of each hotline's day: the verbs go on from there. */
function count(last: Record<string, number>, { demand: { agency, number } }: WholeDemand): void {
  const [day = '', within = ''] = number.split('-')
  const key = `${agency} ${day}`
  last[key] = Math.max(last[key] ?? 0, Number(within))
}

/** Copies slices while the keys of the tables are away, and keeps the numbers of their days. */
export async function copyingSlices(
  { work, url }: { readonly work: Work; readonly url: string },
  copy: () => Promise<readonly CopiedDemands[]>,
): Promise<Omit<CopiedDemands, 'lastNumbers'>> {
  const slices = await withoutKeys(url, tables, copy)
  const last = new Map<string, number>()
  for (const { lastNumbers } of slices) {
    for (const [key, number] of Object.entries(lastNumbers))
      last.set(key, Math.max(last.get(key) ?? 0, number))
  }
  await keepNumbers(work, last)
  await sumFacts(work)
  const sum = (count: (slice: CopiedDemands) => number) =>
    slices.reduce((all, slice) => all + count(slice), 0)
  return { demands: sum(({ demands }) => demands), events: sum(({ events }) => events) }
}

const tables = [
  ...['hotline_demands', 'hotline_callers', 'hotline_events', 'hotline_standings'],
  ...['hotline_co_handlers', 'hotline_words', 'hotline_demand_categories', 'hotline_facts'],
]

async function keepNumbers(work: Work, lastNumbers: ReadonlyMap<string, number>): Promise<void> {
  const rows = [...lastNumbers].map(([key, last]) => {
    const [agency = '', day = ''] = key.split(' ')
    return { agency, day: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`, last }
  })
  for (let at = 0; at < rows.length; at += 1000) {
    await work.db
      .insertInto('hotline_numbers')
      .values(rows.slice(at, at + 1000))
      .execute()
  }
}
