import type { SheetValues } from '../../platform/hidden/office/sheet/values.ts'
import { guardedThreads } from '../../platform/strange/guarded-thread.ts'
import type { OldShown } from './preview/old.ts'
import type { ReadTask } from './read-worker.ts'
import type { FileWords, ReadKind } from './text/read.ts'
import type { ImportedWord } from './word/import.ts'

const script = new URL('./read-worker.ts', import.meta.url)
const limits = { atOnce: 2, longestMillis: 30_000, memoryMb: 600 }
const late = '读取超过 30 秒，已停止，请把文件分成几份后再试。'

const words = guardedThreads<ReadTask, { readonly done: FileWords }>(script, { ...limits, late })
const documents = guardedThreads<ReadTask, { readonly done: ImportedWord }>(script, { ...limits, late })
const sheets = guardedThreads<ReadTask, { readonly done: readonly SheetValues[] }>(script, {
  ...limits,
  late,
})

const olds = guardedThreads<ReadTask, { readonly done: OldShown }>(script, { ...limits, late })

/** What came of reading, or why nothing did, in Chinese. */
export type Read<T> = { readonly done: T } | { readonly wrong: string }

/** The words of a file, read in a thread of its own with a limit of time and memory. */
export function readWords(kind: ReadKind, bytes: Uint8Array): Promise<Read<FileWords>> {
  return words({ task: 'words', kind, bytes: Uint8Array.from(bytes) })
}

/** A Word document, read likewise. */
export function readWord(bytes: Uint8Array): Promise<Read<ImportedWord>> {
  return documents({ task: 'word', bytes: Uint8Array.from(bytes) })
}

/** The sheets of an Excel file that are shown, read likewise. */
export function readSheets(bytes: Uint8Array): Promise<Read<readonly SheetValues[]>> {
  return sheets({ task: 'sheets', bytes: Uint8Array.from(bytes) })
}

/** A file of Office 97 to 2003, read likewise: its kind is seen and what it shows is read in one thread. */
export function readOld(bytes: Uint8Array): Promise<Read<OldShown>> {
  return olds({ task: 'old', bytes: Uint8Array.from(bytes) })
}
