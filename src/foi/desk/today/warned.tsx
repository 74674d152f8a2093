import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { read, wordsOf } from '../../../desk/client.ts'
import { deskPaths } from '../../../web/paths.ts'
import type { Warning } from '../../warnings.ts'

interface Warned extends Pick<Warning, 'kind' | 'words'> {
  readonly request: string
}

const late: readonly Warning['kind'][] = ['late', 'dueToday', 'unconfirmed']

/** The day's warnings to this person: what runs out, what ran out, which clock moved; nothing where there are none. */
export function WarnedToday() {
  const found = useQuery({
    queryKey: ['warnings'],
    queryFn: () => read<readonly Warned[]>('/requests/warnings'),
    refetchInterval: 120_000,
  })
  if (found.isError) return <p role="alert">{`没有取回提醒：${wordsOf(found.error)}`}</p>
  if (found.data === undefined || found.data.length === 0) return null
  return (
    <section className="card reminded" aria-label="今天的提醒">
      <h2>{`今天的提醒（${found.data.length} 条）`}</h2>
      <ul>
        {found.data.map(({ request, kind, words }) => (
          <li key={`${request} ${kind}`}>
            <Link to={deskPaths.request(request)} className={late.includes(kind) ? 'late' : undefined}>
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
