import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { type KeptVisit, keptVisits } from './kept-visits.ts'
import { sendWaiting } from './sending.ts'

const againMs = 15_000
const none: readonly KeptVisit[] = []

/** What this person's phone keeps; what waits is sent when the page opens, when the line returns, and every quarter of a minute. */
export function useVisits(person: string) {
  const queries = useQueryClient()
  const queryKey = ['visits on this phone', person]
  const found = useQuery({
    queryKey,
    queryFn: () => keptVisits(person),
    // It is read from this phone: no line is needed.
    ...{ networkMode: 'always', staleTime: 0, retry: false },
  })
  const changed = useCallback(
    () => queries.invalidateQueries({ queryKey: ['visits on this phone', person] }),
    [queries, person],
  )
  const go = useCallback(async () => {
    await sendWaiting(person, () => void changed())
    await changed()
  }, [person, changed])
  useEffect(() => {
    void go()
    const again = () => void go()
    const timer = setInterval(again, againMs)
    addEventListener('online', again)
    return () => {
      clearInterval(timer)
      removeEventListener('online', again)
    }
  }, [go])
  return { visits: found.data ?? none, isRead: found.isSuccess, failed: found.isError, changed, go }
}
