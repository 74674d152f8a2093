import { rowOf } from '../classify/counting.ts'
import { categoriesOf, scoresOf } from '../classify/model.ts'
import type { Compared } from '../duplicates/likely.ts'
import { textOf } from '../message.ts'
import { type Evidence, sure, type UnitModel } from './unit-model.ts'

/** What happened to a demand on its way: whom it was sent to, and what that unit did. */
interface OnItsWay {
  readonly kind: string
  readonly unit?: string | null | undefined
}

/** What a demand taught that was returned: who sent it back, and who took it in the end; null until somebody did. */
export interface Correction extends Compared {
  readonly number: string
  readonly wrong: readonly string[]
  readonly right: string | null
}

/** Who sent a demand back for good, and who took it: a return that the hotline refused teaches nothing. */
export function taughtBy(events: readonly OnItsWay[]): Pick<Correction, 'wrong' | 'right'> {
  const wrong = new Set<string>()
  let sent: string | null = null
  let right: string | null = null
  for (const { kind, unit } of events) {
    if (kind === 'dispatched' || kind === 'arbitrated') {
      sent = unit ?? null
      // Nobody returns what was arbitrated.
      right = kind === 'arbitrated' ? sent : null
    }
    if (kind === 'signed') right = sent
    if (kind === 'returnRefused' && sent !== null) wrong.delete(sent)
    if (kind === 'returned' && sent !== null) {
      wrong.add(sent)
      right = null
    }
  }
  if (right !== null) wrong.delete(right)
  return { wrong: [...wrong], right: wrong.size === 0 ? null : right }
}

/** By how much a unit that took a demand is to be ahead of each other one, as odds: three to one is a confidence of 0.75. */
const ahead = 3

/**
 * The model with what came back since it was learned, the oldest first: for the words of such a demand the unit that took it
 * is put ahead of the others; until somebody took it, who returned it is put level with the next, so that nobody is
 * suggested (a passive-aggressive step, Crammer et al. 2006). What it was wrong about counts in its evidence too.
 */
export function corrected(learned: UnitModel, corrections: readonly Correction[]): UnitModel {
  if (corrections.length === 0) return learned
  const model = { ...learned.model, weights: learned.model.weights.slice() }
  const evidence: Record<string, Evidence> = { ...learned.evidence }
  const numberOf = new Map(model.categories.map((unit, at) => [unit, at]))
  for (const correction of corrections) {
    judge(evidence, learned, correction)
    const right = correction.right === null ? undefined : numberOf.get(correction.right)
    if (right !== undefined) putAhead(model, correction, right)
    else for (const unit of correction.wrong) putLevel(model, correction, numberOf.get(unit))
  }
  return { ...learned, model, evidence }
}

/** What the model as it was learned would have said counts as right or wrong, where it would have been suggested. */
function judge(evidence: Record<string, Evidence>, { model }: UnitModel, correction: Correction): void {
  const [first] = categoriesOf(model, correction)
  if (first === undefined || first.confidence < sure.confidence) return
  const right = first.category === correction.right
  if (!right && !correction.wrong.includes(first.category)) return
  const before = evidence[first.category] ?? { judged: 0, right: 0 }
  evidence[first.category] = { judged: before.judged + 1, right: before.right + (right ? 1 : 0) }
}

function putAhead(model: UnitModel['model'], demand: Compared, right: number): void {
  const margin = Math.log(ahead) / model.sharpness
  model.categories.forEach((_, other) => {
    const behind = other === right ? 0 : lead(model, demand, [other, right]) + margin
    if (behind > 0) move(model, demand, [right, behind / 2], [other, -behind / 2])
  })
}

function putLevel(model: UnitModel['model'], demand: Compared, wrong: number | undefined): void {
  if (wrong === undefined) return
  const others = model.categories.map((_, at) => at).filter(at => at !== wrong)
  const least = Math.min(...others.map(other => lead(model, demand, [wrong, other])))
  if (least > 0) move(model, demand, [wrong, -least])
}

/** By how much the score of one unit is above that of another. */
function lead(model: UnitModel['model'], demand: Compared, [one, other]: readonly [number, number]): number {
  const scores = scoresOf(model, demand)
  return (scores[one] ?? 0) - (scores[other] ?? 0)
}

/** Moves the scores that units have for the words of a demand. Its row has length 1: so much is added as is said. */
function move(
  { vocabulary, weights, categories }: UnitModel['model'],
  demand: Compared,
  ...moves: readonly (readonly [unit: number, by: number])[]
): void {
  const { ids, values } = rowOf(textOf(demand), vocabulary)
  const wide = categories.length
  ids.forEach((gram, at) => {
    for (const [unit, by] of moves) {
      const place = gram * wide + unit
      weights[place] = (weights[place] ?? 0) + by * (values[at] ?? 0)
    }
  })
}
