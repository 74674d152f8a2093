import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bringUp } from '../src/app/platform-up.ts'
import { build } from './disclosure/build.ts'
import { olderSiteLines } from './disclosure/older-site.ts'
import { resultLines } from './disclosure/results.ts'
import { stillLines } from './disclosure/still.ts'

/** Results in bulk, the copy of a site of 3,000 items and the moving in of an older one, without the 300,000 of `disclosure`. `GONGKAI_BENCH_DATA` names a folder in which the data stay. */
export async function run(): Promise<void> {
  process.env.GONGKAI_LOG = 'error'
  const kept = process.env.GONGKAI_BENCH_DATA
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'gongkai-bench-results-'))
  const up = await bringUp({ dataDir, databaseUrl: undefined }, () => {})
  try {
    const url = readFileSync(join(dataDir, 'database-url'), 'utf8')
    const some = await up.work.db.selectFrom('disclosure_shelf').select('place').limit(1).executeTakeFirst()
    if (some === undefined) {
      await build(up.work, url, { items: 3000, characters: 3000 })
      console.table(await stillLines(up.work))
      console.table(await olderSiteLines(up.work))
    }
    console.table(await resultLines(up.work, url))
  } finally {
    await up.stop()
    if (kept === undefined) rmSync(dataDir, { recursive: true, force: true })
  }
  process.exit(0)
}
