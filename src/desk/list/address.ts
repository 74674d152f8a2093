import { useSearchParams } from 'react-router'
import type { Asked, Filter } from './column.ts'

const sizes = [20, 50, 100, 200] as const

/** The page sizes that one may choose. */
export const pageSizes: readonly number[] = sizes

/** How to change what is asked: filters and order go back to page 1; typing replaces the address, choosing adds to it. */
export interface Ask {
  filter(key: string, value: string, typing?: boolean): void
  sort(name: string): void
  /** `instead` takes the place of an address that leads nowhere. */
  page(page: number, instead?: boolean): void
  size(size: number): void
  clear(): void
}

/** What the address asks of a list, and how to ask otherwise. */
export function useAsked(
  filters: readonly Filter[],
  usual: { sort: string | undefined; size: number },
): [Asked, Ask] {
  const [query, setQuery] = useSearchParams()
  const asked = askedOf(query, filters, usual)
  // The address is read anew: while a page is still being drawn, what was drawn last is already old.
  const now = () => new URLSearchParams(location.search)
  const change = (changes: Readonly<Record<string, string>>, replace = false) => {
    const next = now()
    for (const [key, value] of Object.entries(changes)) {
      if (value === '') next.delete(key)
      else next.set(key, value)
    }
    setQuery(next, { replace, preventScrollReset: true })
  }
  const order = () => askedOf(now(), filters, usual).sort
  return [
    asked,
    {
      filter: (key, value, typing = false) => change({ [key]: value, page: '' }, typing),
      sort: name => change({ sort: order() === name ? `-${name}` : name, page: '' }),
      page: (page, instead = false) => change({ page: page === 1 ? '' : String(page) }, instead),
      size: size => change({ size: String(size), page: '' }, true),
      clear: () => change(Object.fromEntries([...filters.map(({ key }) => [key, '']), ['page', '']])),
    },
  ]
}

/** The address of this page with this one chosen (or none); filters, order and page stay as they are. */
export function choosing(at: string | undefined): string {
  const next = new URLSearchParams(location.search)
  if (at === undefined) next.delete('at')
  else next.set('at', at)
  return `?${next}`
}

/** What this query asks; what it does not say, or says wrongly, is as usual. */
export function askedOf(
  query: URLSearchParams,
  filters: readonly Filter[],
  usual: { sort: string | undefined; size: number },
): Asked {
  const said = filters.flatMap(({ key }) => {
    const value = query.get(key) ?? ''
    return value === '' ? [] : [[key, value]]
  })
  const size = Number(query.get('size'))
  return {
    filters: Object.fromEntries(said),
    sort: query.get('sort') ?? usual.sort,
    page: Math.max(1, Math.floor(Number(query.get('page'))) || 1),
    size: pageSizes.includes(size) ? size : usual.size,
  }
}

/** The query of an interface that takes filters, `sort`, `page` and `size` under these names. */
export function queryOf({ filters, sort, page, size }: Asked): string {
  const order = sort === undefined ? {} : { sort }
  return `?${new URLSearchParams({ ...filters, ...order, page: String(page), size: String(size) })}`
}
