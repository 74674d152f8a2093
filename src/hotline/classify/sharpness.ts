import { sharesOf } from './model.ts'

/** A message that was not learned from: its scores, and the number of its true category. */
export interface Tried {
  readonly scores: Float64Array
  readonly truth: number
}

const narrowings = 40

/** The stretching of scores under which the true categories were likeliest (temperature scaling, Guo et al. 2017). */
export function sharpnessOf(tried: readonly Tried[]): number {
  if (tried.length === 0) return 1
  const surprise = (power: number) =>
    tried.reduce((sum, { scores, truth }) => {
      return sum - Math.log(Math.max(1e-12, sharesOf(scores, 2 ** power)[truth] ?? 0))
    }, 0)
  let [low, high] = [-3, 5]
  for (let times = 0; times < narrowings; times++) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3]
    if (surprise(left) < surprise(right)) high = right
    else low = left
  }
  return 2 ** ((low + high) / 2)
}
