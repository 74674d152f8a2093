import { parentPort, workerData } from 'node:worker_threads'
import { copySlice } from '../../../hotline/act/copying/copy-demands.ts'
import type { WorkingTime } from '../../../hotline/working-time.ts'
import { platformSecrets } from '../../../platform/secret.ts'
import { type CitySize, type CitySlice, demandsOf } from './demands.ts'

/** What a thread is given once: where it writes, and of which city. */
export interface SliceThread {
  readonly url: string
  readonly dataDir: string
  readonly size: CitySize
  readonly time: WorkingTime
}

const { url, dataDir, size, time } = workerData as SliceThread
const secrets = await platformSecrets(dataDir)

// One slice after the other, as they are asked for; an error ends the thread and is told to who asked.
parentPort?.on('message', (slice: CitySlice) => {
  void copySlice(url, demandsOf(size, slice), { secrets, time }).then(copied =>
    parentPort?.postMessage(copied),
  )
})
