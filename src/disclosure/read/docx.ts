import { fileTypeFromBuffer } from 'file-type'
import { largestFileBytes } from '../../platform/files/known.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'
import { readWord } from './in-thread.ts'
import type { ImportedWord } from './word/import.ts'

/**
 * A Word document as the editor takes it in: clean body, pictures as bytes under the names that the body gives them in
 * `src`, what was left out in words, and what the text says of title, document number and day; or why it is refused.
 */
export async function importWord(bytes: Uint8Array): Promise<ImportedWord | Refusal> {
  if (bytes.length === 0) return refuse('文件是空的，请重新选择。')
  if (bytes.length > largestFileBytes) return refuse('文件超过 50 MB，请压缩其中的图片后再导入。')
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (found?.ext === 'cfb') {
    return refuse('这是旧版 .doc、.wps 或者加密的文件，请去除密码并另存为 .docx 后再导入。')
  }
  if (found?.ext === 'docm') {
    return refuse('文件带有宏程序，不能导入。请在 Word 中另存为不含宏的 .docx 文件后再试。')
  }
  if (found?.ext !== 'docx') return refuse('按内容判断，这不是 Word（.docx）文件；改后缀名没有用。')
  const read = await readWord(bytes)
  return 'done' in read ? read.done : refuse(read.wrong)
}
