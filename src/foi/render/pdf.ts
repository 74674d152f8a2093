import { join } from 'node:path'
import { breakable, drawable } from '../../platform/printing/glyphs.ts'
import { typeset } from '../../platform/printing/typeset.ts'
import type { Letter } from '../letters/letter.ts'
import { printedLetter } from './printed.ts'

/** The letter as a PDF on A4, set by Typst from `letter.typ`. */
export function letterPdf(letter: Letter): Uint8Array {
  const { paragraphs, title, addressee, ...printed } = printedLetter(letter)
  const words = { title: pieces(title), addressee: pieces(addressee), paragraphs: paragraphs.map(pieces) }
  return typeset(join(import.meta.dirname, 'letter.typ'), { letter: { ...printed, ...words } })
}

function pieces(words: string): string[] {
  return breakable(drawable(words))
}
