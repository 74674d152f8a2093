import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { read } from '../../../desk/client.ts'
import type { CaseView } from '../../view.ts'

/** One request as it stands. */
export function caseQuery(id: string) {
  return queryOptions({ queryKey: ['request', id], queryFn: () => read<CaseView>(`/requests/${id}`) })
}

/** Puts what the server answered after a step in the place of what was shown; the lists are fetched anew. */
export function useShowCase(): (view: CaseView) => void {
  const queries = useQueryClient()
  return view => {
    queries.setQueryData(['request', view.request.id], view)
    void queries.invalidateQueries({ queryKey: ['list', 'requests'] })
    void queries.invalidateQueries({ queryKey: ['requests today'] })
  }
}
