import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Hono } from 'hono'
import type { AppEnv } from '../../../office/env.ts'
import type { Site } from '../../../platform/settings.ts'
import type { PageToWrite, PageWritten } from './page-worker.ts'
import type { Places } from './places.ts'

/** Where the copy is written to, what answers its pages, and who hears how far it has come. */
export interface StillAsked {
  readonly folder: string
  /** The public pages, with `still` and the database set in their context. */
  readonly site: Hono<AppEnv>
  /** What the site says of itself. */
  readonly said: Site
  /** Items as Word, PDF and plain text too. */
  readonly renderings: boolean
  readonly say: (pages: number) => void
}

/** What is done beside the making of the pages. */
export interface Beside {
  /** Writes a page. */
  write(page: PageToWrite): Promise<PageWritten>
  /** Prints an item in all formats; resolves as soon as few enough wait. */
  print(item: string): Promise<void>
}

/** So many pages are made at once: what they ask in the same moment is asked as one, and the database works while this process writes. */
const atOnce = 32
/** After so many pages it is said how far the copy has come. */
const tellEvery = 100

/** What was written. */
export interface Written {
  /** Pages of the site; each stands there in 长辈版 too. */
  readonly pages: number
  readonly files: number
  readonly bytes: number
  /** Addresses that a page leads to and the site did not answer; the copy says so at their place. */
  readonly unanswered: readonly string[]
}

/** The copy while it is made: what was written, and what is still to be. */
export class Copy {
  readonly #asked: StillAsked
  readonly #places: Places
  readonly #beside: Beside
  readonly #known = new Set<string>()
  readonly #waiting: string[] = []
  readonly #folders = new Set<string>()
  readonly #unanswered: string[] = []
  #pages = 0
  #files = 0
  #bytes = 0
  #told = 0

  constructor(asked: StillAsked, places: Places, beside: Beside) {
    this.#asked = asked
    this.#places = places
    this.#beside = beside
  }

  /** These addresses are wanted; each file of the copy is made once. */
  lead(addresses: readonly string[]): void {
    for (const address of addresses) {
      const file = this.#places.fileOf(address)
      if (file === undefined || this.#known.has(file) || /^(assets\/|large\/|search\.html)/.test(file))
        continue
      this.#known.add(file)
      this.#waiting.push(address)
    }
  }

  /** Makes all that is wanted, and what that leads to, in the order in which it was found: so the long rows of pages of many lists are walked side by side. */
  async finish(): Promise<void> {
    let next = 0
    const walk = async () => {
      for (let address = this.#waiting[next++]; address !== undefined; address = this.#waiting[next++]) {
        await this.#make(address)
        this.#tell(tellEvery)
      }
      next--
    }
    while (next < this.#waiting.length) await Promise.all(Array.from({ length: atOnce }, walk))
    this.#tell(0)
  }

  #tell(every: number): void {
    if (this.#pages - this.#told < every) return
    this.#told = this.#pages
    this.#asked.say(this.#pages)
  }

  async #make(address: string): Promise<void> {
    const file = this.#places.fileOf(address)
    if (file === undefined) return
    const [, printed] = /^\/disclosure\/items\/([\w-]+)\/file\.\w+$/.exec(address) ?? []
    if (printed !== undefined) {
      this.#files++
      if (file.endsWith('.pdf')) await this.#beside.print(printed)
      return
    }
    const answer = await this.#asked.site.request(address)
    const html = answer.headers.get('content-type')?.startsWith('text/html') ?? false
    if (answer.status !== 200 && answer.status !== 410) this.#unanswered.push(address)
    if (html) return await this.#writePage(file, await answer.text())
    this.#files++
    const target = await this.#target(file)
    if (answer.body === null) return
    const out = createWriteStream(target)
    await pipeline(Readable.from(answer.body), out)
    this.#bytes += out.bytesWritten
  }

  /** Writes a page, and the same in 长辈版, with links that lead within the copy, in a thread beside. */
  async #writePage(file: string, text: string): Promise<void> {
    this.#pages++
    const { leadsTo, bytes } = await this.#beside.write({ file, text })
    this.#bytes += bytes
    this.lead(leadsTo)
  }

  async #target(file: string): Promise<string> {
    const target = join(this.#asked.folder, file)
    const folder = dirname(target)
    if (!this.#folders.has(folder)) {
      await mkdir(folder, { recursive: true })
      this.#folders.add(folder)
    }
    return target
  }

  /** What was written. */
  told(): Written {
    return { pages: this.#pages, files: this.#files, bytes: this.#bytes, unanswered: this.#unanswered }
  }
}
