import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { largestFileBytes } from '../../../platform/files/known.ts'
import { HurtFile } from '../../../platform/strange/hurt-file.ts'
import { ZipOnDisk } from '../../../platform/strange/zip-on-disk.ts'

/** The files of an older site as they were copied: read one by one, whatever holds them. */
export interface SiteFiles {
  /** Their names with / between the folders, in order. */
  names(): readonly string[]
  has(name: string): boolean
  /** @throws HurtFile */
  read(name: string): Promise<Uint8Array | undefined>
  close(): Promise<void>
}

const limits = {
  entries: 400_000,
  entryBytes: largestFileBytes + 1,
  totalBytes: 40 * 1024 * 1024 * 1024,
}

/** The files of a ZIP archive, or of a folder. @throws HurtFile where it is neither or may not be read */
export async function siteFiles(path: string): Promise<SiteFiles> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) throw new HurtFile(`没有“${path}”这个文件或者文件夹，请检查路径。`)
  return found.isDirectory() ? await folderFiles(path) : await ZipOnDisk.open(path, limits)
}

async function folderFiles(path: string): Promise<SiteFiles> {
  const root = await realpath(path)
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const names = entries
    .filter(entry => entry.isFile())
    .map(entry => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted()
  if (names.length > limits.entries)
    throw new HurtFile(`文件夹中的文件超过 ${limits.entries} 个，请分成几份。`)
  if (names.length === 0) throw new HurtFile('文件夹中没有文件。')
  const known = new Set(names)
  return {
    names: () => names,
    has: name => known.has(name),
    read: async name => {
      if (!known.has(name)) return undefined
      const { size } = await stat(join(root, name))
      if (size > limits.entryBytes) throw new HurtFile('文件超过 50 MB。')
      return new Uint8Array(await readFile(join(root, name)))
    },
    close: async () => {},
  }
}
