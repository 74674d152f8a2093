import { readDocx } from './format/docx.ts'
import type { Page } from './page.ts'
import { Unreadable } from './unreadable.ts'

/** Reads a Word, Excel or PDF file. @throws Unreadable */
export async function readHeavy(
  file: { readonly name: string; readonly bytes: Uint8Array },
  kind: 'docx' | 'xlsx' | 'pdf',
): Promise<Page> {
  if (kind === 'docx') return readDocx(file.bytes)
  throw new Unreadable(file.name, kind)
}
