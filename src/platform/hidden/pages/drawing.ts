import { PDFiumModule } from '@hyzyla/pdfium'
import { CannotRedact } from '../cannot-redact.ts'
import { type Character, textLayer } from './text-layer.ts'

/** A drawn page: four bytes a pixel, red green blue and one unused, rows from the top. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** A PDF that can be drawn; pages are numbered from 1, sizes are in points. */
export interface Drawable {
  readonly pages: number
  sizeOf(page: number): { readonly width: number; readonly height: number }
  /** Draws a page with what is printed of its annotations; `scale` 1 is 72 dots an inch. @throws CannotRedact */
  draw(page: number, scale: number): Picture
  /** The text layer of a page. */
  characters(page: number): readonly Character[]
  close(): void
}

type Pdfium = Awaited<ReturnType<typeof PDFiumModule>>

const mostPixels = 40_000_000
const drawAnnotations = 0x01
const redFirst = 0x10
const unusedFourth = 3

/** Opens a PDF for drawing. @throws CannotRedact where it is locked or hurt */
export async function drawable(bytes: Uint8Array): Promise<Drawable> {
  const pdfium = await PDFiumModule({})
  pdfium._FPDF_InitLibraryWithConfig({ version: 2 })
  const place = pdfium.wasmExports.malloc(bytes.length)
  pdfium.HEAPU8.set(bytes, place)
  const document = pdfium._FPDF_LoadMemDocument(place, bytes.length, 0)
  if (document === 0) {
    throw new CannotRedact(
      pdfium._FPDF_GetLastError() === 4 ? '文件已加密，请去除密码后再试。' : '文件已损坏，无法打开。',
    )
  }
  return {
    pages: pdfium._FPDF_GetPageCount(document),
    sizeOf: page => withPage(pdfium, document, page, handle => sizeOf(pdfium, handle)),
    draw: (page, scale) =>
      withPage(pdfium, document, page, handle =>
        drawn(pdfium, handle, pixelsOf(sizeOf(pdfium, handle), scale)),
      ),
    characters: page => withPage(pdfium, document, page, handle => textLayer(pdfium, handle)),
    close: () => {
      pdfium._FPDF_CloseDocument(document)
      pdfium.wasmExports.free(place)
    },
  }
}

function withPage<T>(pdfium: Pdfium, document: number, page: number, work: (handle: number) => T): T {
  const handle = pdfium._FPDF_LoadPage(document, page - 1)
  if (handle === 0) throw new CannotRedact(`第 ${page} 页已损坏，无法打开。`)
  try {
    return work(handle)
  } finally {
    pdfium._FPDF_ClosePage(handle)
  }
}

function sizeOf(pdfium: Pdfium, handle: number): { readonly width: number; readonly height: number } {
  return { width: pdfium._FPDF_GetPageWidth(handle), height: pdfium._FPDF_GetPageHeight(handle) }
}

/** A page that would be too many pixels is drawn coarser. */
function pixelsOf(size: { readonly width: number; readonly height: number }, scale: number) {
  const area = size.width * size.height * scale * scale
  const fit = area > mostPixels ? scale * Math.sqrt(mostPixels / area) : scale
  return {
    width: Math.max(1, Math.floor(size.width * fit)),
    height: Math.max(1, Math.floor(size.height * fit)),
  }
}

function drawn(
  pdfium: Pdfium,
  handle: number,
  size: { readonly width: number; readonly height: number },
): Picture {
  const { width, height } = size
  const place = pdfium.wasmExports.malloc(width * height * 4)
  if (place === 0) throw new CannotRedact('页面过大，无法绘制。')
  const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, unusedFourth, place, width * 4)
  try {
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff)
    pdfium._FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, 0, drawAnnotations | redFirst)
    return { width, height, data: pdfium.HEAPU8.slice(place, place + width * height * 4) }
  } finally {
    pdfium._FPDFBitmap_Destroy(bitmap)
    pdfium.wasmExports.free(place)
  }
}
