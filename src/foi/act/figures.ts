import type { Work } from '../../platform/work.ts'
import { type Counted, countRequests, type Span } from '../store/count.ts'

/** How many requests stand in which row of table 3, for the annual report: from the records, nothing typed in. */
export function countedRequests(work: Work, span: Span): Promise<Counted[]> {
  return countRequests(work, span)
}
