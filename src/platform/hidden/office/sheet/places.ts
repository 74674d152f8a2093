import { type Element, element, inside } from '../xml.ts'
import { part } from './style.ts'
import { cellsOf, columnLetters, columnNumber, rowsOf } from './workbook.ts'

/** A merged range; numbers from 1, ends included. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Where rows and columns come to stand when the hidden ones are gone. */
export interface NewPlaces {
  isHiddenRow(row: number): boolean
  isHiddenColumn(column: number): boolean
  row(old: number): number
  column(old: number): number
  /** Whether a cell lies under a merged one and is not its first. */
  isUnderMerge(row: number, column: number): boolean
  /** The range as it is now; undefined where one cell or none is left of it. */
  merge(old: Merge): string | undefined
  /** The widths that are left. */
  columns(): readonly Element[]
}

/** The merged ranges of a sheet. */
export function mergesOf(root: Element): readonly Merge[] {
  return inside(part(root, 'mergeCells')).flatMap(({ attributes }) => {
    const [, left, top, right, bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(attributes.ref ?? '') ?? []
    if (left === undefined || right === undefined) return []
    return { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) }
  })
}

/** The new places of a sheet's rows and columns. */
export function newPlaces(root: Element): NewPlaces {
  const rows = hiddenRows(root)
  const columns = inside(part(root, 'cols')).map(rangeOf)
  const hidden = columns.filter(one => one.hidden)
  const before = (column: number) =>
    hidden.reduce((sum, { min, max }) => sum + Math.max(0, Math.min(max, column - 1) - min + 1), 0)
  const row = (old: number) => old - countBelow(rows.sorted, old)
  const column = (old: number) => old - before(old)
  const under = cellsUnder(root)
  return {
    isHiddenRow: old => rows.all.has(old),
    isHiddenColumn: old => hidden.some(({ min, max }) => old >= min && old <= max),
    isUnderMerge: (at, across) => under.has(`${at}:${across}`),
    row,
    column,
    merge: old => {
      const { top, left } = { top: row(old.top), left: column(old.left) }
      const { bottom, right } = { bottom: row(old.bottom + 1) - 1, right: column(old.right + 1) - 1 }
      if (bottom < top || right < left || (bottom === top && right === left)) return undefined
      return `${columnLetters(left)}${top}:${columnLetters(right)}${bottom}`
    },
    columns: () =>
      columns
        .filter(one => !one.hidden)
        .map(({ min, max, width, style }) => {
          const place = { min: String(column(min)), max: String(column(max)) }
          const look = {
            ...(width === undefined ? {} : { width, customWidth: '1' }),
            ...(style === undefined ? {} : { style }),
          }
          return element('col', { ...place, ...look })
        }),
  }
}

function rangeOf({ attributes }: Element) {
  const { min, max, hidden, width, style } = attributes
  const narrow = width !== undefined && Number(width) < 0.3
  return { min: Number(min), max: Number(max), hidden: isTrue(hidden) || narrow, width, style }
}

function hiddenRows(root: Element): {
  readonly all: ReadonlySet<number>
  readonly sorted: readonly number[]
} {
  const flat = (height: string | undefined) => height !== undefined && Number(height) < 1
  const numbers = rowsOf(root)
    .filter(({ row: { attributes } }) => isTrue(attributes.hidden) || flat(attributes.ht))
    .map(({ number }) => number)
  return { all: new Set(numbers), sorted: numbers.toSorted((a, b) => a - b) }
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

function countBelow(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** The cells that hold something under a merged one. */
function cellsUnder(root: Element): ReadonlySet<string> {
  const merges = mergesOf(root)
  const under = new Set<string>()
  if (merges.length === 0) return under
  for (const { number, row } of rowsOf(root)) {
    const here = merges.filter(({ top, bottom }) => number >= top && number <= bottom)
    if (here.length === 0) continue
    for (const { column } of cellsOf(row)) {
      const over = here.find(({ left, right }) => column >= left && column <= right)
      if (over !== undefined && !(over.top === number && over.left === column))
        under.add(`${number}:${column}`)
    }
  }
  return under
}
