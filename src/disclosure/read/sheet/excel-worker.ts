import { parentPort, workerData } from 'node:worker_threads'
import { CannotRedact } from '../../../platform/hidden/cannot-redact.ts'
import { HurtFile } from '../../../platform/strange/hurt-file.ts'
import { excelSheet } from './excel-sheet.ts'

function answer(bytes: Uint8Array) {
  try {
    return { sheet: excelSheet(bytes) }
  } catch (error) {
    const told = error instanceof HurtFile || error instanceof CannotRedact
    return { wrong: told ? error.message : '文件已损坏，无法打开。请在 Excel 中打开并另存后再试。' }
  }
}

const bytes: Uint8Array = workerData
parentPort?.postMessage(answer(bytes))
