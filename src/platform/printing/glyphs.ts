import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

let known: readonly (readonly [from: number, to: number])[] | undefined

/** The characters of the font that every page falls back to, read from its table of characters (OpenType cmap, format 12). */
function covered(): readonly (readonly [number, number])[] {
  if (known !== undefined) return known
  const font = readFileSync(
    createRequire(import.meta.url).resolve('node-source-han-sans-sc/SourceHanSansSC-Regular.otf'),
  )
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const count = (start: number, entry: number) =>
    Array.from({ length: view.getUint16(start) }, (_, at) => at * entry)
  const nameAt = (at: number) => font.toString('latin1', at, at + 4)
  const table = count(4, 16).find(at => nameAt(12 + at) === 'cmap')
  if (table === undefined) throw new RangeError('the font has no table of characters')
  const cmap = view.getUint32(12 + table + 8)
  const format12 = count(cmap + 2, 8)
    .map(at => cmap + view.getUint32(cmap + 4 + at + 4))
    .find(at => view.getUint16(at) === 12)
  if (format12 === undefined) throw new RangeError('the font has no full table of characters')
  const groups = Array.from({ length: view.getUint32(format12 + 12) }, (_, at) => format12 + 16 + at * 12)
  known = groups.map(at => [view.getUint32(at), view.getUint32(at + 4)] as const)
  return known
}

function has(point: number): boolean {
  const groups = covered()
  let [low, high] = [0, groups.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const [from = 0, to = 0] = groups[middle] ?? []
    if (point < from) high = middle - 1
    else if (point > to) low = middle + 1
    else return true
  }
  return false
}

/** How a character is written that no font here can draw: 〔U+1F600〕. */
const codeOf = (points: readonly number[]): string =>
  `〔${points.map(point => `U+${point.toString(16).toUpperCase().padStart(4, '0')}`).join(' ')}〕`

// Radicals and doubles of characters share their drawing with the character: a file would say the one for the other.
const doubles = /[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu
const invisible = /\p{Default_Ignorable_Code_Point}/gu
/** Words as the typesetter can draw them: what the font lacks is written as its code, so that nothing is lost without a trace. */
export function drawable(words: string): string {
  let [text, lacking] = ['', [] as readonly number[]]
  for (const sign of simple(words)) {
    const point = sign.codePointAt(0) ?? 0
    if (has(point)) {
      text += lacking.length > 0 ? codeOf(lacking) + sign : sign
      lacking = []
    } else lacking = [...lacking, point]
  }
  return lacking.length > 0 ? text + codeOf(lacking) : text
}

function simple(words: string): string {
  const single = words.replace(doubles, sign => sign.normalize('NFKC'))
  return single.normalize('NFC').replace(invisible, '')
}

const longWord = /([!-~\u00a0-\u024f]{12}(?=[!-~\u00a0-\u024f]{12}))/u

/**
 * The words in pieces, every second of which is a part of a word that is longer than a line would hold: there the line
 * may break, or it would run off the paper.
 */
export function breakable(words: string): string[] {
  return words.split(longWord)
}
