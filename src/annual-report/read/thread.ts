import { Worker } from 'node:worker_threads'
import type { Reading } from '../finding.ts'
import type { Kind, ReportFile } from './kind.ts'
import { longestMillis, Unreadable } from './unreadable.ts'

type Answer = { readonly reading: Reading } | { readonly wrong: string }

const mostAtOnce = 2
const waiting: (() => void)[] = []
let running = 0

/** Reads a file in a thread of its own, with a limit of time and memory. @throws Unreadable */
export async function readInThread(file: ReportFile, kind: Kind): Promise<Reading> {
  if (running >= mostAtOnce) await new Promise<void>(resolve => waiting.push(resolve))
  else running++
  try {
    const answer = await inThread(kind, file.bytes)
    if ('wrong' in answer) throw new Unreadable(file.name, answer.wrong)
    return answer.reading
  } finally {
    const next = waiting.shift()
    if (next === undefined) running--
    else next()
  }
}

function inThread(kind: Kind, bytes: Uint8Array): Promise<Answer> {
  return new Promise(resolve => {
    const worker = new Worker(new URL('./thread-worker.ts', import.meta.url), {
      workerData: { kind, bytes: Uint8Array.from(bytes) },
      resourceLimits: { maxOldGenerationSizeMb: 400, maxYoungGenerationSizeMb: 64 },
      stdout: true,
      stderr: true,
      execArgv: [],
    })
    const stopWatching = watch(worker, () => done({ wrong: '读取超过 5 秒，已停止。' }))
    const done = (answer: Answer) => {
      stopWatching()
      resolve(answer)
      void worker.terminate()
    }
    worker.once('message', done)
    worker.once('error', () => done({ wrong: '文件过于复杂或已损坏，无法打开。' }))
    worker.once('exit', () => done({ wrong: '文件已损坏，无法打开。' }))
  })
}

/** Counts the thread's own time, so that a busy machine refuses nothing that an idle one reads; and waits never too long. */
function watch(worker: Worker, late: () => void): () => void {
  const last = setTimeout(late, longestMillis * 4)
  const timer = setInterval(() => {
    worker.cpuUsage().then(
      ({ user, system }) => {
        if (user + system > longestMillis * 1_000) late()
      },
      () => undefined,
    )
  }, 200)
  return () => {
    clearTimeout(last)
    clearInterval(timer)
  }
}
