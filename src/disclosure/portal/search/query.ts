import { numberIn } from '../../../office/portal/shown.ts'
import { dutyKinds } from '../../../statute/proactive.ts'
import type { AnyQuery } from '../../../web/paths.ts'
import { isItemForm } from '../../forms.ts'
import { validities } from '../../item.ts'
import type { Narrowing } from '../../store/search/asked.ts'

/** What the address of a search asks for; what is no choice is left out. */
export interface SearchQuery extends Narrowing {
  readonly q: string
  /** The part of the house: items, answers, reports. */
  readonly in: string | undefined
  readonly sort: 'newest' | undefined
  readonly page: number
}

/** A page holds so many hits. */
export const size = 10

/** Reads the address. */
export function searchQueryIn(read: (name: string) => string | undefined): SearchQuery {
  const year = numberIn(read('year'))
  return {
    q: (read('q') ?? '').replaceAll('\0', '').trim().slice(0, 100),
    in: read('in'),
    agency: read('agency')?.slice(0, 60) || undefined,
    form: isItemForm(read('form') ?? '') ? read('form') : undefined,
    duty: dutyKinds.find(each => each === read('duty')),
    year: year !== undefined && year >= 1949 && year <= 2200 ? year : undefined,
    validity: validities.find(each => each === read('validity')),
    sort: read('sort') === 'newest' ? 'newest' : undefined,
    page: Math.min(100, Math.max(1, numberIn(read('page')) ?? 1)),
  }
}

/** The query as an address writes it, from its first page where anything else changes. */
export function searchAddress({ q, ...rest }: SearchQuery, change: Partial<SearchQuery> = {}): AnyQuery {
  const { page, ...all } = { q, ...rest, page: 1, ...change }
  return { ...all, page: page === 1 ? undefined : page }
}

/** What narrows the search to some of the items. */
export function narrowingOf({ agency, form, duty, year, validity }: SearchQuery): Narrowing {
  return { agency, form, duty, year, validity }
}
