import { HurtFile } from '../../platform/strange/hurt-file.ts'
import type { Reading } from '../finding.ts'
import { type Kind, kindOf, type ReportFile } from './kind.ts'
import { readLight } from './light.ts'
import { readInThread } from './thread.ts'
import { largestBytes, Unreadable } from './unreadable.ts'

/** Words up to this size are read at once; more of them, and the formats of offices, in a guarded thread. */
const quickBytes = 512 * 1024

/**
 * Reads a published annual report from HTML, text, Markdown, JSON, Word, Excel or a PDF with text.
 * What cannot be read in it is a finding.
 * @throws Unreadable where the file is hurt, locked, too big, too slow or of an unknown kind
 */
export async function readReport(file: ReportFile): Promise<Reading> {
  if (file.bytes.length > largestBytes) throw new Unreadable(file.name, '文件超过 20 MB。')
  if (file.bytes.length === 0) throw new Unreadable(file.name, '文件是空的。')
  const kind = kindOf(file)
  const light = isLight(kind) && file.bytes.length <= quickBytes
  if (!light || !isLight(kind)) return readInThread(file, kind)
  try {
    return readLight(kind, file.bytes)
  } catch (error) {
    if (error instanceof HurtFile) throw new Unreadable(file.name, error.message)
    throw error
  }
}

function isLight(kind: Kind): kind is 'html' | 'txt' | 'md' | 'json' {
  return kind === 'html' || kind === 'txt' || kind === 'md' || kind === 'json'
}
