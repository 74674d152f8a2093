import type { KnownFile } from '../../platform/files/known.ts'

/** What the search reads of a file; empty for pictures and scans. */
export async function textOfFile(file: KnownFile): Promise<string> {
  return file.kind === 'txt' ? new TextDecoder().decode(file.bytes) : ''
}
