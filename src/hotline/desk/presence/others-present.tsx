import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Refused, send } from '../../../desk/client.ts'
import { type Present, presenceSeconds } from '../../live/presence.ts'

/** Who else has this demand open; while the page is visible it says so of this reader too. */
export function OthersPresent({ demand }: { readonly demand: string }) {
  const path = `/demands/${demand}/presence`
  const others = useQuery({
    queryKey: ['presence', demand],
    queryFn: () => send<{ others: readonly Present[] }>('POST', path, { writing: isWriting() }),
    // A page in the background neither asks nor says anything.
    refetchInterval: ({ state }) => !isRefused(state.error) && presenceSeconds * 1000,
    ...{ refetchOnWindowFocus: true, staleTime: 0, gcTime: 0, retry: false },
  }).data?.others
  useEffect(() => {
    const left = () => void send('DELETE', path).catch(() => undefined)
    return left
  }, [path])
  return (
    <p role="status" aria-label="正在查看的人员" className="present">
      {others?.map(({ name, writing }) => `${name} 正在${writing ? '办理' : '查看'}`).join('，')}
    </p>
  )
}

/** Who only reads is not shown, and is not told. */
function isRefused(cause: unknown): boolean {
  return cause instanceof Refused && cause.status === 403
}

/** Does the reader fill in a form of the page just now? */
function isWriting(): boolean {
  const place = document.activeElement
  return place instanceof HTMLElement && place.closest('.acts form') !== null
}
