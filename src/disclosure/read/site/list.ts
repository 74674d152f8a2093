import { Parser } from 'htmlparser2'
import { isZip } from '../../../platform/strange/archive.ts'
import { HurtFile } from '../../../platform/strange/hurt-file.ts'
import { CsvReader } from '../../../platform/text/csv.ts'
import { decodeText } from '../../../platform/text/encoding.ts'
import { CannotReadRows } from '../sheet/cannot-read-rows.ts'
import { excelRows } from '../sheet/excel.ts'
import type { SiteFiles } from './files.ts'

/** A line of a list of pages: what it says by heading, in lower case, and where it stands. */
export interface ListLine {
  readonly line: number
  readonly cells: ReadonlyMap<string, string>
}

const usualLists = /^(?:sitemap\.xml|(?:list|pages|清单|目录|页面清单)\.(?:csv|xlsx|json|jsonl))$/i

/** The list of the pages: the one that the mapping names, else the one that lies at the top, else none. @throws HurtFile */
export function listIn(files: SiteFiles, root: string, named: string | undefined): string | undefined {
  if (named !== undefined) {
    if (files.has(named)) return named
    throw new HurtFile(`压缩包中没有映射所指的清单“${named}”。`)
  }
  const tops = ['', root].map(top => files.names().filter(name => isTop(name, top)))
  return tops.flat().find(name => usualLists.test(name.split('/').at(-1) ?? ''))
}

const isTop = (name: string, top: string) => name.startsWith(top) && !name.slice(top.length).includes('/')

/** The lines of a list: a sitemap, a CSV, an Excel sheet, or JSON. @throws HurtFile */
export async function* linesOfList(name: string, bytes: Uint8Array): AsyncGenerator<ListLine> {
  try {
    if (isZip(bytes)) yield* headed(excelRows(bytes))
    else if (/\.xml$/i.test(name)) yield* sitemapLines(decodeText(bytes))
    else if (/\.jsonl?$/i.test(name)) yield* jsonLines(decodeText(bytes))
    else yield* headed(csvRows(decodeText(bytes)))
  } catch (cause) {
    throw cause instanceof CannotReadRows ? new HurtFile(`清单“${name}”：${cause.message}`) : cause
  }
}

type Rows = AsyncIterable<
  { readonly row: number; readonly cells: readonly string[] } | { readonly merged: unknown }
>

/** The first row that says anything names the columns. */
async function* headed(rows: Rows): AsyncGenerator<ListLine> {
  let head: readonly string[] | undefined
  for await (const each of rows) {
    if (!('cells' in each) || each.cells.every(cell => cell.trim() === '')) continue
    const { row, cells } = each
    if (head === undefined) head = cells.map(cell => cell.trim().toLowerCase())
    else yield { line: row, cells: new Map(head.map((name, at) => [name, cells[at]?.trim() ?? ''])) }
  }
}

async function* csvRows(text: string) {
  const reader = new CsvReader()
  for (let at = 0; at < text.length; at += 65_536) yield* reader.push(text.slice(at, at + 65_536))
  yield* reader.end()
}

async function* sitemapLines(text: string): AsyncGenerator<ListLine> {
  const ready: ListLine[] = []
  let [line, cells, inside] = [0, new Map<string, string>(), '']
  const parser = new Parser(
    {
      onopentag: name => {
        inside = name.slice(name.indexOf(':') + 1).toLowerCase()
        if (inside === 'url') cells = new Map()
      },
      ontext: words => {
        if (inside === 'loc' || inside === 'lastmod')
          cells.set(inside, (cells.get(inside) ?? '') + words.trim())
      },
      onclosetag: name => {
        inside = ''
        if (name.toLowerCase().endsWith('url')) ready.push({ line: ++line, cells })
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  for (let at = 0; at < text.length; at += 65_536) {
    parser.write(text.slice(at, at + 65_536))
    yield* ready.splice(0)
  }
  parser.end()
  yield* ready.splice(0)
}

async function* jsonLines(text: string): AsyncGenerator<ListLine> {
  const whole = text.trimStart().startsWith('[') ? parsed(text, 1) : undefined
  const lines = Array.isArray(whole) ? whole : text.split('\n').filter(line => line.trim() !== '')
  for (const [at, each] of lines.entries()) {
    const said: unknown = typeof each === 'string' && !Array.isArray(whole) ? parsed(each, at + 1) : each
    if (typeof said !== 'object' || said === null) throw new HurtFile(`清单第 ${at + 1} 行不是 JSON 对象。`)
    const cells = Object.entries(said).map(
      ([name, value]) =>
        [
          name.toLowerCase(),
          typeof value === 'string' || typeof value === 'number' ? String(value) : '',
        ] as const,
    )
    yield { line: at + 1, cells: new Map(cells) }
  }
}

function parsed(text: string, line: number): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new HurtFile(`清单第 ${line} 行不是有效的 JSON。`)
  }
}
