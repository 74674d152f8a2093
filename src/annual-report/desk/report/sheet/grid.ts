import type { CellPath } from '../../../form.ts'
import type { TableModel } from '../../../printed/cell-model.ts'

/** A figure's place in its table: the printed columns that it covers, the first of them 0, the last one included. */
export interface GridCell {
  readonly path: CellPath
  readonly from: number
  readonly to: number
}

/** The rows of a table that hold figures, with nothing but their figures. */
export type Grid = readonly (readonly GridCell[])[]

/** Where an arrow leads. */
export type Direction = 'up' | 'down' | 'left' | 'right' | 'start' | 'end'

/** The figures of a table as a grid. Figures stand at the right end of their rows, so columns are counted from there. */
export function gridOf({ rows }: TableModel): Grid {
  const width = (rows[0] ?? []).reduce((sum, cell) => sum + cell.colspan, 0)
  return rows
    .map(row => {
      let to = width - 1
      const cells: GridCell[] = []
      for (const { path, colspan } of row.toReversed()) {
        if (path !== undefined) cells.unshift({ path, from: to - colspan + 1, to })
        to -= colspan
      }
      return cells
    })
    .filter(row => row.length > 0)
}

/** Where a figure stands: its row and its place in the row; undefined in another table. */
function placeOf(grid: Grid, path: CellPath): readonly [row: number, place: number] | undefined {
  for (const [row, cells] of grid.entries()) {
    const place = cells.findIndex(cell => cell.path === path)
    if (place >= 0) return [row, place]
  }
  return undefined
}

/** The cell that an arrow leads to; the same at the edge of the table. */
export function moved(grid: Grid, path: CellPath, direction: Direction): CellPath {
  const found = placeOf(grid, path)
  if (found === undefined) return path
  const [row, place] = found
  const cells = grid[row] ?? []
  switch (direction) {
    case 'left':
      return (cells[place - 1] ?? grid[row - 1]?.at(-1))?.path ?? path
    case 'right':
      return (cells[place + 1] ?? grid[row + 1]?.[0])?.path ?? path
    case 'start':
      return cells[0]?.path ?? path
    case 'end':
      return cells.at(-1)?.path ?? path
    case 'up':
    case 'down': {
      const column = cells[place]?.from ?? 0
      const next = grid[direction === 'up' ? row - 1 : row + 1]
      return (next?.find(({ from, to }) => from <= column && column <= to) ?? next?.[0])?.path ?? path
    }
  }
}

/** The rectangle between two cells, row by row. */
export function between(grid: Grid, a: CellPath, b: CellPath): CellPath[][] {
  const [first, second] = [placeOf(grid, a), placeOf(grid, b)]
  if (first === undefined || second === undefined) return [[a]]
  const ends = [grid[first[0]]?.[first[1]], grid[second[0]]?.[second[1]]]
  const from = Math.min(...ends.map(cell => cell?.from ?? 0))
  const to = Math.max(...ends.map(cell => cell?.to ?? 0))
  return grid
    .slice(Math.min(first[0], second[0]), Math.max(first[0], second[0]) + 1)
    .map(row => row.filter(cell => cell.to >= from && cell.from <= to).map(({ path }) => path))
    .filter(row => row.length > 0)
}

/** The cells from one on, to the right and down: where a block is laid. */
export function from(grid: Grid, path: CellPath): CellPath[][] {
  const found = placeOf(grid, path)
  if (found === undefined) return []
  const column = grid[found[0]]?.[found[1]]?.from ?? 0
  return grid.slice(found[0]).map(row => row.filter(cell => cell.to >= column).map(cell => cell.path))
}
