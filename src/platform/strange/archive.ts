import { unzipSync } from 'fflate'
import { HurtFile } from './hurt-file.ts'

const largestEntry = 60 * 1024 * 1024
const largestTotal = 100 * 1024 * 1024
const mostEntries = 3_000

/** Refuses an archive whose contents would be too many or too big, before anything is unpacked. */
export function checkArchive(bytes: Uint8Array): void {
  let total = 0
  let entries = 0
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries++
        total += originalSize
        if (entries > mostEntries || originalSize > largestEntry || total > largestTotal)
          throw new HurtFile(name)
        return false
      },
    })
  } catch (error) {
    if (error instanceof HurtFile) throw new HurtFile('文件解开后过大，可能是压缩炸弹。')
    throw new HurtFile('文件已损坏，无法解开。')
  }
  if (entries === 0) throw new HurtFile('文件已损坏，其中没有内容。')
}
