import { Worker } from 'node:worker_threads'

/** What a thread may use, and what is said in Chinese when it takes too long. */
export interface ThreadLimits {
  readonly atOnce: number
  /** Of the thread's own time, so that a busy machine refuses nothing that an idle one does; it waits at most four times as long. */
  readonly longestMillis: number
  readonly memoryMb: number
  readonly late: string
}

/** Why nothing came of it, in Chinese. */
export interface ThreadFailed {
  readonly wrong: string
}

/** Work on a stranger's file, each in a thread of its own with a limit of time and memory; what is above the number waits. */
export function guardedThreads<Data, Answer>(
  script: URL,
  limits: ThreadLimits,
): (data: Data) => Promise<Answer | ThreadFailed> {
  const waiting: (() => void)[] = []
  let running = 0
  return async data => {
    if (running >= limits.atOnce) await new Promise<void>(resolve => waiting.push(resolve))
    else running++
    try {
      return await inThread<Answer>(script, data, limits)
    } finally {
      const next = waiting.shift()
      if (next === undefined) running--
      else next()
    }
  }
}

function inThread<Answer>(script: URL, data: unknown, limits: ThreadLimits): Promise<Answer | ThreadFailed> {
  return new Promise(resolve => {
    const worker = new Worker(script, {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 64 },
      stdout: true,
      stderr: true,
      execArgv: [],
    })
    const stopWatching = watch(worker, limits.longestMillis, () => done({ wrong: limits.late }))
    const done = (answer: Answer | ThreadFailed) => {
      stopWatching()
      resolve(answer)
      void worker.terminate()
    }
    worker.once('message', done)
    worker.once('error', () => done({ wrong: '文件过于复杂或已损坏，无法打开。' }))
    worker.once('exit', () => done({ wrong: '文件已损坏，无法打开。' }))
  })
}

function watch(worker: Worker, longestMillis: number, late: () => void): () => void {
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
