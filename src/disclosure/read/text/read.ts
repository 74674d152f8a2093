import { CannotRedact } from '../../../platform/hidden/cannot-redact.ts'
import { partsOf } from '../../../platform/hidden/office/package.ts'
import { sheetValues } from '../../../platform/hidden/office/sheet/values.ts'
import { slideWords } from '../../../platform/hidden/office/slides/slides.ts'
import { readablePdf } from '../../../platform/hidden/pages/pdf-look.ts'
import { oldWords } from '../../../platform/old-office/words.ts'
import { checkArchive } from '../../../platform/strange/archive.ts'
import { HurtFile } from '../../../platform/strange/hurt-file.ts'
import { decodeText } from '../../../platform/text/encoding.ts'
import { paragraphsOf } from '../plain.ts'
import { wordDocument } from '../word/import.ts'
import { ofdPages } from './ofd.ts'

/** The kinds of files whose words are read. */
export type ReadKind = 'pdf' | 'docx' | 'xlsx' | 'pptx' | 'ofd' | 'cfb' | 'txt'

/** The words of a file by its pages or sheets, or why they cannot be read. */
export interface FileWords {
  readonly pages: readonly string[]
  readonly trouble: 'none' | 'locked' | 'hurt'
}

/** More words than these are not searched. */
const mostCharacters = 2_000_000
const mostColumns = 200

/** Reads the words of a file. */
export async function wordsOfFile(kind: ReadKind, bytes: Uint8Array): Promise<FileWords> {
  try {
    return { pages: bounded(await pagesOf(kind, bytes)), trouble: 'none' }
  } catch (error) {
    const said = error instanceof CannotRedact || error instanceof HurtFile ? error.message : ''
    return { pages: [], trouble: /加密|密码/.test(said) ? 'locked' : 'hurt' }
  }
}

async function pagesOf(kind: ReadKind, bytes: Uint8Array): Promise<readonly string[]> {
  switch (kind) {
    case 'pdf':
      return await pdfPages(bytes)
    case 'docx':
      return [paragraphsOf((await wordDocument(bytes)).body).join('\n')]
    case 'xlsx':
      return sheetValues(bytes, mostColumns).map(({ rows }) =>
        rows
          .map(({ cells }) => cells.filter(cell => cell !== '').join(' '))
          .filter(line => line !== '')
          .join('\n'),
      )
    case 'pptx':
      checkArchive(bytes)
      return slideWords(partsOf(bytes))
    case 'ofd':
      return ofdPages(bytes)
    case 'cfb':
      return await oldWords(bytes)
    case 'txt':
      return [decodeText(bytes)]
  }
}

async function pdfPages(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await readablePdf(bytes)
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const words = items.map(item => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''))
    pages.push(words.join('').trim())
    page.cleanup()
  }
  return pages
}

function bounded(pages: readonly string[]): readonly string[] {
  let left = mostCharacters
  return pages.map(page => {
    const kept = page.slice(0, left).replaceAll('\0', '')
    left -= kept.length
    return kept
  })
}
