import { largestFileBytes } from '../../files/known.ts'
import type { Box } from '../box.ts'
import { CannotRedact } from '../cannot-redact.ts'
import { type Drawable, drawable } from './drawing.ts'
import { areasOfWord } from './marked-words.ts'
import { readablePdf } from './pdf-look.ts'
import { pngOf } from './png.ts'
import { blacken, fewerShades, pictureAsPage } from './redraw.ts'
import { type PicturePage, pdfOfPictures } from './set-pages.ts'

const dotsPerPoint = 150 / 72

/** The pages as pictures with the boxes and the words painted black, as a fresh PDF. @throws CannotRedact */
export async function rebuiltPdf(
  bytes: Uint8Array,
  boxes: readonly Box[],
  words: readonly string[],
): Promise<Uint8Array> {
  await readablePdf(bytes)
  const drawing = await drawable(bytes)
  try {
    checkBoxes(boxes, drawing.pages)
    const all = [...boxes, ...boxesOfWords(drawing, words)]
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
    fewerShades(drawn)
    const picture = pngOf(drawn)
    size += picture.length
    if (size > largestFileBytes) {
      throw new CannotRedact(`重建到第 ${page} 页时已超过 50 MB，请把文件分成几份后再试。`)
    }
    pages.push({ picture, format: 'png', ...drawing.sizeOf(page) })
  }
  return pages
}

function boxesOfWords(drawing: Drawable, words: readonly string[]): readonly Box[] {
  const found = new Set<string>()
  const boxes: Box[] = []
  for (let page = 1; page <= drawing.pages; page++) {
    const characters = drawing.characters(page)
    const shapeless = characters.filter(each => each.shapeless).length
    if (shapeless > 0) {
      throw new CannotRedact(
        `第 ${page} 页有 ${shapeless} 个字的字体没有嵌入文件，无法画出；请另存为嵌入字体的 PDF 后再试。`,
      )
    }
    for (const word of words) {
      const areas = areasOfWord(characters, word)
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
