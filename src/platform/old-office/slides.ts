import { HurtFile } from '../strange/hurt-file.ts'
import type { OldFile } from './compound.ts'

/** Numbers of records of a presentation in the form of PowerPoint 97 to 2003, MS-PPT. */
const is = {
  ...{ document: 0x3e8, slide: 0x3ee, showInfo: 0x3f9, drawing: 0x40c, list: 0xff0, listed: 0x3f3 },
  ...{ characters: 0xfa0, bytes: 0xfa8, outline: 0xf9e, edit: 0xff5, directory: 0x1772 },
} as const
const locked = 0xf3d1c4df

interface Piece {
  readonly type: number
  readonly instance: number
  readonly holdsOthers: boolean
  readonly from: number
  readonly to: number
}

/**
 * The words of each slide that is shown, a line for each paragraph. The file is read as its last saving left it: older
 * words lie beside them and are passed over, and so are hidden slides, notes and comments. @throws HurtFile
 */
export function oldSlideWords({ stream }: Pick<OldFile, 'stream'>): string[] {
  try {
    const [user, all] = [stream('Current User'), stream('PowerPoint Document')]
    if (user === undefined || all === undefined) throw new RangeError('a stream is missing')
    return new Slides(all).words(viewOf(user))
  } catch (cause) {
    if (cause instanceof RangeError) throw new HurtFile('文件已损坏，无法读完。')
    throw cause
  }
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

class Slides {
  readonly #view: DataView

  constructor(stream: Uint8Array) {
    this.#view = viewOf(stream)
  }

  words(user: DataView): string[] {
    if (user.getUint32(12, true) === locked) throw new HurtFile('文件设有密码，请去除密码后再试。')
    const { places, document } = this.#lastSaving(user.getUint32(16, true))
    const whole = this.#pieceAt(places.get(document))
    const list = this.#within(whole).find(({ type, instance }) => type === is.list && instance === 0)
    return this.#listed(list).flatMap(({ slide, outline }) => {
      const found = this.#pieceAt(places.get(slide))
      return this.#isHidden(found) ? [] : [this.#wordsOf(found, outline)]
    })
  }

  /** Where each part lies by the last saving: what was saved later replaces what was saved before. */
  #lastSaving(from: number): { readonly places: ReadonlyMap<number, number>; readonly document: number } {
    const places = new Map<number, number>()
    const seen = new Set<number>()
    let document: number | undefined
    for (let at = from; at !== 0 || document === undefined; ) {
      const { type, from: inside } = this.#pieceAt(at)
      if (type !== is.edit || seen.has(at)) throw new RangeError('not a saving')
      seen.add(at)
      document ??= this.#view.getUint32(inside + 16, true)
      this.#readDirectory(this.#view.getUint32(inside + 12, true), places)
      at = this.#view.getUint32(inside + 8, true)
    }
    return { places, document }
  }

  #readDirectory(at: number, places: Map<number, number>): void {
    const { type, from, to } = this.#pieceAt(at)
    if (type !== is.directory) throw new RangeError('not a directory')
    for (let next = from; next + 4 <= to; ) {
      const head = this.#view.getUint32(next, true)
      const [first, count] = [head & 0xfffff, head >>> 20]
      for (let each = 0; each < count; each++) {
        const place = this.#view.getUint32(next + 4 + each * 4, true)
        if (!places.has(first + each)) places.set(first + each, place)
      }
      next += 4 + count * 4
    }
  }

  /** The slides in their order, each with the texts that the outline keeps for it. */
  #listed(list: Piece | undefined): { readonly slide: number; readonly outline: readonly string[] }[] {
    const slides: { slide: number; outline: string[] }[] = []
    for (const piece of list === undefined ? [] : this.#within(list)) {
      if (piece.type === is.listed)
        slides.push({ slide: this.#view.getUint32(piece.from, true), outline: [] })
      const text = this.#text(piece)
      if (text !== undefined) slides.at(-1)?.outline.push(text)
    }
    return slides
  }

  #isHidden(slide: Piece): boolean {
    const info = this.#within(slide).find(({ type }) => type === is.showInfo)
    return info !== undefined && (this.#view.getUint16(info.from + 10, true) & 4) !== 0
  }

  #wordsOf(slide: Piece, outline: readonly string[]): string {
    const drawing = this.#within(slide).filter(({ type }) => type === is.drawing)
    const texts = drawing.flatMap(each => this.#textsIn(each, outline))
    return texts
      .flatMap(text => text.split(/[\r\n\v]/))
      .map(line => line.trim())
      .filter(line => line !== '')
      .join('\n')
  }

  #textsIn(piece: Piece, outline: readonly string[]): string[] {
    if (piece.holdsOthers) return this.#within(piece).flatMap(each => this.#textsIn(each, outline))
    if (piece.type === is.outline) return [outline[this.#view.getUint32(piece.from, true)] ?? '']
    return [this.#text(piece) ?? '']
  }

  #text({ type, from, to }: Piece): string | undefined {
    const step = type === is.characters ? 2 : type === is.bytes ? 1 : 0
    if (step === 0) return undefined
    let text = ''
    for (let at = from; at + step <= to; at += step)
      text += String.fromCharCode(step === 2 ? this.#view.getUint16(at, true) : this.#view.getUint8(at))
    return text
  }

  #within({ from, to }: Piece): Piece[] {
    const pieces: Piece[] = []
    for (let at = from; at + 8 <= to; ) {
      const piece = this.#pieceAt(at)
      if (piece.to > to) throw new RangeError('a piece is longer than what holds it')
      pieces.push(piece)
      at = piece.to
    }
    return pieces
  }

  /** @throws RangeError where there is none */
  #pieceAt(at: number | undefined): Piece {
    if (at === undefined) throw new RangeError('a part is missing')
    const head = this.#view.getUint16(at, true)
    const [type, length] = [this.#view.getUint16(at + 2, true), this.#view.getUint32(at + 4, true)]
    const [from, to] = [at + 8, at + 8 + length]
    if (to > this.#view.byteLength) throw new RangeError('a piece is cut')
    return { type, instance: head >>> 4, holdsOthers: (head & 15) === 15, from, to }
  }
}
