import type { Work } from '../../platform/work.ts'
import { type Format, formats } from '../printed/format.ts'
import { render } from '../render/render.ts'
import { editionOf } from '../store/editions.ts'
import { type EditionKey, keepFile, keptFile } from '../store/files.ts'

/** A published edition as a file: the kept one, or made on the spot where it is not there yet. */
export async function reportFile(
  work: Work,
  key: EditionKey,
  format: Format,
): Promise<Uint8Array | undefined> {
  return (await keptFile(work, key, format)) ?? (await made(work, key, format))
}

/** Makes and keeps the files of an edition that are missing. @returns how many were made */
export async function keepFiles(work: Work, key: EditionKey): Promise<number> {
  let count = 0
  for (const format of formats) {
    if ((await keptFile(work, key, format)) !== undefined) continue
    const bytes = await made(work, key, format)
    if (bytes === undefined) return count
    await keepFile(work, key, format, bytes)
    count++
  }
  return count
}

async function made(work: Work, key: EditionKey, format: Format): Promise<Uint8Array | undefined> {
  const found = await editionOf(work, key, key.edition)
  if (found === undefined) return undefined
  const { report, explanations, line } = found
  return render(report, format, { explanations, publishedOn: line.publishedOn })
}
