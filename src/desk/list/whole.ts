import type { Asked, Column, Page, Value } from './column.ts'

/**
 * One page of a list that the browser holds whole: filtered, sorted by the column's value, cut.
 * @param matches does the row fit this filter? Asked only for filters that say something.
 */
export function pageOf<Row>(
  rows: readonly Row[],
  { filters, sort, page, size }: Asked,
  columns: readonly Column<Row>[],
  matches: (row: Row, key: string, value: string) => boolean,
): Page<Row> {
  const said = Object.entries(filters)
  const found = rows.filter(row => said.every(([key, value]) => matches(row, key, value)))
  const down = sort?.startsWith('-') ?? false
  const column = columns.find(each => each.sort !== undefined && each.sort === sort?.replace(/^-/, ''))
  const sorted =
    column === undefined
      ? found
      : found.toSorted((a, b) => order(column.value(a), column.value(b)) * (down ? -1 : 1))
  return { lines: sorted.slice((page - 1) * size, page * size), total: found.length }
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** Blanks come first, numbers by size, texts as Chinese sorts them. */
function order(a: Value, b: Value): number {
  if (a === b) return 0
  if (a === null) return -1
  if (b === null) return 1
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
}
