import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { read, wordsOf } from '../../desk/client.ts'
import { SlowSkeleton } from '../../desk/list/list.tsx'
import { holdsOne, useSession } from '../../desk/session.ts'
import { deskPaths } from '../../web/paths.ts'
import type { ItemsToday as Day, ItemTask } from '../view.ts'
import { ItemDueText } from './due.tsx'
import { nameOf } from './items/columns.tsx'

/** So many lines are shown; the list shows the rest. */
const shownLines = 10

/** The items of a person's day, what runs out first first, and those of the agency that wait for others. */
export function ItemsToday({ agency }: { agency: string | undefined }) {
  const session = useSession()
  const works = holdsOne(session, 'officer', 'departmentOfficer', 'coordinator', 'head', 'secrecyReviewer')
  const query = agency === undefined ? '' : `?${new URLSearchParams({ agency })}`
  const found = useQuery({
    queryKey: ['items today', agency ?? ''],
    queryFn: () => read<Day>(`/items/today${query}`),
    refetchInterval: 120_000,
    enabled: works,
  })
  if (!works) return null
  return (
    <section className="card" aria-label="主动公开">
      <h2>主动公开</h2>
      {found.isError && <p role="alert">{`没有取回：${wordsOf(found.error)}`}</p>}
      {found.isPending && <SlowSkeleton />}
      {found.data !== undefined && <Shown day={found.data} agency={agency} />}
    </section>
  )
}

function Shown({ day: { tasks, waiting, late }, agency }: { day: Day; agency: string | undefined }) {
  return (
    <>
      <p>
        <Link
          to={deskPaths.items({ late: 1, sort: 'made', agency })}
          className={late > 0 ? 'late' : undefined}
        >
          {late > 0 ? `超过 20 个工作日尚未公开 ${late} 件` : '没有逾期未公开的信息'}
        </Link>
        。
      </p>
      {tasks.length === 0 ? <p>没有轮到您办理的稿件。</p> : <Tasks tasks={tasks} />}
      {waiting.length > 0 && (
        <details>
          <summary>{`在他人处的稿件 ${waiting.length} 件`}</summary>
          <Tasks tasks={waiting} />
        </details>
      )}
    </>
  )
}

function Tasks({ tasks }: { tasks: readonly ItemTask[] }) {
  return (
    <>
      <div className="frame">
        <table className="lines cards">
          <thead>
            <tr>
              <th scope="col">标题</th>
              <th scope="col">公开期限</th>
              <th scope="col">下一步</th>
            </tr>
          </thead>
          <tbody>
            {tasks.slice(0, shownLines).map(task => (
              <tr key={task.id}>
                <td>
                  <Link to={deskPaths.item(task.id)}>{nameOf(task)}</Link>
                </td>
                <td>
                  <ItemDueText line={task} />
                </td>
                <td>{`${task.next}${task.handler === null ? '' : `（经办：${task.handler.name}）`}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {tasks.length > shownLines && (
        <p>
          <Link to={deskPaths.items({ draft: 'atWork', sort: 'made' })}>
            {`还有 ${tasks.length - shownLines} 件，查看全部在办`}
          </Link>
        </p>
      )}
    </>
  )
}
