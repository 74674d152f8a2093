import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import mammoth from 'mammoth'
import { checkArchive } from '../../../platform/strange/archive.ts'
import type { Page } from '../page.ts'
import { readHtml } from './html.ts'

/** Reads a Word document; its pictures and hidden words are left out. */
export async function readDocx(bytes: Uint8Array): Promise<Page> {
  checkArchive(bytes)
  const noPicture = mammoth.images.imgElement(async () => ({ src: '' }))
  const buffer = Buffer.from(withoutHidden(bytes))
  const { value } = await mammoth.convertToHtml({ buffer }, { convertImage: noPicture })
  return readHtml(value)
}

const body = 'word/document.xml'

/** The library gives hidden words as if they were shown, so they are taken out before. */
function withoutHidden(bytes: Uint8Array): Uint8Array {
  const xml = strFromU8(unzipSync(bytes, { filter: ({ name }) => name === body })[body] ?? new Uint8Array())
  if (!/<w:vanish\s*\/>/.test(xml)) return bytes
  const shown = xml
    .split(/(?=<w:r[ >])/)
    .map(run =>
      /^[^>]*><w:rPr>(?:(?!<\/w:rPr>).)*<w:vanish\s*\/>/s.test(run)
        ? run.replace(/<w:t[ >].*?<\/w:t>/gs, '')
        : run,
    )
  return zipSync({ ...unzipSync(bytes), [body]: strToU8(shown.join('')) }, { level: 0 })
}
