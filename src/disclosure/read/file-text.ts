import type { KnownFile } from '../../platform/files/known.ts'
import { readWords } from './in-thread.ts'
import type { FileWords, ReadKind } from './text/read.ts'

/** The words of a file that is known by its content; pictures have none that are read. */
export async function wordsOf({ kind, bytes }: Pick<KnownFile, 'kind' | 'bytes'>): Promise<FileWords> {
  if (!isRead(kind)) return { pages: [], trouble: 'none' }
  const read = await readWords(kind, bytes)
  return 'done' in read ? read.done : { pages: [], trouble: 'hurt' }
}

/** What the search reads of a file; empty for pictures, scans, and what is locked or hurt. */
export async function textOfFile(file: KnownFile): Promise<string> {
  return (await wordsOf(file)).pages.join('\n').trim()
}

function isRead(kind: KnownFile['kind']): kind is ReadKind {
  return kind !== 'png' && kind !== 'jpg' && kind !== 'tif'
}
