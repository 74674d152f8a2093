import type { Classified } from '../classify/model.ts'
import { lineageOf } from '../classify/tree.ts'

/** The category of a demand as evidence for its unit: chosen by people, or told by the office's model. */
export interface CategoryKnown {
  readonly category: string
  readonly byHand: boolean
}

/** Of the past demands of a category, how many each unit handled; categories above it count those below. */
export type CategoryCounts = Readonly<Record<string, Readonly<Record<string, number>>>>

/** To which power the shares by words and those by category are raised before they are multiplied; 1 and 0 leave the words alone. */
interface Weighing {
  readonly words: number
  readonly category: number
}

/** What the categories of the past teach: counts, and how they are weighed with the words. */
export interface CategoryPast {
  readonly counts: CategoryCounts
  readonly weight: { readonly byHand: Weighing; readonly told: Weighing }
}

const wordsAlone: Weighing = { words: 1, category: 0 }

/** A demand of the past: its category, where it had one, and its unit. */
interface Counted {
  readonly unit: string
  readonly category?: CategoryKnown | undefined
}

/** A demand that was judged without its unit being known: its category, the shares of units by its words, its unit. */
export interface TriedWithCategory extends Counted {
  readonly shares: readonly Classified[]
}

const every = ''
const smoothing = 5
const fewestOfCategory = 10
const fewestTried = 20
// Both come out of the same words: raised to 1 each, what they share would count twice (docs/decisions/0032).
const weighings: readonly Weighing[] = [1, 0.85, 0.7, 0.6, 0.5].flatMap(words =>
  [0, 0.25, 0.5, 0.75, 1, 1.5].map(category => ({ words, category })),
)

/** Counts units by category, at every level; under the empty category all demands that had one. */
export function countedByCategory(past: readonly Counted[]): CategoryCounts {
  const counts: Record<string, Record<string, number>> = {}
  for (const { unit, category } of past) {
    if (category === undefined) continue
    for (const each of [every, ...lineageOf(category.category)]) {
      const units = counts[each] ?? {}
      units[unit] = (units[unit] ?? 0) + 1
      counts[each] = units
    }
  }
  return counts
}

/** How categories are weighed: under which weighing the true units of demands that were not learned from were likeliest. */
export function weightsOf(
  counts: CategoryCounts,
  tried: readonly TriedWithCategory[],
): CategoryPast['weight'] {
  const best = (byHand: boolean) => {
    const some = tried.filter(({ category }) => category?.byHand === byHand)
    return some.length < fewestTried ? undefined : bestWeighing(counts, some)
  }
  const told = best(false)
  // What people choose is at least as right as what the model tells, also before enough of it came to be weighed.
  return { told: told ?? wordsAlone, byHand: best(true) ?? told ?? wordsAlone }
}

function bestWeighing(counts: CategoryCounts, tried: readonly TriedWithCategory[]): Weighing {
  const surpriseOf = (weighing: Weighing) =>
    tried.reduce((sum, { category, shares, unit }) => {
      const past = categoryPast(counts, category?.category ?? every)
      const found = weighed(shares, past, { counts, weighing }).find(each => each.category === unit)
      return sum - Math.log(Math.max(1e-6, found?.confidence ?? 0))
    }, 0)
  const told = weighings.map(weighing => ({ weighing, surprise: surpriseOf(weighing) }))
  return told.toSorted((a, b) => a.surprise - b.surprise)[0]?.weighing ?? wordsAlone
}

/** The units of the past of a category: of itself where it has enough demands, else of the nearest above that has. */
interface PastOfCategory {
  readonly category: string
  readonly units: Readonly<Record<string, number>>
  readonly demands: number
}

function categoryPast(counts: CategoryCounts, category: string): PastOfCategory | undefined {
  for (const each of lineageOf(category).toReversed()) {
    const units = counts[each]
    if (units === undefined) continue
    const demands = sumOf(units)
    if (demands >= fewestOfCategory) return { category: each, units, demands }
  }
  return undefined
}

/** Shares of units by the words of a demand, with its category: how much likelier it makes each unit. */
function weighed(
  shares: readonly Classified[],
  past: PastOfCategory | undefined,
  { counts, weighing }: { readonly counts: CategoryCounts; readonly weighing: Weighing },
): readonly Classified[] {
  const all = counts[every]
  if (past === undefined || all === undefined) return shares
  const whole = sumOf(all) + Object.keys(all).length
  const told = shares.map(({ category: unit, confidence }) => {
    const usual = ((all[unit] ?? 0) + 1) / whole
    const here = ((past.units[unit] ?? 0) + smoothing * usual) / (past.demands + smoothing)
    const share = confidence ** weighing.words * (here / usual) ** weighing.category
    return { category: unit, confidence: share }
  })
  const sum = sumOf(Object.fromEntries(told.map(each => [each.category, each.confidence]))) || 1
  return told
    .map(each => ({ ...each, confidence: each.confidence / sum }))
    .toSorted((a, b) => b.confidence - a.confidence)
}

function sumOf(units: Readonly<Record<string, number>>): number {
  return Object.values(units).reduce((sum, each) => sum + each, 0)
}

/** Units with their shares once the category of the demand counts too; unchanged where it has none or teaches nothing. */
export function withCategory(
  shares: readonly Classified[],
  category: CategoryKnown | undefined,
  { counts, weight }: CategoryPast,
): readonly Classified[] {
  if (category === undefined) return shares
  const past = categoryPast(counts, category.category)
  return weighed(shares, past, { counts, weighing: category.byHand ? weight.byHand : weight.told })
}

/** What the category of a demand says of a unit: of how many past demands of which category it handled how many. */
export interface CategoryEvidence {
  readonly category: string
  readonly demands: number
  readonly here: number
}

/** What the category says of a unit; undefined where it has none or teaches nothing. */
export function categoryEvidence(
  unit: string,
  category: CategoryKnown | undefined,
  { counts, weight }: CategoryPast,
): CategoryEvidence | undefined {
  if (category === undefined) return undefined
  if ((category.byHand ? weight.byHand : weight.told).category === 0) return undefined
  const past = categoryPast(counts, category.category)
  return past && { category: past.category, demands: past.demands, here: past.units[unit] ?? 0 }
}

/** The same in words, as the reason beside a suggestion. */
export function categoryReason({ category, demands, here }: CategoryEvidence, byHand: boolean): string {
  const name = lineageOf(category).at(-1)?.split('/').at(-1) ?? category
  return `分类“${name}”（${byHand ? '人工选定' : '自动判断'}）以往 ${demands} 件中，${here} 件由该单位承办`
}
