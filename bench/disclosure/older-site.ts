import { mkdtempSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aPage, aZip } from '../../src/disclosure/act/importing/a-site.ts'
import { withBelow } from '../../src/disclosure/act/importing/asking.ts'
import { runSite } from '../../src/disclosure/act/importing/site-run.ts'
import { siteFiles } from '../../src/disclosure/read/site/files.ts'
import { agencyTree, theSystem } from '../../src/office/agencies.ts'
import type { Work } from '../../src/platform/work.ts'
import { agencies, lastDay } from './items.ts'
import { wordDrawer } from './text.ts'

const pages = 2000
const characters = 3000

/**
 * Moving in from an older site: an archive of pages with bodies of 3,000 characters, read without keeping and then kept. Nearly
 * all of the time of keeping is the search's: each page brings some two thousand pairs of characters into the index of words.
 */
export async function olderSiteLines(work: Work) {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-site-'))
  const path = join(folder, 'site.zip')
  await writeFile(path, aZip(sitePages()))
  try {
    const said = []
    for (const [what, keep] of [
      ['read without keeping', false],
      ['moved in', true],
    ] as const) {
      const began = performance.now()
      const { items } = await runWhole(work, path, keep)
      const rate = pages / ((performance.now() - began) / 1000)
      said.push({
        what: `older site of ${pages} pages: ${items} items ${what}`,
        figure: `${rate.toFixed(0)} pages a second`,
        ratio: '',
      })
    }
    return said
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function runWhole(work: Work, path: string, keep: boolean) {
  const files = await siteFiles(path)
  const agency = agencies[0] ?? ''
  const tree = await agencyTree(work)
  const site = { files, agency, source: `演示旧站${path}`, mapping: {}, by: theSystem, today: lastDay, tree }
  const telling = { fault: () => {}, progress: () => {} }
  try {
    return await runSite(work, { ...site, mayBe: withBelow(agency, tree) }, { keep, telling })
  } finally {
    await files.close()
  }
}

function sitePages(): Record<string, Uint8Array> {
  const draw = wordDrawer(20260121)
  const text = (length: number) => {
    let said = ''
    while (said.length < length) said += draw()
    return said.slice(0, length)
  }
  const page = (at: number) =>
    aPage({
      title: `关于${text(12)}的通知（之${at}）`,
      published: `2023-${String(1 + (at % 12)).padStart(2, '0')}-05 09:30`,
      body: Array.from({ length: 10 }, () => `<p class="MsoNormal">${text(characters / 10)}</p>`).join(''),
    })
  return Object.fromEntries(Array.from({ length: pages }, (_, at) => [`art/${at}.html`, page(at)]))
}
