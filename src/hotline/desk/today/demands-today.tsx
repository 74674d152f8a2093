import { useQueries } from '@tanstack/react-query'
import { Link } from 'react-router'
import { read, wordsOf } from '../../../desk/client.ts'
import type { Page } from '../../../desk/list/column.ts'
import { SlowSkeleton } from '../../../desk/list/list.tsx'
import { holdsOne, useSession } from '../../../desk/session.ts'
import type { Role } from '../../../office/roles.ts'
import { deskPaths } from '../../../web/paths.ts'
import { dueText } from '../../tracking/clock-words.ts'
import type { DemandLine } from '../../view.ts'

/** A queue of a role: what stands in it waits for whoever holds the role. */
interface Queue {
  readonly label: string
  readonly roles: readonly Role[]
  readonly asked: Readonly<Record<string, string>>
}

const queues: readonly Queue[] = [
  { label: '待派单', roles: ['dispatcher'], asked: { state: 'registered', sort: 'filed' } },
  { label: '退单待定', roles: ['dispatcher'], asked: { state: 'returned' } },
  { label: '待裁定', roles: ['supervisor'], asked: { state: 'disputed' } },
  { label: '待签收', roles: ['handlingUnit'], asked: { state: 'dispatched' } },
  { label: '办理中', roles: ['handlingUnit'], asked: { state: 'handling' } },
  { label: '本单位会办', roles: ['handlingUnit'], asked: { beside: 'true', state: 'open' } },
  { label: '待回访', roles: ['callbackAgent'], asked: { state: 'fedBack', sort: 'filed' } },
  { label: '待办结', roles: ['callbackAgent'], asked: { state: 'calledBack', sort: 'filed' } },
  { label: '已逾期', roles: ['handlingUnit', 'dispatcher', 'supervisor'], asked: { warned: 'over' } },
]

/** So many lines are shown of each queue; the list shows the rest. */
const shownLines = 5

/** The demands of a person's day: how many wait in each queue of his roles, and those that run out first. */
export function DemandsToday() {
  const session = useSession()
  const mine = queues.filter(({ roles }) => holdsOne(session, ...roles))
  const found = useQueries({
    queries: mine.map(({ asked }) => ({
      queryKey: ['list', 'demands', 'today', asked],
      queryFn: () =>
        read<Page<DemandLine>>(`/demands?${new URLSearchParams({ ...asked, size: String(shownLines) })}`),
      refetchInterval: 120_000,
    })),
  })
  const registers = holdsOne(session, 'hotlineAgent')
  if (mine.length === 0 && !registers) return null
  const failure = found.find(({ isError }) => isError)
  return (
    <section className="card" aria-label="12345热线诉求">
      <h2>12345热线诉求</h2>
      {failure !== undefined && <p role="alert">{`没有取回：${wordsOf(failure.error)}`}</p>}
      {registers && (
        <p>
          <Link to={deskPaths.newDemand()}>登记诉求</Link>
          {'　'}
          <Link to={deskPaths.demands()}>查找诉求</Link>
        </p>
      )}
      {mine.map((queue, place) => (
        <Waiting key={queue.label} queue={queue} page={found[place]?.data} />
      ))}
    </section>
  )
}

function Waiting({ queue, page }: { readonly queue: Queue; readonly page: Page<DemandLine> | undefined }) {
  if (page === undefined) return <SlowSkeleton />
  const { lines, total, more = false } = page
  if (total === 0) return <p>{`${queue.label} 0 件`}</p>
  return (
    <>
      <p>
        <Link
          to={deskPaths.demands(queue.asked)}
          className={queue.asked.warned === 'over' ? 'late' : undefined}
        >
          {`${queue.label} ${total} 件${more ? '以上' : ''}`}
        </Link>
        {total > lines.length && `，其中前 ${lines.length} 件：`}
      </p>
      <ul>
        {lines.map(line => (
          <li key={line.id}>
            <Link to={deskPaths.demand(line.id)}>{`${line.number}　${line.subject}`}</Link>
            {line.dueAt !== null && (
              <span className={line.late ? 'late' : undefined}>{`　期限：${dueText(line)}`}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
