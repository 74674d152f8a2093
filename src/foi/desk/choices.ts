import { queryOptions, useQuery } from '@tanstack/react-query'
import { read } from '../../desk/client.ts'
import type { DeskChoices } from '../view.ts'

const choicesQuery = queryOptions({
  queryKey: ['request choices'],
  queryFn: () => read<DeskChoices>('/requests/choices'),
  staleTime: 60_000,
})

/** The agencies whose requests this person sees, with their people and departments; none while they are fetched. */
export function useChoices(): DeskChoices['agencies'] {
  return useQuery(choicesQuery).data?.agencies ?? []
}
