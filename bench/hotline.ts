import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bringUp, type Up } from '../src/app/platform-up.ts'
import { tellLargeCity, wholeCity } from '../src/demo/hotline/city/tell-city.ts'
import { dayOf } from '../src/statute/day.ts'
import { figureLines } from './hotline/figures.ts'
import { helpingLines } from './hotline/helping.ts'
import { queueLines } from './hotline/queue.ts'
import { registeringLines } from './hotline/registering.ts'

const until = dayOf('2026-01-20')

/**
 * The hotline with three years of a city against issue 6's figures: 1,266,000 demands and 8 million events, or as many
 * demands as are named (`npm run bench -- hotline 60000`). `GONGKAI_BENCH_DATA` names a folder in which the data stay.
 */
export async function run(demands = Number(process.argv[3] ?? wholeCity.demands)): Promise<void> {
  process.env.GONGKAI_LOG = 'error'
  process.env.GONGKAI_RATE = '10000000'
  process.env.GONGKAI_TODAY = until
  const kept = process.env.GONGKAI_BENCH_DATA
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'gongkai-bench-hotline-'))
  const up = await bringUp({ dataDir, databaseUrl: undefined }, () => {})
  try {
    await build(up, dataDir, demands)
    console.table(await queueLines(up))
    console.table(await figureLines(up))
    console.table(await registeringLines(up))
    console.table(await helpingLines(up))
  } finally {
    await up.stop()
    if (kept === undefined) rmSync(dataDir, { recursive: true, force: true })
  }
  process.exit(0)
}

async function build({ work }: Up, dataDir: string, demands: number): Promise<void> {
  if ((await work.db.selectFrom('agencies').select('code').limit(1).executeTakeFirst()) !== undefined) return
  const url = readFileSync(join(dataDir, 'database-url'), 'utf8')
  const began = performance.now()
  const told = await tellLargeCity(work, {
    ...{ url, until, sealing: { dataDir } },
    size: { demands, days: wholeCity.days },
  })
  const seconds = (performance.now() - began) / 1000
  const what = `${told.demands} demands and ${told.events} events told by COPY`
  const ratio = `${(seconds / 180).toFixed(2)} of 180 s`
  console.table([{ what, figure: `${seconds.toFixed(0)} s`, ratio }])
}
