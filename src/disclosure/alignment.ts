/** What stands on both sides, or on one side only. */
export type Pair<T> = readonly [before: T | undefined, after: T | undefined]

/** So many comparisons at most; longer rows stand beside each other as removed and added. */
const mostComparisons = 2_000_000

/**
 * Two rows side by side in their order, so that the weights of the pairs sum to the most that is possible. A weight of 0
 * keeps two things apart. Nothing is lost: the left sides are `before`, the right sides `after`.
 */
export function aligned<T>(
  before: readonly T[],
  after: readonly T[],
  weight: (a: T, b: T) => number,
): Pair<T>[] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const same = (from: number, to: number) => before.slice(from, to).map((each): Pair<T> => [each, each])
  const [a, b] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)]
  const middle =
    a.length * b.length > mostComparisons
      ? [...a.map((each): Pair<T> => [each, undefined]), ...b.map((each): Pair<T> => [undefined, each])]
      : heaviest(a, b, weight)
  return [...same(0, head), ...middle, ...same(before.length - tail, before.length)]
}

function heaviest<T>(a: readonly T[], b: readonly T[], weight: (a: T, b: T) => number): Pair<T>[] {
  const wide = b.length + 1
  const best = new Float64Array((a.length + 1) * wide)
  const weights = new Float64Array(a.length * b.length)
  const at = (row: number, column: number) => best[row * wide + column] ?? 0
  for (const [row, one] of [...a.entries()].toReversed()) {
    for (const [column, other] of [...b.entries()].toReversed()) {
      const own = weight(one, other)
      weights[row * b.length + column] = own
      const apart = Math.max(at(row + 1, column), at(row, column + 1))
      best[row * wide + column] = own > 0 ? Math.max(apart, own + at(row + 1, column + 1)) : apart
    }
  }
  const pairs: Pair<T>[] = []
  let [row, column] = [0, 0]
  while (row < a.length && column < b.length) {
    const own = weights[row * b.length + column] ?? 0
    const here = at(row, column)
    if (own > 0 && here <= own + at(row + 1, column + 1) + 1e-9) pairs.push([a[row++], b[column++]])
    else if (here <= at(row + 1, column) + 1e-9) pairs.push([a[row++], undefined])
    else pairs.push([undefined, b[column++]])
  }
  for (; row < a.length; row++) pairs.push([a[row], undefined])
  for (; column < b.length; column++) pairs.push([undefined, b[column]])
  return pairs
}
