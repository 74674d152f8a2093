import type { Classified } from './model.ts'
import { firstLevel, lineageOf } from './tree.ts'

/** Below this confidence the model says that it is not sure. */
export const sureFrom = 0.6
/** So many messages of a category are needed before it is learned; with fewer, the one above it is. */
export const fewestOfCategory = 20

/** What is learned of each category: itself where enough messages have it, else the nearest above; the first level at last. */
export function learnableAs(categories: readonly string[]): (category: string) => string {
  const times = new Map<string, number>()
  for (const category of categories)
    for (const each of lineageOf(category)) times.set(each, (times.get(each) ?? 0) + 1)
  return category =>
    lineageOf(category)
      .toReversed()
      .find(each => (times.get(each) ?? 0) >= fewestOfCategory) ?? firstLevel(category)
}

/** The finest category of which the model is sure; else the likeliest of the first level, with how little sure that is. */
export function decidedBy(classified: readonly Classified[]): Classified {
  const shares = new Map<string, number>()
  for (const { category, confidence } of classified)
    for (const each of lineageOf(category)) shares.set(each, (shares.get(each) ?? 0) + confidence)
  const all = [...shares].map(([category, confidence]) => ({ category, confidence: Math.min(1, confidence) }))
  const best = (some: readonly Classified[]) => some.toSorted((a, b) => b.confidence - a.confidence)[0]
  const depth = ({ category }: Classified) => lineageOf(category).length
  const sure = all.filter(({ confidence }) => confidence >= sureFrom)
  const deepest = Math.max(0, ...sure.map(depth))
  const found =
    best(sure.filter(each => depth(each) === deepest)) ?? best(all.filter(each => depth(each) === 1))
  return found ?? { category: '', confidence: 0 }
}
