import { fileTypeFromBuffer } from 'file-type'
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts'
import { type ArchiveLimits, checkArchive } from '../strange/archive.ts'
import { HurtFile } from '../strange/hurt-file.ts'

/** The kinds of files that are taken in, by their content; the name decides nothing. */
const media = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  tif: 'image/tiff',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  cfb: 'application/x-cfb',
  ofd: 'application/ofd',
  txt: 'text/plain; charset=utf-8',
} as const
export type FileKind = keyof typeof media

const accepted = 'PDF、OFD、Word、Excel、PowerPoint、图片（JPG、PNG、TIF）或者纯文本'
/** A scan of up to 50 MB. */
export const largestFileBytes = 50 * 1024 * 1024
/** What is only kept may be bigger unpacked than what we unpack ourselves. */
const toBeKept: ArchiveLimits = {
  ...{ entryBytes: 300 * 1024 * 1024, totalBytes: 300 * 1024 * 1024, entries: 10_000 },
}

/** A file as it comes in: what it is by its content, under a name without path or control characters. */
export interface KnownFile {
  readonly name: string
  readonly kind: FileKind
  readonly media: string
  readonly bytes: Uint8Array
}

/** The name of the store of programs in a file of Office 97 to 2003. */
const oldMacros = Buffer.from('_VBA_PROJECT', 'utf16le')

/** What the file is, or why it is not taken in. */
export async function knownFile(given: string, bytes: Uint8Array): Promise<KnownFile | Refusal> {
  const name = plainName(given)
  if (bytes.length === 0) return refuse(`“${name}”是空文件，请另选一个。`)
  if (bytes.length > largestFileBytes) return refuse(`“${name}”超过 50 MB，请压缩或者分成几个文件。`)
  const kind = await kindOf(bytes)
  const unknown = refuse(`“${name}”的内容不是可以接收的文件。请提供${accepted}；改后缀名没有用。`)
  if (kind === undefined) return unknown
  const macros = refuse(`“${name}”中有宏程序，请另存为不含宏的文件。`)
  if (kind === 'cfb' && Buffer.from(bytes).includes(oldMacros)) return macros
  if (kind !== 'docx' && kind !== 'xlsx' && kind !== 'pptx' && kind !== 'zip') {
    return { name, kind, media: media[kind], bytes }
  }
  const parts = partsOf(name, bytes)
  if (isRefusal(parts)) return parts
  if (parts.some(part => /vbaProject\.bin$/i.test(part))) return macros
  if (kind !== 'zip') return { name, kind, media: media[kind], bytes }
  return parts.includes('OFD.xml') ? { name, kind: 'ofd', media: media.ofd, bytes } : unknown
}

async function kindOf(bytes: Uint8Array): Promise<Exclude<FileKind, 'ofd'> | 'zip' | undefined> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  switch (found?.ext) {
    case 'pdf':
    case 'png':
    case 'jpg':
    case 'tif':
    case 'docx':
    case 'xlsx':
    case 'pptx':
    case 'cfb':
    case 'zip':
      return found.ext
    case undefined:
      return isText(bytes) ? 'txt' : undefined
    default:
      return undefined
  }
}

/** UTF-8 or GB 18030 without control characters, and no page or program in disguise. */
function isText(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 65_536)
  if (start.some(byte => byte < 9 || (byte > 13 && byte < 32))) return false
  const decoded = ['utf-8', 'gb18030'].map(encoding => new TextDecoder(encoding).decode(start))
  const text = decoded.find(each => (each.match(/\uFFFD/g)?.length ?? 0) <= 1)
  return text !== undefined && !/^\s*(<|#!|MZ)/.test(text)
}

/** The names of what an archive holds, or why it is not taken in. */
function partsOf(name: string, bytes: Uint8Array): readonly string[] | Refusal {
  try {
    return checkArchive(bytes, toBeKept)
  } catch (error) {
    if (error instanceof HurtFile) return refuse(`“${name}”不能接收：${error.message}`)
    throw error
  }
}

/** The last part of a path, without control characters, marks of direction and what file systems do not bear. */
export function plainName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').replace(/^[.\s]+|[.\s]+$/g, '')
  return plain === '' ? '未命名' : [...plain].slice(0, 120).join('')
}
