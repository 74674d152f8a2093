import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chance, shuffle } from '../src/hotline/chance.ts'
import { accuracyOf, confidenceError, type Judged, macroF1 } from '../src/hotline/classify/accuracy.ts'
import { modelToBytes } from '../src/hotline/classify/kept-model.ts'
import { categoryOf } from '../src/hotline/classify/model.ts'
import { Training } from '../src/hotline/classify/training.ts'
import type { Message } from '../src/hotline/message.ts'
import { messageIn } from '../src/hotline/read/messages.ts'
import { tableRows } from '../src/hotline/read/table.ts'
import { demands } from './hotline/demands.ts'
import { line } from './measure.ts'

interface Labelled {
  readonly category: string
  readonly message: Message
}

const corpus = fileURLToPath(new URL('../../shared/corpus/hotline/labelled.tsv', import.meta.url))
const folds = 5

/** Training on 50,000 invented messages; then, where the corpus of real ones is at hand, five-fold cross-validation on it. */
export async function run(): Promise<void> {
  const all = demands(50_000)
  const started = performance.now()
  const training = new Training()
  for (const demand of all) training.add(demand.category, demand)
  const model = training.model()
  const trained = performance.now()
  for (const demand of all.slice(0, 1000)) categoryOf(model, demand)
  console.table([
    line('training on 50,000 messages', trained - started, 60_000),
    line('classifying one message', (performance.now() - trained) / 1000),
  ])
  const size = Math.round(modelToBytes(model).length / 2 ** 20)
  console.log(`model: ${size} MB; memory: ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`)
  if (!existsSync(corpus)) return console.log(`no corpus at ../shared/corpus/hotline: no cross-validation`)
  for (const seed of [1, 2, 3]) await crossValidated(seed)
}

async function crossValidated(seed: number): Promise<void> {
  const labelled: Labelled[] = []
  for await (const row of tableRows(corpus))
    labelled.push({ category: row.valueOf('category'), message: messageIn(row, corpus) })
  const judged = judgedBy(foldsOf(labelled, seed))
  const right = judged.filter(({ truth, said }) => truth === said).length / judged.length
  const row = {
    seed,
    'macro F1': macroF1(judged).toFixed(4),
    'of the goal 0.92': (macroF1(judged) / 0.92).toFixed(3),
  }
  console.table([
    { ...row, right: right.toFixed(4), 'error of confidence': confidenceError(judged).toFixed(4) },
  ])
  if (seed === 1) console.table(accuracyOf(judged))
}

/** Every message, judged by a model that was trained without its fold: nothing is chosen by what is reported here. */
function judgedBy(parts: readonly (readonly Labelled[])[]): Judged[] {
  return parts.flatMap(part => {
    const training = new Training()
    for (const other of parts)
      if (other !== part) for (const { category, message } of other) training.add(category, message)
    const model = training.model()
    return part.map(({ category, message }) => {
      const { category: said, confidence } = categoryOf(model, message)
      return { truth: category, said, confidence }
    })
  })
}

/** Parts with the same share of every category. */
function foldsOf(labelled: readonly Labelled[], seed: number): Labelled[][] {
  const parts: Labelled[][] = Array.from({ length: folds }, () => [])
  const draw = chance(seed)
  let at = 0
  for (const [, group] of [...Map.groupBy(labelled, ({ category }) => category)].sort()) {
    const order = group.map((_, number) => number)
    shuffle(order, order.length, draw)
    for (const number of order) {
      const one = group[number]
      if (one !== undefined) parts[at++ % folds]?.push(one)
    }
  }
  return parts
}
