import type { Rule } from './pdf-rules.ts'

/** A cell drawn by rules: its box in points and its place in the grid. */
export interface DrawnCell {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly row: number
  readonly column: number
  readonly width: number
}

/** A table drawn by rules. */
export interface DrawnTable {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  readonly cells: readonly DrawnCell[]
}

const near = 2.5

/** The tables that the rules of a page draw, from top to bottom. */
export function drawnTables(rules: readonly Rule[]): readonly DrawnTable[] {
  return connected(rules)
    .flatMap(group => tableOf(group) ?? [])
    .toSorted((a, b) => b.top - a.top)
}

/** Rules that touch each other, directly or through others. */
function connected(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const boxes = rules.map(rule => ({ rule, box: boxOf(rule) })).toSorted((a, b) => b.box.top - a.box.top)
  const leader = boxes.map((_, at) => at)
  const find = (at: number): number => {
    let top = at
    while (leader[top] !== top) top = leader[top] ?? top
    leader[at] = top
    return top
  }
  for (const [i, a] of boxes.entries())
    for (let j = i + 1; j < boxes.length; j++) {
      const b = boxes[j]
      if (b === undefined || b.box.top < a.box.bottom - near) break
      if (b.box.left <= a.box.right + near && a.box.left <= b.box.right + near) leader[find(j)] = find(i)
    }
  const groups = new Map<number, Rule[]>()
  for (const [at, { rule }] of boxes.entries()) groups.set(find(at), [...(groups.get(find(at)) ?? []), rule])
  return [...groups.values()]
}

function boxOf({ x1, x2, y1, y2 }: Rule) {
  return { left: Math.min(x1, x2), right: Math.max(x1, x2), bottom: Math.min(y1, y2), top: Math.max(y1, y2) }
}

function lines(values: readonly number[]): readonly number[] {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted.filter((value, at) => at === 0 || value - (sorted[at - 1] ?? 0) > near)
}

function tableOf(rules: readonly Rule[]): DrawnTable | undefined {
  const boxes = rules.map(boxOf)
  const upright = boxes.filter(box => box.right - box.left < near)
  const level = boxes.filter(box => box.top - box.bottom < near)
  const xs = lines(upright.map(box => box.left))
  const ys = lines(level.map(box => box.top)).toReversed()
  if (xs.length < 2 || ys.length < 2 || xs.length > 60 || ys.length > 200) return undefined
  const barredRight = (x: number, y: number) =>
    upright.some(box => Math.abs(box.left - x) <= near && box.bottom <= y && y <= box.top)
  const barredBelow = (y: number, x: number) =>
    level.some(box => Math.abs(box.top - y) <= near && box.left <= x && x <= box.right)
  const cells = cellsOf(xs, ys, { barredRight, barredBelow })
  const [left = 0, right = 0] = [xs[0], xs.at(-1)]
  return { top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0, left, right, cells }
}

interface Bars {
  readonly barredRight: (x: number, y: number) => boolean
  readonly barredBelow: (y: number, x: number) => boolean
}

function cellsOf(xs: readonly number[], ys: readonly number[], bars: Bars): readonly DrawnCell[] {
  const taken = new Set<number>()
  const cells: DrawnCell[] = []
  for (let row = 0; row < ys.length - 1; row++)
    for (let column = 0; column < xs.length - 1; column++) {
      if (taken.has(row * 100 + column)) continue
      const y = ((ys[row] ?? 0) + (ys[row + 1] ?? 0)) / 2
      const x = ((xs[column] ?? 0) + (xs[column + 1] ?? 0)) / 2
      let end = column + 1
      while (end < xs.length - 1 && !bars.barredRight(xs[end] ?? 0, y)) end++
      let under = row + 1
      while (under < ys.length - 1 && !bars.barredBelow(ys[under] ?? 0, x)) under++
      for (let r = row; r < under; r++) for (let c = column; c < end; c++) taken.add(r * 100 + c)
      const [left = 0, right = 0, top = 0, bottom = 0] = [xs[column], xs[end], ys[row], ys[under]]
      cells.push({ left, right, top, bottom, row, column, width: end - column })
    }
  return cells
}
