import { numberIn } from '../../../office/portal/shown.ts'
import type { AnyQuery } from '../../../web/paths.ts'
import { type ItemForm, isItemForm, theForm } from '../../forms.ts'
import type { ResultsQuery } from '../../store/rows/public.ts'

/** The query with its page. */
export interface ResultsAsked extends ResultsQuery {
  readonly page: number
}

/** Reads the address; undefined where the form has no rows. */
export function resultsAskedIn(
  form: string,
  read: (name: string) => string | undefined,
): ResultsAsked | undefined {
  if (!hasRows(form)) return undefined
  const year = numberIn(read('year'))
  return {
    form,
    q: read('q')?.trim().slice(0, 60) || undefined,
    agency: read('agency')?.slice(0, 60) || undefined,
    year: year !== undefined && year >= 1990 && year <= 2200 ? year : undefined,
    sort: read('sort') === 'decidedOn' ? 'decidedOn' : undefined,
    page: Math.max(1, numberIn(read('page')) ?? 1),
  }
}

/** Is it a form whose results come in bulk? */
export function hasRows(form: string): form is ItemForm {
  return isItemForm(form) && theForm(form).rows === true
}

/** The query as an address writes it. */
export function resultsAddress({ form: _, page, ...rest }: ResultsAsked): AnyQuery {
  return { ...rest, page: page === 1 ? undefined : page }
}
