import { parentPort, workerData } from 'node:worker_threads'
import { modelToBytes } from '../../classify/kept-model.ts'
import { type Labelled, learnedFromPast } from '../../classify/office-model.ts'

const labelled: readonly Labelled[] = workerData
const { model, figures } = learnedFromPast(labelled)
parentPort?.postMessage({ bytes: modelToBytes(model), figures })
