import type { Up } from '../../src/app/platform-up.ts'
import { must } from '../../src/demo/tell.ts'
import { whoIsWho } from '../../src/demo/who.ts'
import { demandView } from '../../src/hotline/act/views/demand.ts'
import { demandsCsv } from '../../src/hotline/act/views/export.ts'
import { demandQueue, type QueueAsked } from '../../src/hotline/act/views/queue.ts'
import { momentToday } from '../../src/platform/clock.ts'
import { line, p95 } from '../measure.ts'

const runs = 60
const page = { page: 1, size: 20 } as const

interface Case {
  readonly what: string
  readonly asked: QueueAsked
  readonly limit: number
  readonly unit?: boolean
}

const queues: readonly Case[] = [
  { what: 'open queue by due time', asked: { ...page, state: 'open', sort: 'due' }, limit: 30 },
  { what: 'its tenth page', asked: { page: 10, size: 20, state: 'open', sort: 'due' }, limit: 30 },
  { what: "a unit's open queue", asked: { ...page, state: 'open', sort: 'due' }, limit: 30, unit: true },
  { what: 'those that are over', asked: { ...page, warned: 'over', sort: 'due' }, limit: 30 },
  { what: 'waiting for dispatch', asked: { ...page, state: 'registered', sort: 'filed' }, limit: 30 },
  { what: 'all demands by due time', asked: { ...page, sort: 'due' }, limit: 30 },
  { what: 'closed praise, newest first', asked: { ...page, type: 'praise', sort: '-filed' }, limit: 30 },
  {
    what: 'closed of one unit',
    asked: { ...page, state: 'closed', unit: 'yunchuan-housing', sort: '-filed' },
    limit: 30,
  },
  { what: 'the last page that is paged to', asked: { page: 500, size: 20, sort: '-filed' }, limit: 30 },
]

const words: readonly (readonly [string, string])[] = [
  ['search: a common word', '供暖'],
  ['search: a rare place', '青杉小区7号'],
  ['search: two words', '噪声 花园'],
  ['search: one character', '灯'],
  ['search: a number', '20251224-00031'],
  ['search: what nobody said', '驼鹿'],
]

/** Queues, the search, a demand's page and the export, at p95. */
export async function queueLines({ work, secrets }: Up) {
  const who = await whoIsWho(work)
  const reader = who('supervisor', 'yunchuan')
  const moment = momentToday()
  const lines = []
  for (const { what, asked, limit, unit } of queues) {
    const seeing = { reader: unit ? who('handlingUnit', 'yunchuan-housing') : reader, moment }
    const { total, more } = await demandQueue(work, asked, seeing)
    const taken = await p95(runs, () => demandQueue(work, asked, seeing))
    lines.push(line(`${what}, ${more ? 'more than ' : ''}${total}`, taken, limit))
  }
  for (const [what, q] of words) {
    const asked = { ...page, q, sort: '-filed' } as const
    const { total, more } = await demandQueue(work, asked, { reader, moment })
    const taken = await p95(runs, () => demandQueue(work, asked, { reader, moment }))
    lines.push(line(`${what}, ${more ? 'more than ' : ''}${total}`, taken, 15))
  }
  const some = await work.db
    .selectFrom('hotline_standings')
    .select('demand')
    .orderBy('demand')
    .limit(500)
    .execute()
  const seen = await p95(200, at => demandView(work, some[at * 2]?.demand ?? '', { reader, moment, secrets }))
  return [...lines, line('a demand page', seen, 30), await exported({ work, secrets }, { reader, moment })]
}

/** All demands as CSV: how fast, and how much more memory at its highest than before. */
async function exported({ work }: Pick<Up, 'work' | 'secrets'>, seeing: Parameters<typeof demandsCsv>[2]) {
  const [began, before] = [performance.now(), process.memoryUsage().rss]
  let [rows, most] = [0, before]
  for await (const piece of must(await demandsCsv(work, { ...page, sort: '-filed' }, seeing))) {
    rows += piece.split('\r\n').length - 1
    most = Math.max(most, process.memoryUsage().rss)
  }
  const seconds = (performance.now() - began) / 1000
  return {
    ...{ what: `export of ${rows} rows`, figure: `${seconds.toFixed(0)} s` },
    ratio: `${Math.round((most - before) / 2 ** 20)} MB more memory`,
  }
}
