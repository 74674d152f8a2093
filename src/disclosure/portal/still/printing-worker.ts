import { mkdirSync, writeFileSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { z } from 'zod'
import { printedBytes } from '../../render/bytes.ts'
import { type PrintedItem, printedFormats } from '../../render/printed.ts'
import { answerJobs } from './answering.ts'

const { folder } = z.object({ folder: z.string() }).parse(workerData)

/** An item that is written in every format into the folder of its name. */
export interface Printing {
  readonly id: string
  readonly item: PrintedItem
}

answerJobs(async ({ id, item }: Printing): Promise<number> => {
  const own = `${folder}/disclosure/items/${id}`
  mkdirSync(own, { recursive: true })
  let sum = 0
  for (const format of printedFormats) {
    const bytes = await printedBytes(item, format)
    writeFileSync(`${own}/file.${format}`, bytes)
    sum += bytes.length
  }
  return sum
})
