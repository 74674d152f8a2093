import { useQuery } from '@tanstack/react-query'
import { read } from '../../desk/client.ts'
import type { ItemLine, ItemPage } from '../view.ts'

/** So many are offered. */
const offered = '8'

/** The public items that these words name, by title or number; none while fewer than two characters are typed. */
export function usePublicItems(words: string): {
  readonly lines: readonly ItemLine[]
  readonly found: boolean
  readonly busy: boolean
} {
  const query = useQuery({
    queryKey: ['public items', words],
    enabled: words.length > 1,
    queryFn: () =>
      read<ItemPage>(`/items?${new URLSearchParams({ q: words, shelf: 'public', size: offered })}`),
  })
  return { lines: query.data?.lines ?? [], found: query.isSuccess, busy: query.isFetching }
}

/** A document as a list of finds calls it: its title, with its number where it has one. */
export function namedWithNumber({
  title,
  documentNumber,
}: Pick<ItemLine, 'title' | 'documentNumber'>): string {
  return documentNumber === null ? title : `${title}（${documentNumber}）`
}
