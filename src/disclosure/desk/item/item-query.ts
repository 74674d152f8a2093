import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { read } from '../../../desk/client.ts'
import type { ItemView } from '../../view.ts'

/** One item as it stands. */
export function itemQuery(id: string) {
  return queryOptions({ queryKey: ['item', id], queryFn: () => read<ItemView>(`/items/${id}`) })
}

/** Puts what the server answered after a step in the place of what was shown; lists and checks are fetched anew. */
export function useShowItem(): (view: ItemView) => void {
  const queries = useQueryClient()
  return view => {
    const { id } = view.item
    queries.setQueryData(['item', id], view)
    for (const queryKey of [['list', 'items'], ['items today'], ['item findings', id]]) {
      void queries.invalidateQueries({ queryKey })
    }
  }
}
