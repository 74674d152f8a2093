import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { read, wordsOf } from '../../../desk/client.ts'
import { SlowSkeleton } from '../../../desk/list/list.tsx'
import { holdsOne, useSession } from '../../../desk/session.ts'
import { deskPaths } from '../../../web/paths.ts'
import type { RequestsToday as Day, RequestTask } from '../../view.ts'
import { DueText } from '../due.tsx'

/** So many lines are shown; the register shows the rest. */
const shownLines = 10

/** The requests of a person's day, what runs out first first, and those of the agency that wait for others. */
export function RequestsToday({ agency }: { agency: string | undefined }) {
  const session = useSession()
  const works = holdsOne(session, 'officer', 'departmentOfficer', 'coordinator', 'head')
  const query = agency === undefined ? '' : `?${new URLSearchParams({ agency })}`
  const found = useQuery({
    queryKey: ['requests today', agency ?? ''],
    queryFn: () => read<Day>(`/requests/today${query}`),
    refetchInterval: 120_000,
    enabled: works,
  })
  if (!works) return null
  return (
    <section className="card" aria-label="信息公开申请">
      <h2>信息公开申请</h2>
      {found.isError && <p role="alert">{`没有取回：${wordsOf(found.error)}`}</p>}
      {found.isPending && <SlowSkeleton />}
      {found.data !== undefined && <Shown day={found.data} leads={holdsOne(session, 'head')} />}
    </section>
  )
}

function Shown({ day, leads }: { day: Day; leads: boolean }) {
  const { tasks, waiting, late, awaitingConsent, unconfirmed } = day
  return (
    <>
      <p>
        <Link to={deskPaths.requests({ within: '-1' })} className={late > 0 ? 'late' : undefined}>
          {late > 0 ? `逾期 ${late} 件` : '没有逾期的申请'}
        </Link>
        {'；'}
        <Link to={deskPaths.requests({ state: 'arrived', sort: 'arrived' })}>
          {`待确认收到 ${unconfirmed} 件`}
        </Link>
        {leads && '；'}
        {leads && (
          <Link to={deskPaths.requests({ state: 'checked' })}>{`待我同意 ${awaitingConsent} 件`}</Link>
        )}
        。
      </p>
      {tasks.length === 0 ? <p>没有轮到您办理的申请。</p> : <Tasks tasks={tasks} />}
      {waiting.length > 0 && (
        <details>
          <summary>{`在他人处或者等待答复的申请 ${waiting.length} 件`}</summary>
          <Tasks tasks={waiting} />
        </details>
      )}
    </>
  )
}

function Tasks({ tasks }: { tasks: readonly RequestTask[] }) {
  const navigate = useNavigate()
  return (
    <>
      <div className="frame">
        <table className="lines cards">
          <thead>
            <tr>
              <th scope="col">编号</th>
              <th scope="col">申请内容</th>
              <th scope="col">期限</th>
              <th scope="col">下一步</th>
            </tr>
          </thead>
          <tbody>
            {tasks.slice(0, shownLines).map(task => (
              <tr key={task.id}>
                <td>
                  <Link to={deskPaths.request(task.id)}>{task.number}</Link>
                </td>
                <td>{task.summary}</td>
                <td>
                  <DueText line={task} />
                </td>
                <td>
                  {task.mine ? (
                    <Button
                      size="small"
                      type="primary"
                      aria-label={`${task.next}：${task.number}`}
                      onClick={() => navigate(deskPaths.request(task.id))}
                    >
                      {task.next}
                    </Button>
                  ) : (
                    `${task.next}${task.handler === null ? '' : `（${task.handler.name}）`}`
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {tasks.length > shownLines && (
        <p>
          <Link
            to={deskPaths.requests({ state: 'open' })}
          >{`还有 ${tasks.length - shownLines} 件，查看全部`}</Link>
        </p>
      )}
    </>
  )
}
