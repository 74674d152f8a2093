import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Hono } from 'hono'
import type { AppEnv } from '../../../office/env.ts'
import { setting } from '../../../platform/settings.ts'
import type { Work } from '../../../platform/work.ts'
import { page } from '../../../web/layout.ts'
import { baseOf } from '../../../web/page-view.ts'
import { paths } from '../../../web/paths.ts'
import { everyItem, fileEndings, wordsOf } from '../../store/shelf/whole.ts'
import { type Places, placesOf } from './places.ts'
import { rewritten } from './rewriting.ts'
import { SearchIndex } from './search-index.ts'
import { stillSearchForm, stillSearchPage } from './search-page.ts'

/** What a copy of the site holds. */
export interface StillSite {
  readonly pages: number
  readonly files: number
  readonly items: number
  readonly bytes: number
  /** Addresses that a page leads to and the site did not answer; the copy says so at their place. */
  readonly unanswered: readonly string[]
}

/** Where the copy is written to, what answers its pages, and who hears how far it has come. */
export interface StillAsked {
  readonly folder: string
  /** The public pages, with `still` and the database set in their context. */
  readonly site: Hono<AppEnv>
  readonly say: (pages: number) => void
}

/** So many pages are made at once: the database works while this process writes. */
const atOnce = 8
/** After so many pages it is said how far the copy has come. */
const tellEvery = 100
const block = 500

/** Writes all public pages of disclosure into the folder, which is empty, as a site that needs no server. */
export async function writeStillSite(work: Work, asked: StillAsked): Promise<StillSite> {
  const places = placesOf(await fileEndings(work))
  const items = await everyItem(work)
  const copy = new Copy(asked, places)
  copy.lead([paths.disclosure(), paths.catalogue(), paths.documents(), paths.guide(), paths.rules()])
  copy.lead(items.map(({ item }) => paths.item(item)))
  await copy.finish()
  await mkdir(join(asked.folder, 'search-index'))
  const index = new SearchIndex(join(asked.folder, 'search-index'))
  const open = items.filter(({ gone }) => !gone).map(({ item }) => item)
  for (let at = 0; at < open.length; at += block) {
    const words = await wordsOf(work, open.slice(at, at + block))
    await index.add(words.map(each => ({ ...each, file: places.fileOf(paths.item(each.item)) ?? '' })))
  }
  await index.close()
  await writeSearchPage(work, copy)
  return { ...copy.told(), items: items.length }
}

async function writeSearchPage(work: Work, copy: Copy): Promise<void> {
  const site = await setting(work.db, 'site')
  const base = baseOf(site, 'http://localhost/')
  const view = { title: '搜索', site, path: paths.search(), base, largeType: false, still: true }
  const made = String(await page(view, stillSearchPage()))
  await copy.writePage('search.html', made, text =>
    text
      .replace('<div id="still-search-place"></div>', stillSearchForm)
      .replace('</body>', '<script src="assets/still.js"></script></body>'),
  )
}

/** The copy while it is made: what was written, and what is still to be. */
class Copy {
  readonly #asked: StillAsked
  readonly #places: Places
  readonly #known = new Set<string>()
  readonly #waiting: string[] = []
  readonly #folders = new Set<string>()
  readonly #unanswered: string[] = []
  #pages = 0
  #files = 0
  #bytes = 0

  constructor(asked: StillAsked, places: Places) {
    this.#asked = asked
    this.#places = places
  }

  /** These addresses are wanted; each file of the copy is made once. */
  lead(addresses: readonly string[]): void {
    for (const address of addresses) {
      const file = this.#places.fileOf(address)
      if (file === undefined || this.#known.has(file) || /^(assets\/|search\.html)/.test(file)) continue
      this.#known.add(file)
      this.#waiting.push(address)
    }
  }

  /** Makes all that is wanted, and what that leads to. */
  async finish(): Promise<void> {
    // In the order in which they were found, so that the long rows of pages of many lists are walked side by side.
    for (let next = 0, told = 0; next < this.#waiting.length; ) {
      const batch = this.#waiting.slice(next, next + atOnce)
      next += batch.length
      await Promise.all(batch.map(address => this.#make(address)))
      if (this.#pages - told < tellEvery) continue
      told = this.#pages
      this.#asked.say(told)
    }
    this.#asked.say(this.#pages)
  }

  async #make(address: string): Promise<void> {
    const file = this.#places.fileOf(address)
    if (file === undefined) return
    const answer = await this.#asked.site.request(address)
    const html = answer.headers.get('content-type')?.startsWith('text/html') ?? false
    if (answer.status !== 200 && answer.status !== 410) this.#unanswered.push(address)
    if (html) return this.writePage(file, await answer.text())
    this.#files++
    await this.#write(file, new Uint8Array(await answer.arrayBuffer()))
  }

  /** Writes a page with links that lead within the copy. */
  async writePage(file: string, text: string, more = (made: string) => made): Promise<void> {
    const made = rewritten(text, file, this.#places)
    this.lead(made.leadsTo)
    this.#pages++
    await this.#write(file, Buffer.from(more(made.page)))
  }

  async #write(file: string, bytes: Uint8Array): Promise<void> {
    const target = join(this.#asked.folder, file)
    const folder = dirname(target)
    if (!this.#folders.has(folder)) {
      await mkdir(folder, { recursive: true })
      this.#folders.add(folder)
    }
    this.#bytes += bytes.length
    await writeFile(target, bytes)
  }

  /** What was written. */
  told(): Omit<StillSite, 'items'> {
    return { pages: this.#pages, files: this.#files, bytes: this.#bytes, unanswered: this.#unanswered }
  }
}
