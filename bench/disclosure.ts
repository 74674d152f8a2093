import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bringUp } from '../src/app/platform-up.ts'
import type { Work } from '../src/platform/work.ts'
import { build } from './disclosure/build.ts'
import { olderSiteLines } from './disclosure/older-site.ts'
import { pageLines } from './disclosure/pages.ts'
import { resultLines } from './disclosure/results.ts'
import { searchLines } from './disclosure/searching.ts'
import { stillLines } from './disclosure/still.ts'

const characters = 3000
/** So many items are copied as a static site. */
const copied = 3000

/**
 * The shelf against issue 5's figures: 300,000 items of 3,000 characters, or as many as are named
 * (`npm run bench -- disclosure 20000`). `GONGKAI_BENCH_DATA` names a folder in which the data stay for the next run.
 */
export async function run(items = Number(process.argv[3] ?? 300_000)): Promise<void> {
  process.env.GONGKAI_LOG = 'error'
  process.env.GONGKAI_RATE = '10000000'
  await withItems(Math.min(items, copied), undefined, async work => {
    console.table(await stillLines(work))
    console.table(await olderSiteLines(work))
  })
  await withItems(items, process.env.GONGKAI_BENCH_DATA, async (work, url) => {
    console.table(await searchLines(work))
    console.table(await pageLines(work))
    console.table(await resultLines(work, url))
  })
  process.exit(0)
}

/** A database with so many items, built where it is empty; kept where a folder is named for it. */
async function withItems(
  items: number,
  kept: string | undefined,
  measure: (work: Work, url: string) => Promise<void>,
): Promise<void> {
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'gongkai-bench-disclosure-'))
  const up = await bringUp({ dataDir, databaseUrl: undefined }, () => {})
  try {
    const url = readFileSync(join(dataDir, 'database-url'), 'utf8')
    if (await isEmpty(up.work)) {
      const began = performance.now()
      await build(up.work, url, { items, characters })
      console.log(`已建 ${items} 件信息：${((performance.now() - began) / 1000).toFixed(0)} 秒`)
    }
    await measure(up.work, url)
  } finally {
    await up.stop()
    if (kept === undefined) rmSync(dataDir, { recursive: true, force: true })
  }
}

async function isEmpty(work: Work): Promise<boolean> {
  const row = await work.db.selectFrom('disclosure_shelf').select('place').limit(1).executeTakeFirst()
  return row === undefined
}
