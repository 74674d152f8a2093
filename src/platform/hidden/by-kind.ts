import { extractText } from 'unpdf'
import type { Box } from './box.ts'
import { CannotRedact } from './cannot-redact.ts'
import { type GivenKind, kindOfContent, kindToLookInto } from './content.ts'
import { type Hidden, hiddenLabel } from './hidden.ts'
import { type Parts, partsOf, partXml } from './office/package.ts'
import { lookIntoSheets, rebuiltSheets } from './office/sheet/rebuild.ts'
import { lookIntoSlides } from './office/slides/slides.ts'
import { lookIntoWord } from './office/word/look.ts'
import { rebuiltWord } from './office/word/rebuild.ts'
import { wordsIn } from './office/xml.ts'
import { drawable } from './pages/drawing.ts'
import { lookIntoPdf, readablePdf } from './pages/pdf-look.ts'
import { rebuiltPdf, rebuiltPicture } from './pages/pdf-rebuild.ts'
import { lookIntoPicture } from './pages/picture-look.ts'
import { pngOf } from './pages/png.ts'
import { pictureAsPage } from './pages/redraw.ts'
import { placesOf } from './word-search.ts'

/** What the clerk marked: boxes on pages and pictures, words in texts and in PDFs that have a text layer. */
export interface Marks {
  readonly boxes: readonly Box[]
  readonly words: readonly string[]
}

/** What was found in a file; `pages` is undefined for what has none: Word, Excel and PowerPoint. */
export interface Looked {
  readonly kind: GivenKind | 'pptx'
  readonly pages: number | undefined
  readonly found: readonly Hidden[]
}

/** The file that may be given out, and what was in the one that it was made from. */
export interface Rebuilt {
  readonly kind: 'docx' | 'xlsx' | 'pdf' | 'png'
  readonly bytes: Uint8Array
  readonly removed: readonly Hidden[]
}

/** Looks into a file. @throws CannotRedact */
export async function look(bytes: Uint8Array): Promise<Looked> {
  const kind = await kindToLookInto(bytes)
  const pages =
    kind === 'pdf' ? (await readablePdf(bytes)).numPages : kind === 'png' || kind === 'jpg' ? 1 : undefined
  return { kind, pages, found: await foundIn(kind, bytes) }
}

async function foundIn(kind: GivenKind | 'pptx', bytes: Uint8Array): Promise<readonly Hidden[]> {
  switch (kind) {
    case 'docx':
      return lookIntoWord(partsOf(bytes))
    case 'xlsx':
      return lookIntoSheets(partsOf(bytes))
    case 'pptx':
      return lookIntoSlides(partsOf(bytes))
    case 'pdf':
      return lookIntoPdf(bytes)
    case 'png':
    case 'jpg':
      return lookIntoPicture(bytes)
  }
}

/** Rebuilds a file and proves the result: looked into anew it hides nothing, and no marked word is in it. @throws CannotRedact */
export async function rebuild(bytes: Uint8Array, marks: Marks): Promise<Rebuilt> {
  const kind = await kindOfContent(bytes)
  const words = [...new Set(marks.words.map(word => word.trim()).filter(word => word !== ''))]
  const removed = await foundIn(kind, bytes)
  const made = await anew(kind, bytes, { boxes: marks.boxes, words })
  await prove(made, words)
  return { ...made, removed }
}

async function anew(
  kind: GivenKind,
  bytes: Uint8Array,
  { boxes, words }: Marks,
): Promise<Omit<Rebuilt, 'removed'>> {
  const texts = kind === 'docx' || kind === 'xlsx'
  if (texts && boxes.length > 0)
    throw new CannotRedact('Word、Excel 文件没有固定的页面，请改为填写要涂黑的词语。')
  switch (kind) {
    case 'docx':
      return { kind, bytes: await rebuiltWord(partsOf(bytes), words) }
    case 'xlsx':
      return { kind, bytes: rebuiltSheets(partsOf(bytes), words) }
    case 'pdf':
      return { kind, bytes: await rebuiltPdf(bytes, boxes, words) }
    case 'png':
    case 'jpg':
      if (words.length > 0) throw new CannotRedact('图片中的文字无法按词语查找，请改为画框。')
      return { kind: 'png', bytes: await rebuiltPicture(bytes, kind, boxes) }
  }
}

async function prove({ kind, bytes }: Omit<Rebuilt, 'removed'>, words: readonly string[]): Promise<void> {
  const [left] = await foundIn(kind, bytes)
  if (left !== undefined)
    throw new CannotRedact(
      `重建后的文件仍不干净（${left.where}有${hiddenLabel[left.kind]}：${left.what}），没有生成。`,
    )
  if (kind === 'pdf') {
    const { text } = await extractText(await readablePdf(bytes), { mergePages: true })
    if (text.trim() !== '') throw new CannotRedact('重建后的文件仍有文字层，没有生成。')
  }
  if (kind === 'docx' || kind === 'xlsx') proveWords(partsOf(bytes), words)
}

/** Words and the values of attributes: nowhere in the file may a marked word be left. */
function proveWords(parts: Parts, words: readonly string[]): void {
  for (const name of parts.keys()) {
    if (name.endsWith('.png')) continue
    const root = partXml(parts, name)
    const signs = [...(root === undefined ? '' : wordsIn(root))]
    const left = words.find(word => placesOf(signs, word).length > 0)
    if (left !== undefined) throw new CannotRedact(`重建后的文件中仍有“${left}”，没有生成。`)
  }
}

const dotsPerPoint = 110 / 72

/** A page as a picture for marking boxes, PNG; pages are numbered from 1. @throws CannotRedact */
export async function page(bytes: Uint8Array, number: number): Promise<Uint8Array> {
  const kind = await kindOfContent(bytes)
  if (kind === 'docx' || kind === 'xlsx') throw new CannotRedact('Word、Excel 文件没有固定的页面。')
  if (kind === 'pdf') await readablePdf(bytes)
  const drawing = kind === 'pdf' ? await drawable(bytes) : await pictureAsPage(bytes, kind)
  try {
    if (!Number.isInteger(number) || number < 1 || number > drawing.pages) {
      throw new CannotRedact(`没有第 ${number} 页。`)
    }
    return pngOf(drawing.draw(number, kind === 'pdf' ? dotsPerPoint : 1))
  } finally {
    drawing.close()
  }
}
