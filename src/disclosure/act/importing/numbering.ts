import { setting } from '../../../platform/settings.ts'
import type { Work } from '../../../platform/work.ts'
import { type Day, yearOf } from '../../../statute/day.ts'
import { numbersFor } from '../../store/importing/imported.ts'
import { indexNumbersTaken } from '../../store/importing/taken.ts'
import { indexNumberBy, itemId } from '../../store/items.ts'
import { numberOfAgency } from '../drafting.ts'

interface ToNumber {
  readonly agency: string
  readonly publishedOn: Day
  /** As it was; null where it had none, and is given one. */
  readonly indexNumber: string | null
}

interface Numbered<T> {
  readonly each: T
  readonly id: string
  readonly indexNumber: string
}

/**
 * Gives each item of a batch its numbers: the index number 索引号 that it carries, else the next of its agency's year that
 * no other carries, neither in this batch nor among what is kept; one that is passed over is never given.
 */
export async function numbered<T extends ToNumber>(work: Work, items: readonly T[]): Promise<Numbered<T>[]> {
  const { indexPattern, agencyNumbers } = await setting(work.db, 'disclosure')
  const used = new Set(items.flatMap(({ indexNumber }) => indexNumber ?? []))
  const all: Numbered<T>[] = []
  const series = Map.groupBy(items, ({ agency, publishedOn }) => `${agency} ${yearOf(publishedOn)}`)
  for (const some of series.values()) {
    let waiting: readonly T[] = some
    while (waiting.length > 0) {
      const made = await nextOf(work, waiting, each =>
        indexPattern.replaceAll('{agency}', numberOfAgency(each.agency, agencyNumbers)),
      )
      const tried = made.flatMap(({ each, indexNumber }) => (each.indexNumber === null ? indexNumber : []))
      const taken = await indexNumbersTaken(work, tried)
      const free = made.filter(
        ({ each, indexNumber }) =>
          each.indexNumber !== null || !(taken.has(indexNumber) || used.has(indexNumber)),
      )
      for (const { indexNumber } of free) used.add(indexNumber)
      all.push(...free)
      const given = new Set(free.map(({ each }) => each))
      waiting = waiting.filter(each => !given.has(each))
    }
  }
  return all
}

/** The next running numbers of one agency's year for these. */
async function nextOf<T extends ToNumber>(
  work: Work,
  some: readonly T[],
  patternOf: (each: T) => string,
): Promise<Numbered<T>[]> {
  const [first] = some
  if (first === undefined) return []
  const from = await numbersFor(work, first.agency, yearOf(first.publishedOn), some.length)
  return some.map((each, at) => {
    const about = { agency: each.agency, on: each.publishedOn, number: from + at }
    return { each, id: itemId(about), indexNumber: each.indexNumber ?? indexNumberBy(patternOf(each), about) }
  })
}
