import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { bringUp } from '../src/app/platform-up.ts'
import { cellRequests, countedYear } from '../src/foi/act/figures/count.ts'
import { caseView } from '../src/foi/act/views/case.ts'
import { type Reading, register } from '../src/foi/act/views/register.ts'
import type { Work } from '../src/platform/work.ts'
import { dayOf } from '../src/statute/day.ts'
import { build, busiest, size } from './foi/build.ts'
import { line, p95 } from './measure.ts'

const today = dayOf('2025-12-31')
const span = { agency: busiest, from: dayOf('2025-01-01'), until: today }
const readOf = (agency: string): Reading['reader'] => ({
  ...{ id: 'bench', name: '演测速' },
  grants: [{ role: 'officer', agency }],
})

/** 200,000 requests with 2,000,000 events: the list, a case, a year's count and a cell, at p95, against issue 4's limits. */
export async function run(): Promise<void> {
  process.env.GONGKAI_LOG = 'error'
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-bench-foi-'))
  const up = await bringUp({ dataDir, databaseUrl: undefined }, () => {})
  try {
    const began = performance.now()
    await build(up.work, up.secrets)
    console.log(
      `已建 ${size.requests} 件申请、${size.requests * size.eventsEach} 条经过：${seconds(began)} 秒`,
    )
    console.table(await measured(up.work, { reader: readOf(busiest), today, secrets: up.secrets }))
  } finally {
    await up.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function measured(work: Work, reading: Reading) {
  const open = { state: 'open', sort: 'due', descending: false, size: 50 } as const
  const first = performance.now()
  const { total } = await register(work, { ...open, page: 1 }, reading)
  const cold = performance.now() - first
  const pages = Math.ceil(total / open.size)
  const list = await p95(100, at => register(work, { ...open, page: (at % pages) + 1 }, reading))
  const byDay = await p95(100, at =>
    register(work, { ...open, sort: 'received', page: (at % pages) + 1 }, reading),
  )
  const one = await p95(200, at => caseView(work, idOf(2 * (1 + at * 487)), reading))
  const plain = await p95(20, () => plainCount(work))
  const count = await p95(20, () => countedYear(work, span))
  const cell = await p95(100, at =>
    cellRequests(work, span, { rows: ['granted'], page: 1 + (at % 20), size: 50 }),
  )
  const all = await p95(100, () => cellRequests(work, span, { rows: ['received'], page: 1, size: 50 }))
  return [
    line(`${total} open ones by due day, a page of 50, first time`, cold),
    line('the same, p95', list, 50),
    line('open ones by day of receipt, p95', byDay, 50),
    line('one case page, p95', one, 30),
    line('plain SQL aggregate over the same rows, p95', plain),
    { ...line("the year's count, p95", count, 2000), ratio: `${(count / plain).toFixed(2)} × plain, of 2` },
    line('a cell opened, p95', cell, 50),
    line('the largest cell opened, p95', all, 50),
  ]
}

/** The same rows grouped, without saying in which row of the form each stands. */
function plainCount(work: Work) {
  return sql`select applicant_kind, result_row, count(*) from foi_standings
    where agency = ${span.agency} and not round and received_on <= ${span.until}
      and (outcome_on is null or outcome_on >= ${span.from})
    group by applicant_kind, result_row`.execute(work.db)
}

function idOf(number: number): string {
  return `00000000-0000-4000-8000-${(number % size.requests).toString(16).padStart(12, '0')}`
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1)
}
