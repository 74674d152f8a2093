import { useQuery } from '@tanstack/react-query'
import { send, wordsOf } from '../../../desk/client.ts'

interface Line {
  readonly id: string
  readonly name: string
  readonly sessions: number
  readonly refusal: string | null
}

/** What disabling these people will do, one by one, as the server would do it. */
export function DisablePreview({ ids }: { ids: readonly string[] }) {
  const found = useQuery({
    queryKey: ['disabling', ids],
    queryFn: () => send<{ people: readonly Line[] }>('POST', '/people/disable', { ids, preview: true }),
    staleTime: 0,
  })
  if (found.isError) return <p role="alert">{wordsOf(found.error)}</p>
  if (found.isPending) return <p role="status">正在预演</p>
  return (
    <ul>
      {found.data.people.map(({ id, name, sessions, refusal }) => (
        <li key={id} className={refusal === null ? undefined : 'late'}>
          {refusal === null
            ? `${name}：停用${sessions > 0 ? `，结束 ${sessions} 处登录` : ''}`
            : `${name}：不停用。${refusal}`}
        </li>
      ))}
    </ul>
  )
}
