import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { CopiedDemands } from '../../../hotline/copying/whole.ts'
import type { CitySlice } from './demands.ts'
import type { SliceThread } from './slice-worker.ts'

const threads = 2

/** Copies the slices on two threads: drawing and sealing take more time than the database. */
export async function copiedInThreads(
  given: SliceThread,
  slices: readonly CitySlice[],
  progress: (demands: number) => void,
): Promise<CopiedDemands[]> {
  const left = [...slices]
  const done: CopiedDemands[] = []
  await Promise.all(
    Array.from({ length: Math.min(threads, slices.length) }, async () => {
      const worker = new Worker(new URL('./slice-worker.ts', import.meta.url), {
        workerData: given,
        // What is drawn for a demand is soon forgotten: with more room it need not be looked through so often.
        resourceLimits: { maxYoungGenerationSizeMb: 64 },
      })
      try {
        for (let slice = left.shift(); slice !== undefined; slice = left.shift()) {
          worker.postMessage(slice)
          const [copied]: CopiedDemands[] = await once(worker, 'message')
          if (copied !== undefined) done.push(copied)
          progress(done.reduce((sum, { demands }) => sum + demands, 0))
        }
      } finally {
        await worker.terminate()
      }
    }),
  )
  return done
}
