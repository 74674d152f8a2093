import { type Day, dayOf, yearOf } from '../../statute/day.ts'
import { type ResultRow, resultRows } from '../../statute/taxonomy.ts'
import { remedyResults } from '../events.ts'
import type { ApplicantKind } from '../request.ts'

/** A row of table 3 in which requests are counted; 总计 is added up, not counted. */
export const countedRows = ['received', 'carriedIn', ...resultRows, 'carriedOut'] as const
export type CountedRow = (typeof countedRows)[number]

/** A column of table 4; 总计 is added up. */
export const remedyColumns = [...remedyResults, 'pending'] as const

/** A year of an agency up to a cut-off, both days included; what is written down later than `knownAt` is not yet known. */
export interface Span {
  readonly agency: string
  readonly from: Day
  readonly until: Day
  readonly knownAt?: string | undefined
}

/** The span of a year up to this day; the whole year where the day is past its end. */
export function spanOf(agency: string, year: number, asOf?: Day): Span {
  const end = dayOf(`${year}-12-31`)
  return {
    agency,
    from: dayOf(`${year}-01-01`),
    until: asOf !== undefined && asOf < end ? asOf : end,
  }
}

/** What places a request in the table: when it came, and when and how it left. */
export interface Placed {
  readonly receivedOn: Day | null
  readonly outcomeOn: Day | null
  readonly row: ResultRow | null
  /** A round that answers again is not counted again (decision 0008). */
  readonly round: boolean
}

/** The two rows of a request in a span: by which it entered, by which it left; undefined where it is not counted in it. */
export interface RowsOfRequest {
  readonly entered: 'received' | 'carriedIn'
  readonly left: ResultRow | 'carriedOut'
}

/** In which rows a request stands, Art. 50: it enters on its day of receipt and leaves on the day of its outcome. */
export function rowsOfRequest(
  { receivedOn, outcomeOn, row, round }: Placed,
  { from, until }: Pick<Span, 'from' | 'until'>,
): RowsOfRequest | undefined {
  if (round || receivedOn === null || receivedOn > until) return undefined
  if (outcomeOn !== null && outcomeOn < from) return undefined
  const left = outcomeOn !== null && outcomeOn <= until && row !== null ? row : 'carriedOut'
  return { entered: receivedOn >= from ? 'received' : 'carriedIn', left }
}

/** One year's rows of a request. */
export interface YearOfRequest extends RowsOfRequest {
  readonly year: number
}

/** Every year in which a request is counted, from its receipt to its outcome or today, with its rows in each. */
export function yearsOfRequest(placed: Placed, today: Day): YearOfRequest[] {
  if (placed.receivedOn === null) return []
  const first = yearOf(placed.receivedOn)
  const last = yearOf(placed.outcomeOn ?? today)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at).flatMap(year => {
    const rows = rowsOfRequest(placed, spanOf('', year, today))
    return rows === undefined ? [] : [{ year, ...rows }]
  })
}

/** How many requests of one kind of applicant stand in one row of table 3. */
export interface Counted {
  readonly row: CountedRow
  readonly applicantKind: ApplicantKind
  readonly count: number
}
