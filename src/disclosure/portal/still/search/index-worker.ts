import { workerData } from 'node:worker_threads'
import { z } from 'zod'
import { answerJobs } from '../answering.ts'
import { type Indexed, IndexWriter } from './index-writer.ts'

const { folder, name } = z.object({ folder: z.string(), name: z.string() }).parse(workerData)
const index = new IndexWriter(folder, name)

answerJobs((block: readonly Indexed[] | 'close') => (block === 'close' ? index.close() : index.add(block)))
