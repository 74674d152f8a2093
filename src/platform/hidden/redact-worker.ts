import { parentPort, workerData } from 'node:worker_threads'
import { look, type Marks, page, rebuild } from './by-kind.ts'
import { CannotRedact } from './cannot-redact.ts'

/** What the thread is asked. */
export type RedactTask =
  | { readonly task: 'look'; readonly bytes: Uint8Array }
  | { readonly task: 'rebuild'; readonly bytes: Uint8Array; readonly marks: Marks }
  | { readonly task: 'page'; readonly bytes: Uint8Array; readonly page: number }

function answer(asked: RedactTask): Promise<unknown> {
  switch (asked.task) {
    case 'look':
      return look(asked.bytes)
    case 'rebuild':
      return rebuild(asked.bytes, asked.marks)
    case 'page':
      return page(asked.bytes, asked.page)
  }
}

const asked: RedactTask = workerData
parentPort?.postMessage(
  await answer(asked).then(
    done => ({ done }),
    (error: unknown) => ({
      wrong: error instanceof CannotRedact ? error.message : '文件已损坏或者过于复杂，无法处理。',
    }),
  ),
)
