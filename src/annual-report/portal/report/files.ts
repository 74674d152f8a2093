import type { Work } from '../../../platform/work.ts'
import { keepFiles } from '../../act/files.ts'
import { formats } from '../../printed/format.ts'
import { type EditionKey, keptSizes } from '../../store/files.ts'

const making = new WeakMap<Work, Map<string, Promise<unknown>>>()

/** How many bytes the edition has in each format; what no job has made yet is made now, once for all who ask. */
export async function sizesOf(work: Work, key: EditionKey): Promise<ReadonlyMap<string, number>> {
  const sizes = await keptSizes(work, key)
  if (sizes.size === formats.length) return sizes
  const running = making.get(work) ?? new Map<string, Promise<unknown>>()
  making.set(work, running)
  const name = [key.agency, key.year, key.edition].join('/')
  const one = running.get(name) ?? keepFiles(work, key).finally(() => running.delete(name))
  running.set(name, one)
  await one
  return keptSizes(work, key)
}
