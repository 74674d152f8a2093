import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'

/** A thread could not do its part of the copy. */
export class CopyFailed extends Error {}

/** As many threads as may work beside the one that makes the pages. */
export const threadsBeside = Math.min(3, Math.max(1, availableParallelism() - 1))

/** What a thread says of a job: what came of it, or what went wrong. */
export type Said<Answer> = { readonly done: Answer } | { readonly wrong: string }

interface Waiting<Job, Answer> {
  readonly job: Job
  readonly done: (answer: Answer) => void
  readonly failed: (cause: Error) => void
}

/** Threads that do jobs beside this one, each one after the other, in the order in which they come. */
export class Threads<Job, Answer> {
  readonly #workers: readonly Worker[]
  readonly #idle: Worker[]
  readonly #queue: Waiting<Job, Answer>[] = []
  readonly #doing = new Map<Worker, Waiting<Job, Answer>>()

  constructor(script: URL, { count, data }: { readonly count: number; readonly data: object }) {
    this.#workers = Array.from(
      { length: count },
      () => new Worker(script, { workerData: data, execArgv: [] }),
    )
    this.#idle = [...this.#workers]
    for (const worker of this.#workers) {
      worker.on('message', (said: Said<Answer>) => this.#said(worker, said))
      worker.on('error', cause => this.#said(worker, { wrong: String(cause) }))
    }
  }

  /** Has a job done. @throws CopyFailed */
  do(job: Job): Promise<Answer> {
    return new Promise((done, failed) => {
      this.#queue.push({ job, done, failed })
      this.#next()
    })
  }

  #next(): void {
    while (this.#idle.length > 0 && this.#queue.length > 0) {
      const [worker, waiting] = [this.#idle.pop(), this.#queue.shift()]
      if (worker === undefined || waiting === undefined) return
      this.#doing.set(worker, waiting)
      worker.postMessage(waiting.job)
    }
  }

  #said(worker: Worker, said: Said<Answer>): void {
    const waiting = this.#doing.get(worker)
    this.#doing.delete(worker)
    if ('wrong' in said) waiting?.failed(new CopyFailed(said.wrong))
    else waiting?.done(said.done)
    this.#idle.push(worker)
    this.#next()
  }

  /** Ends the threads, whatever they do. */
  async stop(): Promise<void> {
    await Promise.all(this.#workers.map(worker => worker.terminate()))
  }
}

/** Lets so many jobs be under way, and whoever brings the next waits. */
export class FewAtOnce {
  readonly #most: number
  readonly #running = new Set<Promise<void>>()
  #failed: unknown

  constructor(most: number) {
    this.#most = most
  }

  /** Begins a job as soon as few enough are under way. @throws what one before it failed with */
  async begin(job: () => Promise<void>): Promise<void> {
    while (this.#running.size >= this.#most) await Promise.race(this.#running)
    if (this.#failed !== undefined) throw this.#failed
    const running = job()
      .catch((cause: unknown) => {
        this.#failed ??= cause
      })
      .finally(() => this.#running.delete(running))
    this.#running.add(running)
  }

  /** Waits for all. @throws what one failed with */
  async finish(): Promise<void> {
    await Promise.all(this.#running)
    if (this.#failed !== undefined) throw this.#failed
  }
}
