import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { paragraphsOf } from '../../../render/blocks.ts'

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

/** What is found in the copy: how it is listed, where it stands, and by which words. */
export interface Indexed {
  readonly title: string
  /** The words that count as those of a title. */
  readonly named: string
  readonly text: string
  /** A clean body in markup; empty where there is none. */
  readonly body: string
  readonly file: string
  readonly agencyName: string
  readonly on: string
}

/** The numbers of what holds a pair, by its first and its second character. */
type Pairs = Map<number, Map<number, number[]>>

/**
 * Writes an index that scripts of the copy read piece by piece, also from a disk: for each pair of characters the numbers
 * of what holds it, each doubled and one more where the title does, as the distance from the one before; and the titles.
 * All comes block by block, so that memory holds one block whatever the site's size.
 */
export class IndexWriter {
  readonly #folder: string
  readonly #name: string
  #count = 0

  /** @param folder the folder of the copy for the index, which is there @param name what its scripts call it */
  constructor(folder: string, name: string) {
    this.#folder = folder
    this.#name = name
  }

  /** Adds a block, the latest first. */
  async add(block: readonly Indexed[]): Promise<void> {
    const pairs: Pairs = new Map()
    for (const [at, each] of block.entries()) {
      const entry = (this.#count + at) * 2
      gather(pairs, each.named, entry + 1)
      gather(pairs, [each.text, ...paragraphsOf(each.body)].join('\n'), entry)
    }
    const titles = block.map(({ title, file, agencyName, on }) =>
      JSON.stringify([title, file, agencyName, on]),
    )
    await Promise.all([this.#writePairs(pairs), this.#writeTitles(titles)])
    this.#count += block.length
  }

  async #writePairs(pairs: Pairs): Promise<void> {
    const lines = Array.from({ length: shards }, (): string[] => [])
    for (const [first, seconds] of pairs) {
      for (const [second, entries] of seconds) {
        const pair = String.fromCodePoint(first) + (second === 0 ? '' : String.fromCodePoint(second))
        lines[shardOf(pair)]?.push(`${JSON.stringify(pair)}:[${apart(entries)}]`)
      }
    }
    const write = (held: readonly string[], shard: number) =>
      appendFile(
        join(this.#folder, `pairs-${shard}.js`),
        `stillPairs(${JSON.stringify(this.#name)},{${held.join(',')}})\n`,
      )
    await Promise.all(lines.map(write))
  }

  async #writeTitles(titles: readonly string[]): Promise<void> {
    const files = Map.groupBy(titles.entries(), ([at]) => Math.floor((this.#count + at) / titlesInFile))
    for (const [file, within] of files) {
      const text = within.map(
        ([at, line]) => `stillTitle(${JSON.stringify(this.#name)},${this.#count + at},${line})\n`,
      )
      await appendFile(join(this.#folder, `titles-${file}.js`), text.join(''))
    }
  }

  /** Ends the index: says how much it holds. */
  async close(): Promise<void> {
    const size = `stillSize(${JSON.stringify(this.#name)},${this.#count},${titlesInFile})\n`
    await writeFile(join(this.#folder, 'size.js'), size)
  }
}

/** The same pairs as `bigrams` names, without making a word of each; what was gathered for a title is not gathered again. */
function gather(pairs: Pairs, text: string, entry: number): void {
  for (const [word] of text
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}]+/gu)) {
    let before = 0
    let signs = 0
    for (const sign of word) {
      const code = sign.codePointAt(0) ?? 0
      if (signs++ > 0) push(pairs, before, code, entry)
      before = code
    }
    if (signs === 1) push(pairs, before, 0, entry)
  }
}

function push(pairs: Pairs, first: number, second: number, entry: number): void {
  let seconds = pairs.get(first)
  if (seconds === undefined) {
    seconds = new Map()
    pairs.set(first, seconds)
  }
  const entries = seconds.get(second)
  if (entries === undefined) seconds.set(second, [entry])
  else if ((entries.at(-1) ?? -1) >> 1 !== entry >> 1) entries.push(entry)
}

function apart(entries: readonly number[]): string {
  let before = 0
  let text = ''
  for (const entry of entries) {
    text += `${text === '' ? '' : ','}${entry - before}`
    before = entry
  }
  return text
}
