import { Parser } from 'htmlparser2'
import {
  mainPart,
  type Parts,
  partsOf,
  partXml,
  relationsOf,
} from '../../../platform/hidden/office/package.ts'
import { part } from '../../../platform/hidden/office/sheet/style.ts'
import { dateFormats, shownAsDay } from '../../../platform/hidden/office/sheet/values.ts'
import { columnNumber } from '../../../platform/hidden/office/sheet/workbook.ts'
import { inside } from '../../../platform/hidden/office/xml.ts'
import { checkArchive } from '../../../platform/strange/archive.ts'
import { HurtFile } from '../../../platform/strange/hurt-file.ts'
import type { RawRow } from '../../rows/read-row.ts'

/** A sheet as its reader sees it, with its merged cells, `A5:A7`. */
export interface ExcelSheet {
  readonly rows: readonly RawRow[]
  readonly merged: readonly string[]
}

const megabyte = 1024 * 1024
const limits = { entryBytes: 400 * megabyte, totalBytes: 500 * megabyte, entries: 3_000 }
const mostColumns = 100
/** A sheet longer than a batch may be is read no further. */
const mostRead = 310_000

/** The first sheet that is shown and holds something. Long sheets are walked sign by sign, never built up as a tree. @throws HurtFile, CannotRedact */
export function excelSheet(bytes: Uint8Array): ExcelSheet {
  checkArchive(bytes, limits)
  const parts = partsOf(bytes)
  const main = mainPart(parts, 'xlsx')
  const root = partXml(parts, main)
  const relations = relationsOf(parts, main)
  const target = (kind: string) => relations.find(one => one.kind === kind)?.target ?? ''
  const book = {
    strings: sharedWords(parts.get(target('sharedStrings'))),
    dates: dateFormats({ styles: partXml(parts, target('styles')) }),
    from1904: /^(?:1|true)$/.test(part(root, 'workbookPr')?.attributes.date1904 ?? ''),
  }
  for (const { attributes } of inside(part(root, 'sheets'))) {
    if ((attributes.state ?? 'visible') !== 'visible') continue
    const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1]
    const place = relations.find(one => one.id === id && one.kind === 'worksheet')?.target ?? ''
    const sheet = readSheet(parts, place, book)
    if (sheet.rows.length > 0) return sheet
  }
  throw new HurtFile('工作簿中没有内容。')
}

interface Book {
  readonly strings: readonly string[]
  readonly dates: ReadonlySet<number>
  readonly from1904: boolean
}

type Handlers = ConstructorParameters<typeof Parser>[0]

/** Walks a part piece by piece. */
function walk(bytes: Uint8Array | undefined, handlers: Handlers): void {
  const parser = new Parser(handlers, { xmlMode: true, decodeEntities: true })
  const decoder = new TextDecoder()
  for (let at = 0; at < (bytes?.length ?? 0); at += megabyte)
    parser.write(decoder.decode(bytes?.subarray(at, at + megabyte), { stream: true }))
  parser.end()
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)

function sharedWords(bytes: Uint8Array | undefined): string[] {
  const words: string[] = []
  let [said, silent, inText] = ['', 0, false]
  walk(bytes, {
    onopentag(name) {
      if (local(name) === 'si') said = ''
      if (local(name) === 'rPh') silent++
      if (local(name) === 't') inText = true
    },
    ontext(text) {
      if (inText && silent === 0) said += text
    },
    onclosetag(name) {
      if (local(name) === 'si') words.push(said)
      if (local(name) === 'rPh') silent--
      if (local(name) === 't') inText = false
    },
  })
  return words
}

function readSheet(parts: Parts, place: string, book: Book): ExcelSheet {
  const walking = new SheetWalk(book)
  walk(parts.get(place), {
    onopentag: (name, attributes) => walking.open(local(name), attributes),
    ontext: text => walking.text(text),
    onclosetag: name => walking.close(local(name)),
  })
  return { rows: walking.rows, merged: walking.merged }
}

class SheetWalk {
  readonly rows: RawRow[] = []
  readonly merged: string[] = []
  readonly #book: Book
  #number = 0
  #column = 0
  #cells: string[] = []
  #formulas: number[] = []
  #errors: number[] = []
  #cell: Readonly<Record<string, string>> = {}
  #raw = ''
  #listening = false

  constructor(book: Book) {
    this.#book = book
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.#number = Number(attributes.r ?? this.#number + 1)
      this.#column = 0
    } else if (name === 'c') {
      const letters = /^[A-Z]+/.exec(attributes.r ?? '')?.[0]
      this.#column = letters === undefined ? this.#column + 1 : columnNumber(letters)
      this.#cell = { ...attributes }
      this.#raw = ''
    } else if (name === 'v' || name === 't') this.#listening = true
    else if (name === 'f') this.#formulas.push(this.#column - 1)
    else if (name === 'mergeCell' && attributes.ref !== undefined) this.merged.push(attributes.ref)
  }

  text(text: string): void {
    if (this.#listening) this.#raw += text
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#listening = false
    else if (name === 'c') this.#endCell()
    else if (name === 'row') this.#endRow()
  }

  #endCell(): void {
    if (this.#column > mostColumns) return
    const { t: kind = 'n', s: style = '0' } = this.#cell
    if (kind === 'e') this.#errors.push(this.#column - 1)
    this.#cells[this.#column - 1] = this.#words(kind, Number(style))
  }

  #words(kind: string, style: number): string {
    const raw = this.#raw
    if (kind === 's') return this.#book.strings[Number(raw)] ?? ''
    if (kind === 'd') return raw.slice(0, 10)
    if (kind !== 'n' || raw === '' || !this.#book.dates.has(style)) return raw
    return shownAsDay(raw, this.#book.from1904)
  }

  #endRow(): void {
    const cells = Array.from(this.#cells, text => text ?? '')
    const { rows } = this
    if (cells.some(cell => cell !== '') && rows.length < mostRead) {
      const formulas = this.#formulas.length === 0 ? undefined : this.#formulas
      const errors = this.#errors.length === 0 ? undefined : this.#errors
      rows.push({ row: this.#number, cells, formulas, errors })
    }
    this.#cells = []
    this.#formulas = []
    this.#errors = []
  }
}
