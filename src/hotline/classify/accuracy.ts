/** One message whose category is known, and what the model said. */
export interface Judged {
  readonly truth: string
  readonly said: string
  readonly confidence: number
}

/** How well one category is found: both shares from 0 to 1, and their harmonic mean. */
export interface CategoryAccuracy {
  readonly category: string
  readonly messages: number
  /** Of those said to be of it, the share that is. */
  readonly precision: number
  /** Of those that are of it, the share found. */
  readonly recall: number
  readonly f1: number
}

/** The accuracy of each category that occurs, in the order of their names. */
export function accuracyOf(judged: readonly Judged[]): CategoryAccuracy[] {
  const categories = [...new Set(judged.map(({ truth }) => truth))].sort()
  return categories.map(category => {
    const is = judged.filter(({ truth }) => truth === category)
    const said = judged.filter(one => one.said === category)
    const both = is.filter(one => one.said === category).length
    const [precision, recall] = [both / (said.length || 1), both / is.length]
    return { category, messages: is.length, precision, recall, f1: (2 * both) / (is.length + said.length) }
  })
}

/** The plain mean of the F1 of all categories: a small one counts as much as a large one. */
export function macroF1(judged: readonly Judged[]): number {
  const all = accuracyOf(judged)
  return all.reduce((sum, { f1 }) => sum + f1, 0) / all.length
}

/** By how much, on average, confidence differs from the share that was right, in ten steps of confidence. */
export function confidenceError(judged: readonly Judged[]): number {
  const steps = Map.groupBy(judged, ({ confidence }) => Math.min(9, Math.floor(confidence * 10)))
  return [...steps.values()].reduce((sum, step) => {
    const right = step.filter(({ truth, said }) => truth === said).length
    const told = step.reduce((all, { confidence }) => all + confidence, 0)
    return sum + Math.abs(right - told) / judged.length
  }, 0)
}

/** How often messages of one category were said to be of another. */
export interface Confused {
  readonly truth: string
  readonly said: string
  readonly messages: number
}

/** The cells of the matrix of confusion that are not empty, the fullest first; right answers stand on its diagonal. */
export function confusionOf(judged: readonly Judged[]): Confused[] {
  const cells = new Map<string, Confused>()
  for (const { truth, said } of judged) {
    const key = JSON.stringify([truth, said])
    cells.set(key, { truth, said, messages: (cells.get(key)?.messages ?? 0) + 1 })
  }
  return [...cells.values()].sort((a, b) => b.messages - a.messages || (a.truth < b.truth ? -1 : 1))
}
