import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bringUp } from '../src/app/platform-up.ts'
import { resultLines } from './disclosure/results.ts'

/** Results in bulk alone, without the 300,000 items of `disclosure`. `GONGKAI_BENCH_DATA` names a folder in which the data stay. */
export async function run(): Promise<void> {
  process.env.GONGKAI_LOG = 'error'
  const kept = process.env.GONGKAI_BENCH_DATA
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'gongkai-bench-results-'))
  const up = await bringUp({ dataDir, databaseUrl: undefined }, () => {})
  try {
    console.table(await resultLines(up.work, readFileSync(join(dataDir, 'database-url'), 'utf8')))
  } finally {
    await up.stop()
    if (kept === undefined) rmSync(dataDir, { recursive: true, force: true })
  }
  process.exit(0)
}
