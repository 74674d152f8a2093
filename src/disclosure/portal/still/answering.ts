import { parentPort } from 'node:worker_threads'
import type { Said } from './threads.ts'

/** Answers the jobs that a thread of the copy is given. */
export function answerJobs<Job, Answer>(work: (job: Job) => Answer | Promise<Answer>): void {
  const answered = async (job: Job) => await work(job)
  const say = (said: Said<Answer>) => parentPort?.postMessage(said)
  parentPort?.on('message', (job: Job) => {
    answered(job).then(
      done => say({ done }),
      (cause: unknown) => say({ wrong: String(cause) }),
    )
  })
}
