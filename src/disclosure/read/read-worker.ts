import { parentPort, workerData } from 'node:worker_threads'
import { CannotRedact } from '../../platform/hidden/cannot-redact.ts'
import { HurtFile } from '../../platform/strange/hurt-file.ts'
import type { ReadKind } from './text/read.ts'

/** What the thread is asked. */
export type ReadTask =
  | { readonly task: 'word'; readonly bytes: Uint8Array }
  | { readonly task: 'words'; readonly kind: ReadKind; readonly bytes: Uint8Array }
  | { readonly task: 'sheets'; readonly bytes: Uint8Array }
  | { readonly task: 'old'; readonly bytes: Uint8Array }

const mostColumns = 100

// Only the library of the one task is loaded: the thread lives for one file.
async function answer(asked: ReadTask): Promise<unknown> {
  switch (asked.task) {
    case 'word':
      return (await import('./word/import.ts')).wordDocument(asked.bytes)
    case 'words':
      return (await import('./text/read.ts')).wordsOfFile(asked.kind, asked.bytes)
    case 'sheets':
      return (await import('../../platform/old-office/any-sheets.ts')).anySheetValues(
        asked.bytes,
        mostColumns,
      )
    case 'old':
      return (await import('./preview/old.ts')).oldShown(asked.bytes)
  }
}

function because(error: unknown): string {
  if (error instanceof HurtFile || error instanceof CannotRedact) return error.message
  return '文件已损坏，无法打开。请在 Word 中打开并另存后再试。'
}

const asked: ReadTask = workerData
parentPort?.postMessage(
  await answer(asked).then(
    done => ({ done }),
    (error: unknown) => ({ wrong: because(error) }),
  ),
)
