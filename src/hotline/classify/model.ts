import { type Message, textOf } from '../message.ts'
import { rowOf, type Vocabulary } from './counting.ts'

/** What was learned from messages whose category is known. It holds grams and weights, no message. */
export interface CategoryModel {
  readonly categories: readonly string[]
  readonly vocabulary: Vocabulary
  /** Weight of gram g for category c at `g × categories + c`; behind the last gram the base of each category. */
  readonly weights: Float32Array
  /** By how much scores are stretched before they become shares; found on messages that the model had not seen. */
  readonly sharpness: number
}

/** A category with how sure the model is of it, from 0 to 1. */
export interface Classified {
  readonly category: string
  /**
   * Of messages with about this figure, about this share was right when the model was tried, in its training, on
   * messages that it had not seen. It says nothing on a message of a kind that never came before.
   */
  readonly confidence: number
}

/** Every category with its confidence, the surest first; together they make 1. */
export function categoriesOf(model: CategoryModel, message: Message): Classified[] {
  const shares = sharesOf(scoresOf(model, message), model.sharpness)
  return model.categories
    .map((category, at) => ({ category, confidence: shares[at] ?? 0 }))
    .sort((a, b) => b.confidence - a.confidence)
}

/** The category of a message. */
export function categoryOf(model: CategoryModel, message: Message): Classified {
  return categoriesOf(model, message)[0] ?? { category: '', confidence: 0 }
}

/** How many different characters and pairs of a message the model has ever seen: of a message that it cannot read it is never sure. */
export function knownGrams({ vocabulary }: CategoryModel, message: Message): number {
  return rowOf(textOf(message), vocabulary).ids.length
}

/** The score of each category in the order of the model, before it is stretched into shares. */
export function scoresOf({ vocabulary, weights, categories }: CategoryModel, message: Message): Float64Array {
  const { ids, values } = rowOf(textOf(message), vocabulary)
  const wide = categories.length
  const scores = Float64Array.from(weights.subarray(vocabulary.grams.count * wide))
  ids.forEach((gram, at) => {
    const value = values[at] ?? 0
    for (let category = 0; category < wide; category++)
      scores[category] = (scores[category] ?? 0) + value * (weights[gram * wide + category] ?? 0)
  })
  return scores
}

/** Scores as shares that make 1 together. */
export function sharesOf(scores: Float64Array, sharpness: number): Float64Array {
  const top = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY)
  const raised = scores.map(score => Math.exp((score - top) * sharpness))
  const all = raised.reduce((sum, share) => sum + share, 0)
  return raised.map(share => share / all)
}
