import { categoryOf } from '../classify/model.ts'
import { Training } from '../classify/training.ts'
import type { Message } from '../message.ts'
import { type Evidence, sure, type UnitModel } from './suggestion.ts'

/** A demand of the past with the unit that handled it in the end. */
export interface Handled extends Message {
  readonly unit: string
}

/** The fewest demands and units from which something is learned. */
export const fewestHandled = 50
const triedShare = 0.2

/**
 * Learns where demands go. `past` from the oldest to the newest: its newest fifth is first judged by what the rest taught,
 * which gives the figures that are shown as the reason; then everything is learned. The same past gives the same model.
 */
export function learnUnits(past: readonly Handled[]): UnitModel | undefined {
  if (past.length < fewestHandled || new Set(past.map(({ unit }) => unit)).size < 2) return undefined
  const cut = Math.floor(past.length * (1 - triedShare))
  const early = modelOf(past.slice(0, cut))
  const evidence = new Map<string, Evidence>()
  for (const demand of past.slice(cut)) {
    const { category, confidence } = categoryOf(early, demand)
    if (confidence < sure.confidence) continue
    const { judged, right } = evidence.get(category) ?? { judged: 0, right: 0 }
    evidence.set(category, { judged: judged + 1, right: right + (category === demand.unit ? 1 : 0) })
  }
  return { model: modelOf(past), evidence: Object.fromEntries(evidence) }
}

function modelOf(past: readonly Handled[]) {
  const training = new Training()
  for (const { unit, ...message } of past) training.add(unit, message)
  return training.model()
}
