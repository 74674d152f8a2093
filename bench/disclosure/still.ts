import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportSite } from '../../src/app/commands/export-site.ts'
import type { Work } from '../../src/platform/work.ts'

/**
 * A copy of the site that needs no server: pages a second, each written twice, in usual type and in 长辈版, with both
 * indexes of the search; Word, PDF and text are left out, for they take most of the time of a copy that holds them.
 */
export async function stillLines(work: Work) {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-still-'))
  try {
    const done = await exportSite(work, join(folder, 'site'), { renderings: false, say: () => {} })
    const rate = done.pages / done.seconds
    const what = `static copy of ${done.items} items and ${done.results} results: ${done.pages} pages`
    return [
      { what, figure: `${rate.toFixed(0)} pages a second`, ratio: `${(rate / 300).toFixed(2)}, at least 1` },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
