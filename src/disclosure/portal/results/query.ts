import { numberIn } from '../../../office/portal/shown.ts'
import { isUuid } from '../../../platform/text/uuid.ts'
import type { AnyQuery } from '../../../web/paths.ts'
import { hasRows } from '../../forms.ts'
import type { ResultsQuery } from '../../store/rows/search/find.ts'

/** The query with its page. */
export interface ResultsAsked extends ResultsQuery {
  readonly page: number
}

/** Reads the address; undefined where the form has no rows, or the batch that is asked for cannot be. */
export function resultsAskedIn(
  form: string,
  read: (name: string) => string | undefined,
): ResultsAsked | undefined {
  const [year, batch] = [numberIn(read('year')), read('batch') ?? '']
  if (!hasRows(form) || (batch !== '' && !isUuid(batch))) return undefined
  return {
    form,
    q: read('q')?.trim().slice(0, 60) || undefined,
    agency: read('agency')?.slice(0, 60) || undefined,
    year: year !== undefined && year >= 1990 && year <= 2200 ? year : undefined,
    batch: batch === '' ? undefined : batch,
    sort: read('sort') === 'decidedOn' ? 'decidedOn' : undefined,
    page: Math.max(1, numberIn(read('page')) ?? 1),
  }
}

/** The query as an address writes it. */
export function resultsAddress({ form: _, page, ...rest }: ResultsAsked): AnyQuery {
  return { ...rest, page: page === 1 ? undefined : page }
}

/** So many rows stand on a page. */
export const resultsOnPage = 50

/** The place of a row on its page. */
export function resultAnchor({ batch, place }: { readonly batch: string; readonly place: number }): string {
  return `r-${batch.slice(0, 8)}-${place}`
}
