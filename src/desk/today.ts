import { queryOptions } from '@tanstack/react-query'
import type { TodayView } from '../annual-report/view.ts'
import { read } from './client.ts'

/** A person's day at one of their agencies, or at all. */
export function todayQuery(agency: string | undefined) {
  return queryOptions({
    queryKey: ['today', agency ?? ''],
    queryFn: () =>
      read<TodayView>(agency === undefined ? '/today' : `/today?${new URLSearchParams({ agency })}`),
    refetchInterval: 120_000,
  })
}
