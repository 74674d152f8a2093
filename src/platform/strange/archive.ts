import { unzipSync } from 'fflate'
import { HurtFile } from './hurt-file.ts'

/** Does it begin as a ZIP archive does, and with it every newer Office file? */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

/** What an archive may hold at most; sizes as they would be unpacked. */
export interface ArchiveLimits {
  readonly entryBytes: number
  readonly totalBytes: number
  readonly entries: number
}

const megabyte = 1024 * 1024
const toBeUnpacked: ArchiveLimits = { entryBytes: 60 * megabyte, totalBytes: 100 * megabyte, entries: 3_000 }

/**
 * The names of what an archive holds; one whose contents would be too many or too big is refused before anything is
 * unpacked. @throws HurtFile
 */
export function checkArchive(bytes: Uint8Array, limits = toBeUnpacked): readonly string[] {
  let total = 0
  const names: string[] = []
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name)
        total += originalSize
        if (names.length > limits.entries || originalSize > limits.entryBytes || total > limits.totalBytes)
          throw new HurtFile(name)
        return false
      },
    })
  } catch (error) {
    if (error instanceof HurtFile) throw new HurtFile('文件解开后过大，可能是压缩炸弹。')
    throw new HurtFile('文件已损坏，无法解开。')
  }
  if (names.length === 0) throw new HurtFile('文件已损坏，其中没有内容。')
  return names
}
