import type { SheetValues } from '../../../platform/hidden/office/sheet/values.ts'
import { oldFile } from '../../../platform/old-office/compound.ts'
import { oldSheetValues } from '../../../platform/old-office/sheets.ts'
import { type FileWords, wordsOfFile } from '../text/read.ts'

const mostColumns = 100

/** What a file of Office 97 to 2003 shows: the tables of a workbook, the words of anything else. */
export type OldShown =
  | { readonly kind: 'sheets'; readonly sheets: readonly SheetValues[] }
  | { readonly kind: 'words'; readonly words: FileWords }

/** Reads a file of Office 97 to 2003 for what it shows. @throws HurtFile */
export async function oldShown(bytes: Uint8Array): Promise<OldShown> {
  if (oldFile(bytes).kind === 'sheets') return { kind: 'sheets', sheets: oldSheetValues(bytes, mostColumns) }
  return { kind: 'words', words: await wordsOfFile('cfb', bytes) }
}
