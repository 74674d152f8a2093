import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import type { Counted, Span, YearOfRequest } from '../../figures/rows.ts'
import { yearsOfRequest } from '../../figures/rows.ts'
import type { ApplicantKind } from '../../request.ts'
import { resultRowOf } from '../../standing.ts'
import {
  type CellLine,
  type CountedCell,
  countedLines,
  countRequests,
  type Paged,
  requestsInCell,
} from '../../store/figures/count.ts'
import {
  type CountedRemedy,
  countRemedies,
  feesPaid,
  type RemedyLine,
  remediesInCell,
} from '../../store/figures/remedies.ts'
import { recordOf } from '../../store/history.ts'

/** What the records say of a span: tables 3 and 4, and the fees. */
export interface YearCounted {
  readonly requests: readonly Counted[]
  readonly remedies: readonly CountedRemedy[]
  readonly feesYuan: number
}

/** The figures of a span for the annual report: from the records, nothing typed in. */
export async function countedYear(work: Work, span: Span): Promise<YearCounted> {
  const [requests, remedies, feesYuan] = await Promise.all([
    countRequests(work, span),
    countRemedies(work, span),
    feesPaid(work, span),
  ])
  return { requests, remedies, feesYuan }
}

/** The requests behind a cell of table 3, a page of them. */
export function cellRequests(work: Work, span: Span, cell: CountedCell & Paged): Promise<CellLine[]> {
  return requestsInCell(work, span, cell)
}

/** The remedies behind a cell of table 4, a page of them. */
export function cellRemedies(
  work: Work,
  span: Span,
  cell: { route: string; column?: string | undefined } & Paged,
): Promise<RemedyLine[]> {
  return remediesInCell(work, span, cell)
}

/** What the public extract of a span is made of, nobody named. */
export function linesOfYear(work: Work, span: Span) {
  return countedLines(work, span)
}

/** The cells of the annual reports in which a request stands, year by year. */
export interface CellsOfRequest {
  readonly agency: string
  readonly applicantKind: ApplicantKind
  readonly years: readonly YearOfRequest[]
}

/** In which cells of which years a request is counted; none for a round, and for what was never confirmed. */
export async function cellsOfRequest(
  work: Work,
  id: string,
  today: Day,
): Promise<CellsOfRequest | undefined> {
  const record = await recordOf(work, id)
  if (record === undefined) return undefined
  const { request, standing } = record
  const { receivedOn, outcomeOn } = standing
  const round = (request.roundOf ?? null) !== null
  const placed = { receivedOn, outcomeOn, row: resultRowOf(standing) ?? null, round }
  return {
    agency: request.agency,
    applicantKind: request.applicantKind,
    years: yearsOfRequest(placed, today),
  }
}
