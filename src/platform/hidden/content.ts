import { fileTypeFromBuffer } from 'file-type'
import { largestFileBytes } from '../files/known.ts'
import { checkArchive, isZip } from '../strange/archive.ts'
import { HurtFile } from '../strange/hurt-file.ts'
import { CannotRedact } from './cannot-redact.ts'

/** The kinds of files that are rebuilt; a file with macros counts as the kind without. */
export type GivenKind = 'docx' | 'xlsx' | 'pdf' | 'png' | 'jpg'

const kinds: Readonly<Record<string, GivenKind | 'pptx'>> = {
  ...{ docx: 'docx', docm: 'docx', xlsx: 'xlsx', xlsm: 'xlsx', pptx: 'pptx', pptm: 'pptx' },
  ...{ pdf: 'pdf', png: 'png', jpg: 'jpg' },
}

/** What a file is by its content, whatever it is called. @throws CannotRedact */
export async function kindOfContent(bytes: Uint8Array): Promise<GivenKind> {
  const kind = await kindToLookInto(bytes)
  if (kind === 'pptx') throw new CannotRedact('演示文稿不能涂黑，请导出为 PDF 后再处理。')
  return kind
}

/** Likewise, of what is only looked into. @throws CannotRedact */
export async function kindToLookInto(bytes: Uint8Array): Promise<GivenKind | 'pptx'> {
  if (bytes.length === 0) throw new CannotRedact('文件是空的，请重新选择。')
  if (bytes.length > largestFileBytes) throw new CannotRedact('文件超过 50 MB，请分成几份后再试。')
  if (isZip(bytes)) checkedArchive(bytes)
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (found?.ext === 'cfb') {
    throw new CannotRedact('这是旧版 Word、Excel 或者加密的文件，请去除密码并另存为 .docx 或 .xlsx 后再试。')
  }
  const kind = kinds[found?.ext ?? '']
  if (kind === undefined) {
    throw new CannotRedact(
      '按内容判断，这不是 Word、Excel、PowerPoint、PDF 文件或者 PNG、JPG 图片，不能处理。',
    )
  }
  return kind
}

function checkedArchive(bytes: Uint8Array): void {
  try {
    checkArchive(bytes)
  } catch (error) {
    if (error instanceof HurtFile) throw new CannotRedact(error.message)
    throw error
  }
}
