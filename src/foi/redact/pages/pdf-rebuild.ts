import { CannotRedact } from '../cannot-redact.ts'
import { areasOfWord, charactersOf } from './characters.ts'
import { type Drawable, drawable } from './drawing.ts'
import { readablePdf } from './pdf-look.ts'
import { pngOf } from './png.ts'
import { type Area, blacken, pictureAsPage } from './redraw.ts'
import { type PicturePage, pdfOfPictures } from './set-pages.ts'

/** A place that the clerk marked; pages are numbered from 1. */
export interface Box extends Area {
  readonly page: number
}

const dotsPerPoint = 150 / 72
const largestResult = 400 * 1024 * 1024

/** The pages as pictures with the boxes and the words painted black, as a fresh PDF. @throws CannotRedact */
export async function rebuiltPdf(
  bytes: Uint8Array,
  boxes: readonly Box[],
  words: readonly string[],
): Promise<Uint8Array> {
  const all = [...boxes, ...(await boxesOfWords(bytes, words))]
  const drawing = await drawable(bytes)
  try {
    checkBoxes(all, drawing.pages)
    return pdfOfPictures(paintedPages(drawing, all))
  } finally {
    drawing.close()
  }
}

function paintedPages(drawing: Drawable, boxes: readonly Box[]): readonly PicturePage[] {
  const byPage = Map.groupBy(boxes, ({ page }) => page)
  const pages: PicturePage[] = []
  let size = 0
  for (let page = 1; page <= drawing.pages; page++) {
    const drawn = drawing.draw(page, dotsPerPoint)
    blacken(drawn, byPage.get(page) ?? [])
    const picture = pngOf(drawn)
    size += picture.length
    if (size > largestResult) throw new CannotRedact('重建后的文件过大，请分成几份后再试。')
    pages.push({ picture, format: 'png', ...drawing.sizeOf(page) })
  }
  return pages
}

async function boxesOfWords(bytes: Uint8Array, words: readonly string[]): Promise<readonly Box[]> {
  const document = await readablePdf(bytes)
  if (words.length === 0) return []
  const found = new Set<string>()
  const boxes: Box[] = []
  for (let page = 1; page <= document.numPages; page++) {
    const runs = await charactersOf(await document.getPage(page))
    for (const word of words) {
      const areas = areasOfWord(runs, word)
      if (areas.length > 0) found.add(word)
      boxes.push(...areas.map(area => ({ page, ...area })))
    }
  }
  const missing = words.find(word => !found.has(word))
  if (missing !== undefined) throw new CannotRedact(`文件中没有找到“${missing}”，请改为在页面上画框。`)
  return boxes
}

/** A picture with the boxes painted black, as PNG with nothing besides its pixels. @throws CannotRedact */
export async function rebuiltPicture(
  bytes: Uint8Array,
  format: 'png' | 'jpg',
  boxes: readonly Box[],
): Promise<Uint8Array> {
  const page = await pictureAsPage(bytes, format)
  try {
    checkBoxes(boxes, 1)
    const drawn = page.draw(1, 1)
    blacken(drawn, boxes)
    return pngOf(drawn)
  } finally {
    page.close()
  }
}

function checkBoxes(boxes: readonly Box[], pages: number): void {
  for (const { page, x, y, width, height } of boxes) {
    if (!Number.isInteger(page) || page < 1 || page > pages) {
      throw new CannotRedact(`没有第 ${page} 页，请核对所画的框。`)
    }
    if (![x, y, width, height].every(Number.isFinite) || width <= 0 || height <= 0) {
      throw new CannotRedact('所画的框不完整，请重新画。')
    }
  }
}
