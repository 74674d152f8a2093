import { parentPort, workerData } from 'node:worker_threads'
import { HurtFile } from '../../platform/strange/hurt-file.ts'
import type { Reading } from '../finding.ts'
import type { Kind } from './kind.ts'
import { fromPage, readLight } from './light.ts'

// Only the library of the one format is loaded: the thread lives for one file.
const readers = {
  docx: async (bytes: Uint8Array) => (await import('./format/docx.ts')).readDocx(bytes),
  xlsx: async (bytes: Uint8Array) => (await import('./format/xlsx.ts')).readXlsx(bytes),
  pdf: async (bytes: Uint8Array) => (await import('./format/pdf.ts')).readPdf(bytes),
}

async function readingOf(kind: Kind, bytes: Uint8Array): Promise<Reading> {
  if (kind === 'docx' || kind === 'xlsx' || kind === 'pdf') return fromPage(await readers[kind](bytes))
  return readLight(kind, bytes)
}

function because(error: unknown): string {
  if (error instanceof HurtFile) return error.message
  const locked = error instanceof Error && error.name === 'PasswordException'
  return locked ? '文件已加密，请去除密码后再试。' : '文件已损坏，无法打开。'
}

const { kind, bytes }: { kind: Kind; bytes: Uint8Array } = workerData
parentPort?.postMessage(
  await readingOf(kind, bytes).then(
    reading => ({ reading }),
    (error: unknown) => ({ wrong: because(error) }),
  ),
)
