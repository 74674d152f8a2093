import type { Area } from '../box.ts'
import { type Drawable, drawable, type Picture } from './drawing.ts'
import { pixelsOfPicture } from './picture-file.ts'
import { pdfOfPictures } from './set-pages.ts'

/** A PNG or JPG file as a drawable document of one page, a point for a pixel. @throws CannotRedact */
export function pictureAsPage(bytes: Uint8Array, format: 'png' | 'jpg'): Promise<Drawable> {
  const size = pixelsOfPicture(bytes)
  return drawable(pdfOfPictures([{ picture: Buffer.from(bytes), format, ...size }]))
}

/** The pixels of a picture alone, cut to what is shown of it. @throws CannotRedact */
export async function redrawn(bytes: Uint8Array, format: 'png' | 'jpg', area: Area): Promise<Picture> {
  const page = await pictureAsPage(bytes, format)
  try {
    return cut(page.draw(1, 1), area)
  } finally {
    page.close()
  }
}

function cut(picture: Picture, area: Area): Picture {
  const left = Math.round(area.x * picture.width)
  const top = Math.round(area.y * picture.height)
  const width = Math.max(1, Math.round(area.width * picture.width))
  const height = Math.max(1, Math.round(area.height * picture.height))
  if (width === picture.width && height === picture.height) return picture
  const data = new Uint8Array(width * height * 4).fill(255)
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * picture.width + left) * 4
    data.set(picture.data.subarray(from, from + width * 4), y * width * 4)
  }
  return { width, height, data }
}

/** Paints areas black; every pixel that an area touches is painted. */
export function blacken(picture: Picture, areas: readonly Area[]): void {
  for (const { x, y, width, height } of areas) {
    const left = Math.max(0, Math.floor(x * picture.width))
    const right = Math.min(picture.width, Math.ceil((x + width) * picture.width))
    const bottom = Math.min(picture.height, Math.ceil((y + height) * picture.height))
    for (let row = Math.max(0, Math.floor(y * picture.height)); row < bottom; row++) {
      picture.data.fill(0, (row * picture.width + left) * 4, (row * picture.width + right) * 4)
    }
  }
}

/** Sixteen shades of each colour: letters and seals lose nothing by it, and a page is a third smaller. */
export function fewerShades({ data }: Picture): void {
  for (let at = 0; at < data.length; at++) data[at] = Math.round((data[at] ?? 0) / 17) * 17
}
