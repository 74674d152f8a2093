import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { workerData } from 'node:worker_threads'
import { z } from 'zod'
import { answerJobs } from './answering.ts'
import { placesOf } from './places.ts'
import { enlarged, rewritten } from './rewriting.ts'

const { folder, endings, renderings } = z
  .object({ folder: z.string(), endings: z.map(z.string(), z.string()), renderings: z.boolean() })
  .parse(workerData)
const places = placesOf(endings, renderings)
const folders = new Set<string>()

/** A page as the site made it, and the file in which it is to stand. */
export interface PageToWrite {
  readonly file: string
  readonly text: string
}

/** The addresses that a page leads to and the copy holds, and how much was written. */
export interface PageWritten {
  readonly leadsTo: readonly string[]
  readonly bytes: number
}

// Pages come in groups: to wake a thread costs as much as to write a page.
answerJobs((pages: readonly PageToWrite[]): PageWritten[] => pages.map(written))

function written({ file, text }: PageToWrite): PageWritten {
  const own = rewritten(text, file, places)
  const large = `large/${file}`
  const bytes = write(file, own.page) + write(large, rewritten(enlarged(text), large, places).page)
  return { leadsTo: own.leadsTo, bytes }
}

function write(file: string, text: string): number {
  const target = join(folder, file)
  const inside = dirname(target)
  if (!folders.has(inside)) mkdirSync(inside, { recursive: true })
  folders.add(inside)
  const bytes = Buffer.from(text)
  writeFileSync(target, bytes)
  return bytes.length
}
