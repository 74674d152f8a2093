import { type SheetValues, shownAsDay, showsDay } from '../hidden/office/sheet/values.ts'
import { HurtFile } from '../strange/hurt-file.ts'
import { oldFile } from './compound.ts'
import { RecordReader, recordsFrom, type SheetRecord } from './records.ts'

const type = {
  ...{ begin: 0x809, end: 0x0a, locked: 0x2f, from1904: 0x22, sheet: 0x85, words: 0xfc, format: 0x41e },
  ...{ style: 0xe0, sharedWord: 0xfd, word: 0x204, richWord: 0xd6, number: 0x203, short: 0x27e },
  ...{ shorts: 0xbd, formula: 0x06, formulaWord: 0x207, truth: 0x205 },
} as const
const excel97 = 0x600
const mostSheets = 256

interface Book {
  readonly words: string[]
  readonly formats: Map<number, string>
  /** For each style the number of its format. */
  readonly styles: number[]
  readonly sheets: { readonly name: string; readonly at: number }[]
  from1904: boolean
}

/** The sheets that are shown of an Excel 97 to 2003 file, with the values of their cells; days as `2026-03-02`. @throws HurtFile */
export function oldSheetValues(bytes: Uint8Array, mostColumns: number): readonly SheetValues[] {
  const file = oldFile(bytes)
  if (file.kind === 'locked') throw new HurtFile('文件设有密码，请去除密码后再试。')
  const stream = file.stream('Workbook')
  if (stream === undefined) throw new HurtFile('这不是 Excel 97 至 2003 的文件，请另存为 .xlsx 后再试。')
  const book = bookOf(stream)
  return book.sheets
    .slice(0, mostSheets)
    .map(({ name, at }) => ({ name, rows: new SheetReading(book, mostColumns).rowsFrom(stream, at) }))
}

function bookOf(stream: Uint8Array): Book {
  const book: Book = { words: [], formats: new Map(), styles: [], sheets: [], from1904: false }
  for (const record of recordsFrom(stream)) {
    if (record.type === type.end) break
    takeGlobal(book, record)
  }
  return book
}

function takeGlobal(book: Book, record: SheetRecord): void {
  const read = new RecordReader(record)
  switch (record.type) {
    case type.begin:
      if (read.short() !== excel97) throw new HurtFile('文件由过早的 Excel 制作，请另存为 .xlsx 后再试。')
      return
    case type.locked:
      throw new HurtFile('文件设有密码，请去除密码后再试。')
    case type.from1904:
      book.from1904 = read.short() === 1
      return
    case type.sheet: {
      const [at, hidden, kind] = [read.long(), read.byte() & 3, read.byte()]
      if (hidden === 0 && kind === 0) book.sheets.push({ name: read.text('byte'), at })
      return
    }
    case type.words: {
      read.long()
      for (let left = read.long(); left > 0; left--) book.words.push(read.text())
      return
    }
    case type.format: {
      const number = read.short()
      book.formats.set(number, read.text())
      return
    }
    case type.style:
      read.short()
      book.styles.push(read.short())
  }
}

/** One sheet as it is walked: the cells of its rows by their places. */
class SheetReading {
  readonly #book: Book
  readonly #mostColumns: number
  readonly #rows = new Map<number, { readonly cells: string[]; readonly formulas: number[] }>()
  /** The cell of a formula whose words come in the next record. */
  #waiting: readonly [row: number, column: number] | undefined

  constructor(book: Book, mostColumns: number) {
    this.#book = book
    this.#mostColumns = mostColumns
  }

  rowsFrom(stream: Uint8Array, at: number): SheetValues['rows'] {
    let depth = 0
    for (const record of recordsFrom(stream, at)) {
      if (record.type === type.begin) depth++
      else if (record.type === type.end) depth--
      else if (depth === 1) this.#take(record.type, new RecordReader(record))
      if (depth === 0) break
    }
    return [...this.#rows]
      .toSorted(([a], [b]) => a - b)
      .map(([row, { cells, formulas }]) => ({
        ...{ row: row + 1, formulas },
        cells: Array.from(cells, text => text ?? ''),
      }))
  }

  #take(kind: number, read: RecordReader): void {
    switch (kind) {
      case type.formulaWord:
        if (this.#waiting !== undefined) this.#put(...this.#waiting, read.text())
        this.#waiting = undefined
        return
      case type.shorts:
        this.#takeShorts(read)
        return
      case type.sharedWord:
      case type.word:
      case type.richWord:
      case type.number:
      case type.short:
      case type.formula:
      case type.truth:
        this.#takeCell(kind, read)
    }
  }

  #takeCell(kind: number, read: RecordReader): void {
    const [row, column, style] = [read.short(), read.short(), read.short()]
    if (kind === type.sharedWord) this.#put(row, column, this.#book.words[read.long()] ?? '')
    else if (kind === type.word || kind === type.richWord) this.#put(row, column, read.text())
    else if (kind === type.number) this.#put(row, column, this.#shown(double(read), style))
    else if (kind === type.short) this.#put(row, column, this.#shown(shortNumber(read.long()), style))
    else if (kind === type.truth) this.#put(row, column, truth(read.byte(), read.byte()))
    else this.#takeFormula(read, { row, column, style })
  }

  #takeShorts(read: RecordReader): void {
    const [row, first] = [read.short(), read.short()]
    for (let column = first; column < first + this.#mostColumns && read.left() > 2; column++) {
      const style = read.short()
      this.#put(row, column, this.#shown(shortNumber(read.long()), style))
    }
  }

  #takeFormula(
    read: RecordReader,
    { row, column, style }: { readonly row: number; readonly column: number; readonly style: number },
  ): void {
    const result = Uint8Array.from({ length: 8 }, () => read.byte())
    if (result[6] !== 0xff || result[7] !== 0xff) {
      const value = new DataView(result.buffer).getFloat64(0, true)
      this.#put(row, column, this.#shown(value, style))
    } else if (result[0] === 0) this.#waiting = [row, column]
    else if (result[0] === 1) this.#put(row, column, truth(result[2] ?? 0, 0))
    else this.#put(row, column, result[0] === 2 ? truth(result[2] ?? 0, 1) : '')
    if (column < this.#mostColumns) this.#rowAt(row).formulas.push(column)
  }

  #shown(value: number, style: number): string {
    const format = this.#book.styles[style] ?? 0
    const isDay = showsDay(format, this.#book.formats.get(format))
    return isDay ? shownAsDay(String(value), this.#book.from1904) : String(value)
  }

  #put(row: number, column: number, text: string): void {
    if (column < this.#mostColumns && text !== '') this.#rowAt(row).cells[column] = text
  }

  #rowAt(row: number) {
    const known = this.#rows.get(row)
    if (known !== undefined) return known
    const made = { cells: [], formulas: [] }
    this.#rows.set(row, made)
    return made
  }
}

function double(read: RecordReader): number {
  const bytes = Uint8Array.from({ length: 8 }, () => read.byte())
  return new DataView(bytes.buffer).getFloat64(0, true)
}

/** A number in four bytes: the upper half of a double, or a whole number; hundredfold where its lowest bit says so. */
function shortNumber(raw: number): number {
  const bytes = new DataView(new ArrayBuffer(8))
  bytes.setUint32(4, raw & 0xfffffffc, true)
  const value = (raw & 2) === 0 ? bytes.getFloat64(0, true) : raw >> 2
  return (raw & 1) === 0 ? value : value / 100
}

const wrongs: Readonly<Record<number, string>> = {
  ...{ 0: '#NULL!', 7: '#DIV/0!', 15: '#VALUE!', 23: '#REF!', 29: '#NAME?', 36: '#NUM!', 42: '#N/A' },
}

function truth(value: number, isWrong: number): string {
  if (isWrong === 1) return wrongs[value] ?? '#N/A'
  return value === 1 ? 'TRUE' : 'FALSE'
}
