import mammoth from 'mammoth'
import type { Page } from '../page.ts'
import { checkArchive } from './archive.ts'
import { readHtml } from './html.ts'

/** Reads a Word document; its pictures are left out. */
export async function readDocx(bytes: Uint8Array): Promise<Page> {
  checkArchive(bytes)
  const noPicture = mammoth.images.imgElement(async () => ({ src: '' }))
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage: noPicture })
  return readHtml(value)
}
