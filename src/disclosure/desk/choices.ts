import { queryOptions, useQuery } from '@tanstack/react-query'
import { read } from '../../desk/client.ts'
import type { ItemChoices } from '../view.ts'

const choicesQuery = queryOptions({
  queryKey: ['item choices'],
  queryFn: () => read<ItemChoices>('/items/choices'),
  staleTime: 60_000,
})

/** The agencies whose items this person sees, with who drafts there and their series; none while they are fetched. */
export function useItemChoices(): ItemChoices['agencies'] {
  return useQuery(choicesQuery).data?.agencies ?? []
}
