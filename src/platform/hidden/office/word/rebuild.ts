import { posix } from 'node:path'
import { CannotRedact } from '../../cannot-redact.ts'
import { pngOf } from '../../pages/png.ts'
import { redrawn } from '../../pages/redraw.ts'
import { blackedOut } from '../../word-search.ts'
import { type NewPart, type Parts, packed, partXml } from '../package.ts'
import { Tally } from '../tally.ts'
import { type Element, type Node, named, within, wordsIn } from '../xml.ts'
import { cleanPart } from './clean.ts'
import type { ShownPicture } from './drawing.ts'
import { type CleanPart, type CleanWord, cleanWord, plainSettings } from './opened.ts'
import { WordStyles } from './style.ts'
import type { WordFile } from './word-file.ts'

const typeOf = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'

/** The Word file anew, of nothing but what its reader sees, with the words blacked out. @throws CannotRedact */
export async function rebuiltWord(parts: Parts, words: readonly string[]): Promise<Uint8Array> {
  const clean = cleanWord(parts)
  if (clean.tally.findings({}).some(({ kind }) => kind === 'coveringShape')) {
    throw new CannotRedact('文中有图形盖在文字之上，图形下面的文字无法可靠去除，请另存为 PDF 后再画框遮盖。')
  }
  const found = new Set<string>()
  const printed = clean.printed.map(one => ({ ...one, root: blackened(one.root, words, found) }))
  const missing = words.find(word => !found.has(word))
  if (missing !== undefined) throw new CannotRedact(`文件中没有找到“${missing}”，请核对后再试。`)
  return packed(await newParts({ ...clean, printed }))
}

async function newParts({ file, printed }: CleanWord): Promise<ReadonlyMap<string, NewPart>> {
  const out = new Map<string, NewPart>()
  const pictures = new Map<string, NewPart>()
  const beside = besideParts(file)
  for (const one of printed) {
    const relations = one.pictures.map((_, at) => ({
      ...{ id: `picture${at + 1}`, kind: 'image', target: `/${pictureName(one, at)}` },
    }))
    for (const [at, shown] of one.pictures.entries()) {
      pictures.set(pictureName(one, at), await pictureAnew(file.parts, shown))
    }
    const others = one.part.kind === 'document' ? neededBy(file, printed, beside) : []
    const type = `${typeOf}${one.part.kind === 'document' ? 'document.main' : one.part.kind}+xml`
    out.set(one.part.name, { content: one.root, type, relations: [...others, ...relations] })
  }
  return new Map([...out, ...beside, ...pictures])
}

function pictureName({ part }: CleanPart, at: number): string {
  return `word/media/${posix.basename(part.name, '.xml')}-${at + 1}.png`
}

async function pictureAnew(parts: Parts, shown: ShownPicture): Promise<NewPart> {
  const bytes = parts.get(shown.source) ?? new Uint8Array()
  const picture = await redrawn(bytes, bytes[0] === 0x89 ? 'png' : 'jpg', shown)
  return { content: pngOf(picture), type: 'image/png', relations: [] }
}

/** The main part's relations: headers and notes keep the numbers by which the text names them. */
function neededBy(
  file: WordFile,
  printed: readonly CleanPart[],
  beside: ReadonlyMap<string, NewPart>,
): NewPart['relations'] {
  const main = printed.find(({ part }) => part.kind === 'document')?.part.relations ?? []
  const kept = new Set(printed.map(({ part }) => part.name))
  const old = main.filter(({ target, outside }) => !outside && target !== file.main && kept.has(target))
  const added = [...beside.keys()].map(name => {
    const kind = posix.basename(name, '.xml')
    return { id: `own-${kind}`, kind, target: `/${name}` }
  })
  return [...old.map(({ id, kind, target }) => ({ id, kind, target: `/${target}` })), ...added]
}

/** How the words look: styles, numbering and the few settings that change what is printed. */
function besideParts(file: WordFile): ReadonlyMap<string, NewPart> {
  const out = new Map<string, NewPart>()
  const set = (name: string, root: Element | undefined) => {
    if (root === undefined) return
    const part = { name, kind: 'document', root, relations: [] } as const
    const styles = new WordStyles(undefined)
    const cleaning = { part, parts: file.parts, styles, tally: new Tally(), keptHeads: new Set<string>() }
    const content = cleanPart({ ...cleaning, pictures: [] })
    out.set(`word/${name}.xml`, { content, type: `${typeOf}${name}+xml`, relations: [] })
  }
  set('styles', file.styles)
  set('numbering', partXml(file.parts, 'word/numbering.xml'))
  set('settings', plainSettings(file))
  const theme = partXml(file.parts, 'word/theme/theme1.xml')
  if (theme !== undefined && named(theme, 'a:blip').length === 0) {
    const type = 'application/vnd.openxmlformats-officedocument.theme+xml'
    out.set('word/theme.xml', { content: theme, type, relations: [] })
  }
  return out
}

/** The words of each paragraph are read as one, over all its runs; a text box within is a paragraph of its own. */
function blackened(root: Element, words: readonly string[], found: Set<string>): Element {
  if (words.length === 0) return root
  const changed = new Map<Element, string>()
  for (const paragraph of within(root)) {
    if (paragraph.name !== 'w:p') continue
    const pieces = [...ownTexts(paragraph)]
    const out = blackedOut(pieces.map(wordsIn), words, found)
    for (const [at, piece] of pieces.entries()) changed.set(piece, out[at] ?? '')
  }
  const rewrite = (node: Node): Node => {
    if (typeof node === 'string') return node
    const said = changed.get(node)
    return { ...node, children: said === undefined ? node.children.map(rewrite) : [said] }
  }
  return { ...root, children: root.children.map(rewrite) }
}

function* ownTexts(node: Element): Generator<Element> {
  for (const one of node.children) {
    if (typeof one === 'string' || one.name === 'w:p') continue
    if (one.name === 'w:t') yield one
    else yield* ownTexts(one)
  }
}
