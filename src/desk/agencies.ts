import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Agency } from '../office/roles.ts'
import { read } from './client.ts'

/** An agency with the first letters of its short and its whole name as they are spoken, by which it is found too. */
export interface NamedAgency extends Agency {
  readonly initials: string
}

/** All agencies, a parent before its children; their names are public. */
export const agenciesQuery = queryOptions({
  queryKey: ['agencies'],
  queryFn: async () => (await read<{ agencies: readonly NamedAgency[] }>('/agencies')).agencies,
  staleTime: 60_000,
})

/** All agencies; none while they are being fetched. */
export function useAgencies(): readonly NamedAgency[] {
  return useQuery(agenciesQuery).data ?? []
}
