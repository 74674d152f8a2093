import { categoriesOf } from '../classify/model.ts'
import { Training } from '../classify/training.ts'
import type { Message } from '../message.ts'
import {
  type CategoryKnown,
  countedByCategory,
  type TriedWithCategory,
  weightsOf,
  withCategory,
} from './by-category.ts'
import { type Evidence, sure, type UnitModel } from './unit-model.ts'

/** A demand of the past with the unit that handled it in the end. */
export interface Handled extends Message {
  readonly unit: string
  readonly category?: CategoryKnown | undefined
}

/** The fewest demands and units from which something is learned. */
export const fewestHandled = 50
const triedShare = 0.2

/**
 * Learns where demands go. `past` from the oldest to the newest: its newest fifth is first judged by what the rest taught,
 * which gives how much
 * categories weigh and the figures that are shown as the reason; then everything is learned. The same past gives the same model.
 */
export function learnUnits(past: readonly Handled[]): UnitModel | undefined {
  if (past.length < fewestHandled || new Set(past.map(({ unit }) => unit)).size < 2) return undefined
  const cut = Math.floor(past.length * (1 - triedShare))
  const [before, later] = [past.slice(0, cut), past.slice(cut)]
  const early = modelOf(before)
  const tried = later.map(({ unit, category, ...message }) => ({
    ...{ unit, category, shares: categoriesOf(early, message) },
  }))
  const counts = countedByCategory(before)
  const weight = weightsOf(counts, tried)
  return {
    model: modelOf(past),
    evidence: evidenceIn(
      tried.map(each => ({ ...each, shares: withCategory(each.shares, each.category, { counts, weight }) })),
    ),
    byCategory: { counts: countedByCategory(past), weight },
  }
}

/** How often the surest unit was the true one, unit by unit, where it was sure enough to be suggested. */
function evidenceIn(tried: readonly TriedWithCategory[]): Readonly<Record<string, Evidence>> {
  const evidence = new Map<string, Evidence>()
  for (const { unit, shares } of tried) {
    const [first] = shares
    if (first === undefined || first.confidence < sure.confidence) continue
    const { judged, right } = evidence.get(first.category) ?? { judged: 0, right: 0 }
    evidence.set(first.category, { judged: judged + 1, right: right + (first.category === unit ? 1 : 0) })
  }
  return Object.fromEntries(evidence)
}

function modelOf(past: readonly Handled[]) {
  const training = new Training()
  for (const { unit, subject, body } of past) training.add(unit, { subject, body })
  return training.model()
}
