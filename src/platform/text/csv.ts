/** A row of a CSV text, with the number of the line in which it begins, from 1. */
export interface CsvRow {
  readonly row: number
  readonly cells: readonly string[]
}

/** Reads CSV piece by piece, so that a long file is never held whole; cells in quotes may hold commas and lines. */
export class CsvReader {
  #first = ''
  #separator: string | undefined
  #cells: string[] = []
  #cell = ''
  #quoted = false
  /** A quote stood last inside a quoted cell: it ends it, or a second one makes it a sign. */
  #afterQuote = false
  #line = 1
  #began = 1

  /** The rows that end in this piece. */
  push(piece: string): CsvRow[] {
    if (this.#separator !== undefined) return this.#read(piece)
    this.#first += piece
    return this.#first.includes('\n') || this.#first.length > 65_536 ? this.#begin() : []
  }

  /** What is left when the text has ended. */
  end(): CsvRow[] {
    const rows = this.#separator === undefined ? this.#begin() : []
    if (this.#cell !== '' || this.#cells.length > 0) rows.push(this.#row())
    return rows
  }

  #begin(): CsvRow[] {
    const text = this.#first.startsWith('\ufeff') ? this.#first.slice(1) : this.#first
    this.#first = ''
    this.#separator = separatorOf(text)
    return this.#read(text)
  }

  #row(): CsvRow {
    const row = { row: this.#began, cells: [...this.#cells, this.#cell] }
    this.#cells = []
    this.#cell = ''
    return row
  }

  #read(text: string): CsvRow[] {
    const rows: CsvRow[] = []
    for (let at = 0; at < text.length; at++) {
      const sign = text[at] ?? ''
      if (sign === '\n') this.#line++
      if (this.#afterQuote) {
        this.#afterQuote = false
        if (sign === '"') {
          this.#cell += '"'
          continue
        }
        this.#quoted = false
      }
      if (this.#quoted) {
        if (sign === '"') this.#afterQuote = true
        else this.#cell += sign
      } else if (sign === '"' && this.#cell === '') this.#quoted = true
      else if (sign === this.#separator) {
        this.#cells.push(this.#cell)
        this.#cell = ''
      } else if (sign === '\n') {
        rows.push(this.#row())
        this.#began = this.#line
      } else if (sign !== '\r') this.#cell += sign
    }
    return rows
  }
}

/** Comma, semicolon or tab: what the first line has most of. */
function separatorOf(text: string): string {
  const [first = ''] = text.split('\n', 1)
  const count = (sign: string) => first.split(sign).length
  return [',', ';', '\t', '，'].toSorted((a, b) => count(b) - count(a))[0] ?? ','
}
