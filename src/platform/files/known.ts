import { unzipSync } from 'fflate'
import { fileTypeFromBuffer } from 'file-type'
import { type Refusal, refuse } from '../../statute/refusal.ts'

/** The kinds of files that are taken in, by their content; the name decides nothing. */
const media = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  tif: 'image/tiff',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  cfb: 'application/x-cfb',
  ofd: 'application/ofd',
  txt: 'text/plain; charset=utf-8',
} as const
export type FileKind = keyof typeof media

const accepted = 'PDF、OFD、Word、Excel、图片（JPG、PNG、TIF）或者纯文本'
/** A scan of up to 50 MB. */
export const largestFileBytes = 50 * 1024 * 1024
const largestUnpackedBytes = 300 * 1024 * 1024

/** A file as it comes in: what it is by its content, under a name without path or control characters. */
export interface KnownFile {
  readonly name: string
  readonly kind: FileKind
  readonly media: string
  readonly bytes: Uint8Array
}

/** What the file is, or why it is not taken in. */
export async function knownFile(given: string, bytes: Uint8Array): Promise<KnownFile | Refusal> {
  const name = plainName(given)
  if (bytes.length === 0) return refuse(`“${name}”是空文件，请另选一个。`)
  if (bytes.length > largestFileBytes) return refuse(`“${name}”超过 50 MB，请压缩或者分成几个文件。`)
  const kind = await kindOf(bytes)
  if (kind === undefined)
    return refuse(`“${name}”的内容不是可以接收的文件。请提供${accepted}；改后缀名没有用。`)
  const hurt =
    kind === 'docx' || kind === 'xlsx' || kind === 'ofd' ? refusalOfArchive(name, bytes) : undefined
  return hurt ?? { name, kind, media: media[kind], bytes }
}

async function kindOf(bytes: Uint8Array): Promise<FileKind | undefined> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  switch (found?.ext) {
    case 'pdf':
    case 'png':
    case 'jpg':
    case 'tif':
    case 'docx':
    case 'xlsx':
    case 'cfb':
      return found.ext
    case 'zip':
      return entriesOf(bytes)?.some(({ name }) => name === 'OFD.xml') ? 'ofd' : undefined
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

function entriesOf(bytes: Uint8Array): { name: string; size: number }[] | undefined {
  const entries: { name: string; size: number }[] = []
  try {
    unzipSync(bytes, {
      filter({ name, originalSize }) {
        entries.push({ name, size: originalSize })
        return false
      },
    })
    return entries
  } catch {
    return undefined
  }
}

function refusalOfArchive(name: string, bytes: Uint8Array): Refusal | undefined {
  const entries = entriesOf(bytes)
  if (entries === undefined) return refuse(`“${name}”已损坏，无法打开。`)
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (total > largestUnpackedBytes || entries.length > 10_000)
    return refuse(`“${name}”解开后过大，可能是压缩炸弹。`)
  if (entries.some(({ name: part }) => /vbaProject\.bin$/i.test(part)))
    return refuse(`“${name}”中有宏程序，请另存为不含宏的文件。`)
  return undefined
}

/** The last part of a path, without control characters, marks of direction and what file systems do not bear. */
export function plainName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').replace(/^[.\s]+|[.\s]+$/g, '')
  return plain === '' ? '未命名' : [...plain].slice(0, 120).join('')
}
