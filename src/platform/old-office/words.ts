import WordExtractor from 'word-extractor'
import { HurtFile } from '../strange/hurt-file.ts'
import { oldFile } from './compound.ts'
import { oldSheetValues } from './sheets.ts'
import { oldSlideWords } from './slides.ts'

const mostColumns = 200

/**
 * The words of a file of Office 97 to 2003: a Word document with its notes as one page, an Excel file by its sheets,
 * a presentation by its slides. What is of no such program has none that are read.
 * @throws HurtFile
 */
export async function oldWords(bytes: Uint8Array): Promise<readonly string[]> {
  const { kind, stream } = oldFile(bytes)
  switch (kind) {
    case 'locked':
      throw new HurtFile('文件设有密码，请去除密码后再试。')
    case 'word':
      return [await oldWordText(bytes)]
    case 'sheets':
      return oldSheetValues(bytes, mostColumns).map(({ rows }) => rows.map(lineOf).join('\n'))
    case 'slides':
      return oldSlideWords({ stream })
    default:
      return []
  }
}

function lineOf({ cells }: { readonly cells: readonly string[] }): string {
  return cells.filter(cell => cell !== '').join(' ')
}

/** The words of a Word 97 to 2003 document, a line for each paragraph; comments and what was struck out stay out. @throws HurtFile */
export async function oldWordText(bytes: Uint8Array): Promise<string> {
  try {
    const document = await new WordExtractor().extract(Buffer.from(bytes))
    const parts = [document.getBody(), document.getFootnotes(), document.getEndnotes()]
    return parts
      .flatMap(part => part.split(/[\r\n\v\f]+/))
      .map(line => line.replaceAll('\t', ' ').trim())
      .filter(line => line !== '')
      .join('\n')
  } catch {
    throw new HurtFile('文件已损坏或者设有密码，无法打开。')
  }
}
