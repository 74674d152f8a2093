import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bringUp } from '../src/app/platform-up.ts'
import type { Work } from '../src/platform/work.ts'
import { build } from './disclosure/build.ts'
import { pageLines } from './disclosure/pages.ts'
import { searchLines } from './disclosure/searching.ts'

/**
 * The shelf against issue 5's figures: 300,000 items of 3,000 characters, or as many as are named
 * (`npm run bench -- disclosure 20000`). `GONGKAI_BENCH_DATA` names a folder in which the data stay for the next run.
 */
export async function run(items = Number(process.argv[3] ?? 300_000)): Promise<void> {
  process.env.GONGKAI_LOG = 'error'
  process.env.GONGKAI_RATE = '10000000'
  const kept = process.env.GONGKAI_BENCH_DATA
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'gongkai-bench-disclosure-'))
  const up = await bringUp({ dataDir, databaseUrl: undefined }, () => {})
  try {
    const url = readFileSync(join(dataDir, 'database-url'), 'utf8')
    if (await isEmpty(up.work)) {
      const began = performance.now()
      await build(up.work, url, { items, characters: 3000 })
      console.log(`已建 ${items} 件信息：${((performance.now() - began) / 1000).toFixed(0)} 秒`)
    }
    const search = await searchLines(up.work)
    console.table(search)
    console.table(await pageLines(up.work))
  } finally {
    await up.stop()
    if (kept === undefined) rmSync(dataDir, { recursive: true, force: true })
  }
  process.exit(0)
}

async function isEmpty(work: Work): Promise<boolean> {
  const row = await work.db.selectFrom('disclosure_shelf').select('place').limit(1).executeTakeFirst()
  return row === undefined
}
