import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bringUp } from '../src/app/platform-up.ts'
import { build } from './disclosure/build.ts'

/** The shelf with 300,000 items of 3,000 characters: search, pages, publication and import against issue 5's figures. */
export async function run(items = Number(process.argv[3] ?? 300_000)): Promise<void> {
  process.env.GONGKAI_LOG = 'error'
  const kept = process.env.GONGKAI_BENCH_DATA
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'gongkai-bench-disclosure-'))
  const up = await bringUp({ dataDir, databaseUrl: undefined }, () => {})
  try {
    const url = readFileSync(join(dataDir, 'database-url'), 'utf8')
    const began = performance.now()
    await build(up.work, url, { items, characters: 3000 })
    console.log(`已建 ${items} 件：${((performance.now() - began) / 1000).toFixed(0)} 秒`)
  } finally {
    await up.stop()
    if (kept === undefined) rmSync(dataDir, { recursive: true, force: true })
  }
}
