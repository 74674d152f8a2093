import { Worker } from 'node:worker_threads'
import type { Page } from './page.ts'
import { longestMillis, Unreadable } from './unreadable.ts'

type Answer = { readonly page: Page } | { readonly wrong: string }

const mostAtOnce = 2
const waiting: (() => void)[] = []
let running = 0

/** Reads a Word, Excel or PDF file in a thread of its own, with a limit of time and memory. @throws Unreadable */
export async function readHeavy(
  file: { readonly name: string; readonly bytes: Uint8Array },
  kind: 'docx' | 'xlsx' | 'pdf',
): Promise<Page> {
  if (running >= mostAtOnce) await new Promise<void>(resolve => waiting.push(resolve))
  else running++
  try {
    const answer = await inThread(kind, file.bytes)
    if ('wrong' in answer) throw new Unreadable(file.name, answer.wrong)
    return answer.page
  } finally {
    const next = waiting.shift()
    if (next === undefined) running--
    else next()
  }
}

function inThread(kind: 'docx' | 'xlsx' | 'pdf', bytes: Uint8Array): Promise<Answer> {
  return new Promise(resolve => {
    const worker = new Worker(new URL('./heavy-worker.ts', import.meta.url), {
      workerData: { kind, bytes: Uint8Array.from(bytes) },
      resourceLimits: { maxOldGenerationSizeMb: 400, maxYoungGenerationSizeMb: 64 },
      stdout: true,
      stderr: true,
      execArgv: [],
    })
    const timer = setTimeout(() => done({ wrong: '读取超过 5 秒,已停止。' }), longestMillis)
    const done = (answer: Answer) => {
      clearTimeout(timer)
      resolve(answer)
      void worker.terminate()
    }
    worker.once('message', done)
    worker.once('error', () => done({ wrong: '文件过于复杂或已损坏,无法打开。' }))
    worker.once('exit', () => done({ wrong: '文件已损坏,无法打开。' }))
  })
}
