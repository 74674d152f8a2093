import { parentPort, workerData } from 'node:worker_threads'
import { modelToBytes } from '../../classify/kept-model.ts'
import { type Handled, learnUnits } from '../../duties/learning.ts'

const past: readonly Handled[] = workerData
const learned = learnUnits(past)
parentPort?.postMessage(learned === undefined ? null : { ...learned, model: modelToBytes(learned.model) })
