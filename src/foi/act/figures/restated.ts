import type { Work } from '../../../platform/work.ts'
import type { Span } from '../../figures/rows.ts'
import {
  type RestatedRemedy,
  type RestatedRequest,
  restatedRemedies,
  restatedRequests,
} from '../../store/figures/restated.ts'

/** What of a span is other now than was known at a moment: requests and remedies one by one, the first so many. */
export interface Restated {
  readonly requests: readonly RestatedRequest[]
  readonly remedies: readonly RestatedRemedy[]
}

/** The requests and remedies whose place in a year's tables changed since a moment. */
export async function restatedSince(
  work: Work,
  span: Span,
  asked: { readonly knownAt: string; readonly most: number },
): Promise<Restated> {
  const [requests, remedies] = await Promise.all([
    restatedRequests(work, span, asked),
    restatedRemedies(work, span, asked),
  ])
  return { requests, remedies }
}
