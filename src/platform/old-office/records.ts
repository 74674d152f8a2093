import { HurtFile } from '../strange/hurt-file.ts'

/** A record of a workbook in the form of Excel 97 to 2003, MS-XLS: its number, and its bytes with those that continue it. */
export interface SheetRecord {
  readonly type: number
  /** Where it begins in the stream. */
  readonly at: number
  readonly pieces: readonly DataView[]
}

const continues = 0x3c

/** The records from a place on. A text may be cut where a record is continued, so the pieces stay apart. @throws HurtFile */
export function* recordsFrom(stream: Uint8Array, from = 0): Generator<SheetRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  const piece = (at: number) => {
    const length = view.getUint16(at + 2, true)
    if (at + 4 + length > view.byteLength) throw new HurtFile('文件已损坏，无法读完。')
    return new DataView(stream.buffer, stream.byteOffset + at + 4, length)
  }
  for (let at = from; at + 4 <= view.byteLength; ) {
    const type = view.getUint16(at, true)
    const begins = at
    const pieces = [piece(at)]
    at += 4 + (pieces[0]?.byteLength ?? 0)
    while (at + 4 <= view.byteLength && view.getUint16(at, true) === continues) {
      const more = piece(at)
      pieces.push(more)
      at += 4 + more.byteLength
    }
    yield { type, at: begins, pieces }
  }
}

/** Reads the pieces of a record one after the other. @throws HurtFile where it ends too early */
export class RecordReader {
  readonly #pieces: readonly DataView[]
  #piece = 0
  #at = 0

  constructor({ pieces }: Pick<SheetRecord, 'pieces'>) {
    this.#pieces = pieces
  }

  byte(): number {
    const piece = this.#pieces[this.#piece]
    if (piece === undefined) throw new HurtFile('文件已损坏，无法读完。')
    if (this.#at < piece.byteLength) return piece.getUint8(this.#at++)
    this.#piece++
    this.#at = 0
    return this.byte()
  }

  short(): number {
    return this.byte() | (this.byte() << 8)
  }

  long(): number {
    return (this.short() | (this.short() << 16)) >>> 0
  }

  /** How many bytes are left of the piece that is read. */
  left(): number {
    return (this.#pieces[this.#piece]?.byteLength ?? 0) - this.#at
  }

  skip(bytes: number): void {
    for (let left = bytes; left > 0; left--) this.byte()
  }

  /** A text of so many characters; where a piece ends within it, the next one says anew how wide they are. */
  characters(count: number, wide: boolean): string {
    let [text, twice] = ['', wide]
    for (let left = count; left > 0; left--) {
      if (this.#at >= (this.#pieces[this.#piece]?.byteLength ?? 0)) twice = (this.byte() & 1) === 1
      text += String.fromCharCode(twice ? this.short() : this.byte())
    }
    return text
  }

  /** A text with its length, in two bytes or in one, and its formatting, which is left out. */
  text(length: 'short' | 'byte' = 'short'): string {
    const count = length === 'short' ? this.short() : this.byte()
    const flags = this.byte()
    const runs = (flags & 8) === 0 ? 0 : this.short()
    const extra = (flags & 4) === 0 ? 0 : this.long()
    const text = this.characters(count, (flags & 1) === 1)
    this.skip(runs * 4 + extra)
    return text
  }
}
