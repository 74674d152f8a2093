import { mattersIn } from '../src/hotline/topics/finding.ts'
import { topicsIn } from '../src/hotline/topics/topic.ts'
import { traitsOf } from '../src/hotline/topics/traits.ts'
import { type Demand, demands } from './hotline/demands.ts'
import { line, p95 } from './measure.ts'

/** Topics over a small file and over a month of the city, the joining of one demand, and what is found of what was hidden. */
export async function run(): Promise<void> {
  const [small, month] = [demands(4000), demands(35_000)]
  topicsIn(small.slice(0, 500), 20)
  console.table([
    measured('topics over 4,000 messages', () => topicsIn(small, 20), 5000),
    measured('topics over 35,000 messages', () => topicsIn(month, 20), 60_000),
  ])
  const { matters, rarity } = mattersIn(month)
  const later = demands(300, 8)
  const joined = await p95(200, async at => {
    const message = later[at]
    if (message !== undefined) matters.join({ message, traits: traitsOf(message, rarity) })
  })
  console.table([line('joining one demand to 35,000, p95', joined, 50)])
  console.table(found(month))
  console.log(`memory: ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`)
}

/** The time that passed, and that of the processor alone: they part where other work goes on beside. */
function measured(what: string, work: () => unknown, limit: number) {
  const started = performance.now()
  const before = process.cpuUsage()
  work()
  const processor = `${Math.round(process.cpuUsage(before).user / 1000)} ms`
  return { ...line(what, performance.now() - started, limit), processor }
}

/** Of the pairs of demands that were put together, the share that belongs together, and the reverse. */
function found(all: readonly Demand[]) {
  const matterOf = new Map(all.map(({ id, matter }) => [id, matter]))
  const pairs = (count: number) => (count * (count - 1)) / 2
  let [together, right] = [0, 0]
  for (const { members } of mattersIn(all).matters.all) {
    together += pairs(members.length)
    const groups = Map.groupBy(members, ({ message }) => matterOf.get(message.id))
    for (const [matter, group] of groups) if (matter !== undefined) right += pairs(group.length)
  }
  const truth = Map.groupBy(all, ({ matter }) => matter)
  const hidden = [...truth].reduce(
    (sum, [matter, { length }]) => sum + (matter === undefined ? 0 : pairs(length)),
    0,
  )
  return [
    { what: 'pairs put together that belong together', figure: (right / together).toFixed(3) },
    { what: 'pairs that belong together, put together', figure: (right / hidden).toFixed(3) },
  ]
}
