import { parentPort, workerData } from 'node:worker_threads'
import { HurtFile } from './format/archive.ts'
import { readDocx } from './format/docx.ts'
import { readPdf } from './format/pdf.ts'
import { readXlsx } from './format/xlsx.ts'

const readers = { docx: readDocx, xlsx: readXlsx, pdf: readPdf }

async function answer(): Promise<void> {
  const { kind, bytes }: { kind: keyof typeof readers; bytes: Uint8Array } = workerData
  try {
    parentPort?.postMessage({ page: await readers[kind](bytes) })
  } catch (error) {
    const wrong =
      error instanceof HurtFile
        ? error.message
        : error instanceof Error && error.name === 'PasswordException'
          ? '文件已加密,请去除密码后再试。'
          : '文件已损坏,无法打开。'
    parentPort?.postMessage({ wrong })
  }
}

await answer()
