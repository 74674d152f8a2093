import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** A page to be: a picture (PNG or JPG) that fills it; its size is in points. */
export interface PicturePage {
  readonly picture: Buffer
  readonly format: 'png' | 'jpg'
  readonly width: number
  readonly height: number
}

/** A PDF of pictures, set by Typst from a source that never changes (docs/decisions/0003). */
export function pdfOfPictures(pages: readonly PicturePage[]): Uint8Array {
  const typst = NodeCompiler.create({ workspace: import.meta.dirname })
  const told = pages.map(({ picture, format, width, height }, at) => {
    const file = `picture-${at}.${format}`
    typst.mapShadow(join(import.meta.dirname, file), picture)
    return { file, width, height }
  })
  try {
    return typst.pdf({
      mainFilePath: join(import.meta.dirname, 'pages.typ'),
      inputs: { pages: JSON.stringify(told) },
    })
  } finally {
    typst.resetShadow()
    typst.evictCache(0)
  }
}
