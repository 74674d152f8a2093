import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Agency } from '../office/roles.ts'
import { read } from './client.ts'

/** All agencies, a parent before its children; their names are public. */
export const agenciesQuery = queryOptions({
  queryKey: ['agencies'],
  queryFn: async () => (await read<{ agencies: readonly Agency[] }>('/agencies')).agencies,
  staleTime: 60_000,
})

/** All agencies; none while they are being fetched. */
export function useAgencies(): readonly Agency[] {
  return useQuery(agenciesQuery).data ?? []
}
