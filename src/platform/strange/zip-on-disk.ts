import { type FileHandle, open } from 'node:fs/promises'
import { inflateRawSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { HurtFile } from './hurt-file.ts'

/** A file in an archive: how big it is unpacked, and where it lies. */
interface Entry {
  readonly sizeBytes: number
  readonly packedBytes: number
  readonly stored: boolean
  readonly at: number
}

/** What an archive on disk may hold; sizes as they would be unpacked. */
export interface DiskLimits {
  readonly entries: number
  readonly entryBytes: number
  readonly totalBytes: number
}

const megabyte = 1024 * 1024
const bomb = '压缩包解开后过大，可能是压缩炸弹，不能接收。'
const hurt = '压缩包已损坏，无法打开，请重新打包后再试。'
/** No archive of pages and papers unpacks to more than this many times its size. */
const mostTimes = 200

/**
 * A ZIP archive read file by file where it lies: only the list of names is held, so it may be far bigger than memory.
 * Names that lead outside, contents that swell, and files that lie upon each other are refused before anything is read.
 */
export class ZipOnDisk {
  readonly #file: FileHandle
  readonly #entries: ReadonlyMap<string, Entry>

  private constructor(file: FileHandle, entries: ReadonlyMap<string, Entry>) {
    this.#file = file
    this.#entries = entries
  }

  /** Opens an archive; close it when done. @throws HurtFile */
  static async open(path: string, limits: DiskLimits): Promise<ZipOnDisk> {
    const file = await open(path)
    try {
      const { size } = await file.stat()
      return new ZipOnDisk(file, entriesOf(await directoryOf(file, size), { limits, size }))
    } catch (cause) {
      await file.close()
      throw cause instanceof RangeError ? new HurtFile(hurt) : cause
    }
  }

  /** The names of its files, with / between the folders, in their order. */
  names(): readonly string[] {
    return [...this.#entries.keys()].toSorted()
  }

  /** Is there a file of this name? */
  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /** The bytes of a file; undefined where there is none. @throws HurtFile */
  async read(name: string): Promise<Uint8Array | undefined> {
    const entry = this.#entries.get(name)
    if (entry === undefined) return undefined
    const head = await piece(this.#file, entry.at, 30)
    if (head.readUInt32LE(0) !== 0x04034b50) throw new HurtFile(hurt)
    const from = entry.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
    const packed = await piece(this.#file, from, entry.packedBytes)
    const bytes = entry.stored ? packed : inflated(packed, entry.sizeBytes)
    if (bytes.length !== entry.sizeBytes) throw new HurtFile(hurt)
    return bytes
  }

  async close(): Promise<void> {
    await this.#file.close()
  }
}

function inflated(packed: Uint8Array, sizeBytes: number): Uint8Array {
  try {
    return sizeBytes === 0 ? new Uint8Array() : inflateRawSync(packed, { maxOutputLength: sizeBytes })
  } catch {
    throw new HurtFile(hurt)
  }
}

/** So many bytes from this place. @throws HurtFile where the file ends before */
async function piece(file: FileHandle, at: number, bytes: number): Promise<Buffer> {
  const buffer = Buffer.alloc(bytes)
  const { bytesRead } = await file.read(buffer, 0, bytes, at)
  if (bytesRead !== bytes) throw new HurtFile(hurt)
  return buffer
}

interface Directory {
  readonly bytes: Buffer
  readonly count: number
}

async function directoryOf(file: FileHandle, size: number): Promise<Directory> {
  const tail = Math.min(size, 65_535 + 22)
  const end = await piece(file, size - tail, tail)
  const at = end.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (at < 0) throw new HurtFile('按内容判断，这不是 ZIP 压缩包。')
  const wide = size - tail + at - 20
  const locator = wide < 0 ? undefined : await piece(file, wide, 20)
  const { count, bytes, from } =
    locator?.readUInt32LE(0) === 0x07064b50
      ? wideEnd(await piece(file, Number(locator.readBigUInt64LE(8)), 56))
      : {
          count: end.readUInt16LE(at + 10),
          bytes: end.readUInt32LE(at + 12),
          from: end.readUInt32LE(at + 16),
        }
  if (from + bytes > size || bytes > 256 * megabyte) throw new HurtFile(hurt)
  return { bytes: await piece(file, from, bytes), count }
}

function wideEnd(end: Buffer) {
  const number = (at: number) => Number(end.readBigUInt64LE(at))
  return { count: number(32), bytes: number(40), from: number(48) }
}

function entriesOf(
  { bytes, count }: Directory,
  { limits, size }: { readonly limits: DiskLimits; readonly size: number },
): ReadonlyMap<string, Entry> {
  if (count > limits.entries) throw new HurtFile(`压缩包中的文件超过 ${limits.entries} 个，请分成几份。`)
  const entries = new Map<string, Entry>()
  let [at, total, packed] = [0, 0, 0]
  for (let number = 0; number < count; number++) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new HurtFile(hurt)
    const [nameBytes, extraBytes] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30)]
    const name = safeName(bytes.subarray(at + 46, at + 46 + nameBytes), bytes.readUInt16LE(at + 8))
    const entry = entryAt(bytes, at, bytes.subarray(at + 46 + nameBytes, at + 46 + nameBytes + extraBytes))
    at += 46 + nameBytes + extraBytes + bytes.readUInt16LE(at + 32)
    if (name.endsWith('/')) continue
    total += entry.sizeBytes
    packed += entry.packedBytes
    const swells = total > limits.totalBytes || total > mostTimes * size + 10 * megabyte
    if (entry.sizeBytes > limits.entryBytes || swells || packed > size) throw new HurtFile(bomb)
    if (entries.has(name)) throw new HurtFile(`压缩包中有两个同名文件“${name}”，请重新打包。`)
    entries.set(name, entry)
  }
  if (entries.size === 0) throw new HurtFile('压缩包中没有文件。')
  return entries
}

function entryAt(bytes: Buffer, at: number, extra: Buffer): Entry {
  const flags = bytes.readUInt16LE(at + 8)
  const method = bytes.readUInt16LE(at + 10)
  if ((flags & 1) === 1) throw new HurtFile('压缩包有密码，请去除密码后再试。')
  if (method !== 0 && method !== 8)
    throw new HurtFile('压缩包的压缩方式不能识别，请用系统自带的 ZIP 重新打包。')
  const short = [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)]
  const long = wideNumbers(extra)
  const [sizeBytes = 0, packedBytes = 0, from = 0] = short.map(each =>
    each === 0xffffffff ? (long.shift() ?? Number.NaN) : each,
  )
  if (!Number.isSafeInteger(sizeBytes + packedBytes + from)) throw new HurtFile(hurt)
  return { sizeBytes, packedBytes, stored: method === 0, at: from }
}

/** The numbers that do not fit into four bytes, in their order. */
function wideNumbers(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    const numbers = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2))
    return Array.from({ length: Math.floor(numbers.length / 8) }, (_, nth) =>
      Number(numbers.readBigUInt64LE(nth * 8)),
    )
  }
  return []
}

/** A name as it was written: UTF-8, or what Windows writes in China. @throws HurtFile where it leads outside */
function safeName(bytes: Uint8Array, flags: number): string {
  const text = new TextDecoder('utf-8').decode(bytes)
  const isUtf8 = (flags & 0x800) !== 0 || !text.includes('\ufffd')
  const name = (isUtf8 ? text : iconv.decode(Buffer.from(bytes), 'gb18030')).replaceAll('\\', '/')
  if (leadsOutside(name))
    throw new HurtFile(`压缩包中有指向文件夹之外的文件名“${name.slice(0, 80)}”，不能接收。`)
  return name.replace(/^(?:\.\/)+/, '')
}

function leadsOutside(name: string): boolean {
  return name === '' || name.startsWith('/') || /^[a-z]:|\p{Cc}|(?:^|\/)\.\.(?:\/|$)/iu.test(name)
}
