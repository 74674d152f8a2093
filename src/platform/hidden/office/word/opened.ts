import type { Parts } from '../package.ts'
import { Tally } from '../tally.ts'
import { child, type Element, named, wordsIn } from '../xml.ts'
import { cleanPart } from './clean.ts'
import type { ShownPicture } from './drawing.ts'
import { WordStyles } from './style.ts'
import { unprinted, type WordFile, type WordPart, wordFile, wordPlace } from './word-file.ts'

/** A printed part, cleaned, with the pictures that it shows by their new numbers. */
export interface CleanPart {
  readonly part: WordPart
  readonly root: Element
  readonly pictures: readonly ShownPicture[]
}

/** A Word file, cleaned, with the count of what was taken out. */
export interface CleanWord {
  readonly file: WordFile
  readonly printed: readonly CleanPart[]
  readonly tally: Tally
}

/** Cleans a Word file; looking into it and rebuilding it are this same work. @throws CannotRedact */
export function cleanWord(parts: Parts): CleanWord {
  const file = wordFile(parts)
  const tally = new Tally()
  const styles = new WordStyles(file.styles)
  const hiddenHeads = unprinted(file)
  const keptHeads = new Set(file.printed.map(({ name }) => name).filter(name => !hiddenHeads.has(name)))
  for (const { name, kind, root } of file.printed) {
    if (hiddenHeads.has(name) && wordsIn(root).trim() !== '') tally.add('hiddenHeader', wordPlace[kind])
  }
  const cleaned = file.printed
    .filter(({ name }) => keptHeads.has(name))
    .map(part => {
      const pictures: ShownPicture[] = []
      return { part, root: cleanPart({ part, parts, styles, tally, keptHeads, pictures }), pictures }
    })
  const document = cleaned.find(({ part }) => part.kind === 'document')?.root
  const printed = cleaned.map(one => ({ ...one, root: withoutOrphans(one, document, tally) }))
  return { file, printed, tally }
}

/** A note whose mark was deleted from the text is printed no more. */
function withoutOrphans({ part, root }: CleanPart, document: Element | undefined, tally: Tally): Element {
  if (part.kind !== 'footnotes' && part.kind !== 'endnotes') return root
  const one = part.kind.slice(0, -1)
  const marks = document === undefined ? [] : named(document, `w:${one}Reference`)
  const ids = marks.map(({ attributes }) => attributes['w:id'])
  const children = root.children.filter(
    note =>
      typeof note === 'string' ||
      note.attributes['w:type'] !== undefined ||
      ids.includes(note.attributes['w:id']) ||
      wordsOfOrphan(note, tally, part),
  )
  return { ...root, children }
}

function wordsOfOrphan(note: Element, tally: Tally, part: WordPart): boolean {
  tally.add('hiddenText', wordPlace[part.kind], [...wordsIn(note)].length)
  return false
}

/** The settings that change what is printed. */
export function plainSettings(file: WordFile): Element {
  const evenAndOdd = child(file.settings, 'w:evenAndOddHeaders')
  const namespace = file.settings?.attributes['xmlns:w']
  return {
    name: 'w:settings',
    attributes: { 'xmlns:w': namespace ?? 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' },
    children: evenAndOdd === undefined ? [] : [{ ...evenAndOdd, children: [] }],
  }
}
