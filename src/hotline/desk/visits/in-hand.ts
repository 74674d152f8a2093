import { useInfiniteQuery } from '@tanstack/react-query'
import { Refused, read } from '../../../desk/client.ts'
import { dueText } from '../../tracking/clock-words.ts'
import type { DemandLine } from '../../view.ts'
import { type TakenDemand, takenDemands } from './taken.ts'

/** A demand to visit, as the list shows it. */
export type ToVisitLine = Omit<TakenDemand, 'body' | 'refusal'>

/** A page of what this unit has in hand, as the one that leads or beside it; `next` is where the one behind it begins. */
interface InHand {
  readonly lines: readonly DemandLine[]
  readonly next: string | null
  readonly total: number
}

const lineOf = ({ id, number, subject, place, ...limit }: DemandLine): ToVisitLine => ({
  ...{ id, number, subject, place, due: dueText(limit), dueAt: limit.dueAt },
})

/** What the list of visits holds, by time left; where nothing can be read, what this phone took along. */
export function useInHand(isUnits: boolean) {
  const found = useInfiniteQuery({
    queryKey: ['list', 'demands', 'visits'],
    queryFn: ({ pageParam }) =>
      read<InHand>(`/hotline/to-visit?${new URLSearchParams(pageParam === '' ? {} : { after: pageParam })}`),
    ...{ initialPageParam: '', getNextPageParam: ({ next }: InHand) => next },
    ...{ enabled: isUnits, networkMode: 'always', retry: false },
  })
  const pages = found.data?.pages
  // One whose limit changed between two pages would stand on both.
  const lines = pages && new Map(pages.flatMap(page => page.lines).map(line => [line.id, lineOf(line)]))
  return {
    lines: lines === undefined ? (found.isError ? takenDemands() : undefined) : [...lines.values()],
    total: pages?.at(-1)?.total,
    isRead: lines !== undefined,
    isAway: found.error instanceof Refused && found.error.status === 0,
    cause: found.error,
    further: found.hasNextPage
      ? { read: () => void found.fetchNextPage(), busy: found.isFetchingNextPage }
      : undefined,
  }
}
