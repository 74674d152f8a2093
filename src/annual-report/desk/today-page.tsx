import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { Link } from 'react-router'
import { Broken } from '../../desk/broken.tsx'
import { read } from '../../desk/client.ts'
import { deskPaths } from '../../web/paths.ts'
import type { TodayTask } from '../view.ts'

interface Today {
  readonly tasks: readonly TodayTask[]
  readonly waiting: readonly TodayTask[]
}

/** What I must do, what runs out first first; and what I wait for. */
export function TodayPage() {
  const today = useQuery({ queryKey: ['today'], queryFn: () => read<Today>('/today') })
  if (today.isError) return <Broken cause={today.error} />
  return (
    <>
      <title>今日 - 工作台</title>
      <h1>今日</h1>
      <section className="card" aria-label="待我办理">
        <h2>待我办理</h2>
        <Tasks tasks={today.data?.tasks} none="没有待您办理的事项。" />
      </section>
      <section className="card" aria-label="等待他人">
        <h2>等待他人</h2>
        <Tasks tasks={today.data?.waiting} none="没有等待他人办理的事项。" />
      </section>
    </>
  )
}

function Tasks({ tasks, none }: { tasks: readonly TodayTask[] | undefined; none: string }) {
  if (tasks === undefined) return <Skeleton active />
  if (tasks.length === 0)
    return (
      <p>
        {none} <Link to={deskPaths.reports()}>查看全部年度报告</Link>
      </p>
    )
  return (
    <div className="frame">
      <table className="lines">
        <thead>
          <tr>
            <th scope="col">事项</th>
            <th scope="col">情况</th>
            <th scope="col">期限</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map(task => (
            <tr key={`${task.agency} ${task.year}`}>
              <td>
                <Link to={deskPaths.report(task.agency, task.year)}>{task.title}</Link>
              </td>
              <td>{task.detail}</td>
              <td>{task.due !== null && <Due on={task.due} left={task.daysLeft ?? 0} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Due({ on, left }: { on: string; left: number }) {
  if (left < 0) return <span className="late">{`${on}，已逾期 ${-left} 天`}</span>
  return <span className={left <= 10 ? 'near' : undefined}>{`${on}，还剩 ${left} 天`}</span>
}
