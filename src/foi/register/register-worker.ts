import { parentPort, workerData } from 'node:worker_threads'
import { CannotReadRegister } from './cannot-read.ts'
import { readRegister } from './read.ts'

const bytes: Uint8Array = workerData
parentPort?.postMessage(
  await readRegister(bytes).then(
    sheets => ({ sheets }),
    (error: unknown) => ({
      wrong: error instanceof CannotReadRegister ? error.message : '文件已损坏，无法打开。',
    }),
  ),
)
