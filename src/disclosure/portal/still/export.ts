import { today } from '../../../platform/clock.ts'
import { gathered } from '../../../platform/gathering.ts'
import type { Site } from '../../../platform/settings.ts'
import type { Work } from '../../../platform/work.ts'
import { inChinese } from '../../../statute/day.ts'
import { page } from '../../../web/layout.ts'
import { baseOf } from '../../../web/page-view.ts'
import { paths } from '../../../web/paths.ts'
import { hasRows, itemForms } from '../../forms.ts'
import { resultCounts } from '../../store/rows/public.ts'
import { shelfItem } from '../../store/shelf/item.ts'
import { everyItem, fileEndings } from '../../store/shelf/whole.ts'
import { paperOf } from '../item/paper.ts'
import { type Beside, Copy, type StillAsked, type Written } from './copy.ts'
import type { PageToWrite, PageWritten } from './page-worker.ts'
import { placesOf } from './places.ts'
import type { Printing } from './printing-worker.ts'
import { indexItems, indexResults } from './search/indexes.ts'
import { stillSearchPage } from './search/page.ts'
import { FewAtOnce, Threads, threadsBeside } from './threads.ts'

/** What a copy of the site holds. */
export interface StillSite extends Written {
  readonly items: number
  /** Results in bulk that are found there. */
  readonly results: number
}

/** So many items wait to be printed before the pages wait for them. */
const mostPrinting = 100

/** Writes all public pages of disclosure into the folder, which is empty, as a site that needs no server. */
export async function writeStillSite(work: Work, asked: StillAsked): Promise<StillSite> {
  const { folder, renderings, said } = asked
  const endings = await fileEndings(work)
  const places = placesOf(endings, renderings)
  const items = await everyItem(work)
  const results = [...(await resultCounts(work)).values()].reduce((sum, count) => sum + count, 0)
  const beside = new Threaded(work, said, { folder, endings, renderings })
  const copy = new Copy(asked, places, beside)
  copy.lead([paths.disclosure(), paths.catalogue(), paths.documents(), paths.guide(), paths.rules()])
  copy.lead(itemForms.filter(hasRows).map(form => paths.results(form)))
  copy.lead(items.map(({ item }) => paths.item(item)))
  const open = items.filter(({ gone }) => !gone).map(({ item }) => item)
  try {
    await Promise.all([
      ...[copy.finish(), indexItems(work, { folder, places, items: open })],
      results === 0 ? undefined : indexResults(work, { folder, places }),
    ])
    await beside.write({ file: 'search.html', text: await searchPage(said, results > 0) })
    await beside.finish()
  } finally {
    await beside.stop()
  }
  const told = copy.told()
  return { ...told, bytes: told.bytes + beside.printedBytes, items: items.length, results }
}

/** What is done in threads beside: pages are written, items are printed. */
class Threaded implements Beside {
  readonly #work: Work
  readonly #base: string
  readonly #pages: Threads<readonly PageToWrite[], readonly PageWritten[]>
  readonly write: (page: PageToWrite) => Promise<PageWritten>
  readonly #printers: Threads<Printing, number>
  readonly #printing = new FewAtOnce(mostPrinting)
  printedBytes = 0

  constructor(
    work: Work,
    site: Site,
    data: { folder: string; endings: ReadonlyMap<string, string>; renderings: boolean },
  ) {
    this.#work = work
    this.#base = baseOf(site, 'http://localhost/')
    this.#pages = new Threads(new URL('./page-worker.ts', import.meta.url), { count: 1, data })
    this.write = gathered(pages => this.#pages.do(pages))
    const count = data.renderings ? threadsBeside : 0
    this.#printers = new Threads(new URL('./printing-worker.ts', import.meta.url), { count, data })
  }

  async print(id: string): Promise<void> {
    const shown = await shelfItem(this.#work, id)
    if (shown === undefined || !('shown' in shown)) return
    const item = paperOf(shown, this.#base)
    await this.#printing.begin(async () => {
      this.printedBytes += await this.#printers.do({ id, item })
    })
  }

  /** Waits for what is being printed. */
  finish(): Promise<void> {
    return this.#printing.finish()
  }

  async stop(): Promise<void> {
    await Promise.all([this.#pages.stop(), this.#printers.stop()])
  }
}

/** The search of the copy; the page of its thread puts in the form and the script, which are no part of the site. */
async function searchPage(site: Site, results: boolean): Promise<string> {
  const base = baseOf(site, 'http://localhost/')
  const still = inChinese(today())
  const view = { title: '搜索', site, path: paths.search(), base, largeType: false, still }
  return String(await page(view, stillSearchPage(results)))
}
