import { proposedTickets, type TicketMapping, ticketFieldOf } from './fields.ts'

/** A row of a sheet as it was read; `row` is its number in the file. */
export interface RawTicket {
  readonly row: number
  readonly cells: readonly string[]
}

/** Where the headings stand among the first rows of a sheet, and how its columns are read where nobody said it. */
export function headed(first: readonly RawTicket[], said: TicketMapping | undefined) {
  const named = first.map(({ cells }) => new Set(cells.flatMap(cell => ticketFieldOf(cell) ?? [])).size)
  const most = Math.max(0, ...named)
  const at = most >= 2 ? named.indexOf(most) : 0
  const width = Math.max(0, ...first.map(({ cells }) => cells.length))
  const headings = Array.from({ length: width }, (_, column) => (first[at]?.cells[column] ?? '').trim())
  const below = first.slice(at + 1)
  return {
    headings,
    samples: below
      .slice(0, 3)
      .map(({ cells }) => headings.map((_, column) => (cells[column] ?? '').slice(0, 60))),
    mapping: said ?? proposedTickets(headings),
    /** How many of the first rows stand above the tickets. */
    below: at + 1,
  }
}
