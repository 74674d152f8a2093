/** A straight rule drawn on a page, in points from the lower left corner. */
export interface Rule {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** What a page draws: operators and their arguments, as pdf.js gives them. */
export interface Drawing {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

type Matrix = readonly [number, number, number, number, number, number]

/** The numbers that pdf.js gives to the operators that matter here. */
export interface Operators {
  readonly save: number
  readonly restore: number
  readonly transform: number
  readonly constructPath: number
  readonly endPath: number
}

const thin = 3
const mostRules = 6_000

/** The horizontal and vertical rules of a page: strokes, and the edges of thin or framed boxes. */
export function rulesOf(drawing: Drawing, operators: Operators): readonly Rule[] {
  const rules: Rule[] = []
  const saved: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  for (const [at, operator] of drawing.fnArray.entries()) {
    const args = drawing.argsArray[at]
    if (operator === operators.save) saved.push(matrix)
    else if (operator === operators.restore) matrix = saved.pop() ?? matrix
    else if (operator === operators.transform) matrix = multiply(matrix, numbersOf(args))
    else if (operator === operators.constructPath && Array.isArray(args) && args[0] !== operators.endPath)
      for (const data of Array.isArray(args[1]) ? args[1] : []) addPath(rules, numbersOf(data), matrix)
    if (rules.length > mostRules) return []
  }
  return rules
}

function numbersOf(value: unknown): readonly number[] {
  if (value instanceof Float32Array) return [...value]
  if (Array.isArray(value)) return value.map(Number)
  return typeof value === 'object' && value !== null ? Object.values(value).map(Number) : []
}

function multiply(m: Matrix, said: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = said
  return [
    m[0] * a + m[2] * b,
    m[1] * a + m[3] * b,
    m[0] * c + m[2] * d,
    m[1] * c + m[3] * d,
    m[0] * e + m[2] * f + m[4],
    m[1] * e + m[3] * f + m[5],
  ]
}

/** Path data: 0 x y moves, 1 x y draws, 2 is a curve of three points, 3 of two, 4 closes. */
function addPath(rules: Rule[], data: readonly number[], matrix: Matrix): void {
  let start: readonly [number, number] = [0, 0]
  let from = start
  const to = (next: readonly [number, number]) => {
    const [x1, y1] = point(from, matrix)
    const [x2, y2] = point(next, matrix)
    const long = Math.max(Math.abs(x1 - x2), Math.abs(y1 - y2))
    if (long > thin && Math.min(Math.abs(x1 - x2), Math.abs(y1 - y2)) < 1) rules.push({ x1, y1, x2, y2 })
    from = next
  }
  for (let at = 0; at < data.length; ) {
    const code = data[at]
    const next = [data[at + 1] ?? 0, data[at + 2] ?? 0] as const
    if (code === 0) {
      start = next
      from = next
      at += 3
    } else if (code === 1) {
      to(next)
      at += 3
    } else if (code === 2 || code === 3) {
      const last = at + (code === 2 ? 5 : 3)
      from = [data[last] ?? 0, data[last + 1] ?? 0]
      at = last + 2
    } else {
      to(start)
      at += 1
    }
  }
}

function point([x, y]: readonly [number, number], m: Matrix): readonly [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]]
}
