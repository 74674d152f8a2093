import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bigrams } from '../../../platform/text/bigrams.ts'
import { paragraphsOf } from '../../render/blocks.ts'
import type { Words } from '../../store/shelf/whole.ts'

/** So many files hold the pairs of characters; a search reads one for each pair of its words. */
const shards = 64
/** So many titles stand in one file. */
const titlesInFile = 500

/** In which file a pair of characters stands; `still.ts` of the browser computes the same. */
export function shardOf(pair: string): number {
  let sum = 0
  for (const sign of pair) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 65_536
  return sum % shards
}

/** What is found by its words in the copy: an item and its file there. */
export interface Indexed extends Words {
  readonly file: string
}

/**
 * Writes an index that scripts of the copy read piece by piece, also from a disk: for each pair of characters the numbers
 * of the items that hold it, each doubled and one more where the title does, as the distance from the one before; and the
 * titles. Items come block by block, so that memory holds one block whatever the site's size.
 */
export class SearchIndex {
  readonly #folder: string
  #items = 0

  /** @param folder the folder of the copy for the index, which is there */
  constructor(folder: string) {
    this.#folder = folder
  }

  /** Adds a block of items, the latest published first. */
  async add(block: readonly Indexed[]): Promise<void> {
    const files = Array.from({ length: shards }, () => new Map<string, number[]>())
    const titles: string[] = []
    for (const [at, item] of block.entries()) {
      const number = this.#items + at
      const inTitle = new Set(bigrams(`${item.content.title}\n${item.content.documentNumber ?? ''}`))
      for (const pair of new Set([...inTitle, ...bigrams(wordsIn(item))])) {
        const file = files[shardOf(pair)]
        const entry = number * 2 + (inTitle.has(pair) ? 1 : 0)
        const list = file?.get(pair)
        if (list === undefined) file?.set(pair, [entry])
        else list.push(entry)
      }
      const line = [item.content.title, item.file, item.agencyName, item.publishedOn]
      titles.push(JSON.stringify(line))
    }
    await this.#write(files, titles)
    this.#items += block.length
  }

  async #write(
    files: readonly ReadonlyMap<string, readonly number[]>[],
    titles: readonly string[],
  ): Promise<void> {
    await Promise.all(
      files.map(async (pairs, shard) => {
        const found = Object.fromEntries([...pairs].map(([pair, entries]) => [pair, apart(entries)]))
        await appendFile(
          join(this.#folder, `pairs-${shard}.js`),
          `stillPairs(${shard},${JSON.stringify(found)})\n`,
        )
      }),
    )
    const lines = Map.groupBy(titles.entries(), ([at]) => Math.floor((this.#items + at) / titlesInFile))
    for (const [file, within] of lines) {
      const text = within.map(([at, line]) => `stillTitle(${this.#items + at},${line})\n`).join('')
      await appendFile(join(this.#folder, `titles-${file}.js`), text)
    }
  }

  /** Ends the index: says how many items it holds. */
  async close(): Promise<void> {
    await writeFile(join(this.#folder, 'size.js'), `stillSize(${this.#items},${titlesInFile})\n`)
  }
}

function apart(entries: readonly number[]): number[] {
  return entries.map((entry, at) => entry - (entries[at - 1] ?? 0))
}

function wordsIn({ content, fileTexts, agencyName }: Indexed): string {
  const { keywords, summary, body, own, attachments } = content
  const names = attachments.map(({ name }) => name)
  return [
    ...keywords,
    summary,
    agencyName,
    ...Object.values(own),
    ...names,
    ...paragraphsOf(body),
    ...fileTexts,
  ].join('\n')
}
