import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { Broken } from '../../desk/broken.tsx'
import { SlowSkeleton } from '../../desk/list/list.tsx'
import { type Session, useSession } from '../../desk/session.ts'
import { useAgencyChoice } from '../../desk/shell/agency-choice.ts'
import { todayQuery } from '../../desk/today.ts'
import { ItemsToday } from '../../disclosure/desk/items-today.tsx'
import { RequestsToday } from '../../foi/desk/today/requests-today.tsx'
import { WarnedToday } from '../../foi/desk/today/warned.tsx'
import { DemandsToday } from '../../hotline/desk/today/demands-today.tsx'
import { dayOf, inChinese } from '../../statute/day.ts'
import { deskPaths } from '../../web/paths.ts'
import type { TodayChange, TodayTask, TodayView } from '../view.ts'

/** What I must do, what runs out first first; what I wait for; what changed since the working day before. */
export function TodayPage() {
  const session = useSession()
  const [agency] = useAgencyChoice(session)
  const today = useQuery(todayQuery(agency))
  if (today.isError) return <Broken cause={today.error} />
  return (
    <>
      <title>今日 - 工作台</title>
      <h1>{`今日 ${inChinese(dayOf(session.today))}`}</h1>
      <WarnedToday />
      <ItemsToday agency={agency} />
      <RequestsToday agency={agency} />
      <DemandsToday />
      {today.data === undefined ? <SlowSkeleton /> : <Sections day={today.data} session={session} />}
    </>
  )
}

function Sections({ day, session }: { day: TodayView; session: Session }) {
  return (
    <>
      <Summary day={day} session={session} />
      <Reminders day={day} />
      <section className="card" aria-label="待我办理">
        <h2>待我办理</h2>
        {day.tasks.length === 0 ? <None words="没有待您办理的年度报告。" /> : <Tasks tasks={day.tasks} />}
      </section>
      <section className="card" aria-label="等待他人">
        <h2>等待他人</h2>
        {day.waiting.length === 0 ? (
          <None words="没有等待他人办理的年度报告。" />
        ) : (
          <Waiting tasks={day.waiting} />
        )}
      </section>
      <section className="card" aria-label="最近变动">
        <h2>{`${inChinese(dayOf(day.since))}（上一个工作日）以来的变动`}</h2>
        {day.changes.length === 0 ? <None words="年度报告没有变动。" /> : <Changes changes={day.changes} />}
      </section>
    </>
  )
}

/** For those who lead: what is late, where it sticks, what awaits their consent, in one line. */
function Summary({ day, session }: { day: TodayView; session: Session }) {
  if (!session.grants.some(({ role }) => role === 'head' || role === 'supervisingOffice')) return null
  const reports = [...day.tasks, ...day.waiting].filter(({ kind }) => kind !== 'remind')
  const late = reports.filter(({ daysLeft }) => daysLeft !== null && daysLeft < 0).length
  const consent = day.tasks.filter(({ kind }) => kind === 'approve').length
  const stuck = reports.toSorted((a, b) => (b.restingDays ?? -1) - (a.restingDays ?? -1))[0]
  return (
    <p className="card" role="status" aria-label="概况">
      <span className={late > 0 ? 'late' : 'done'}>{late > 0 ? `逾期 ${late} 份` : '没有逾期'}</span>
      {session.grants.some(({ role }) => role === 'head') && `；待我批准 ${consent} 份`}
      {stuck !== undefined && stuck.restingDays !== null && (
        <>
          {'；停留最久的是'}
          <Link
            to={deskPaths.report(stuck.agency, stuck.year)}
          >{`${stuck.agencyName} ${stuck.year} 年`}</Link>
          {`（${stuck.detail}，${stuck.restingDays} 天）`}
        </>
      )}
      。
    </p>
  )
}

function Reminders({ day }: { day: TodayView }) {
  if (day.reminders.length === 0) return null
  return (
    <section className="card reminded" aria-label="收到的催报">
      <h2>收到的催报</h2>
      <ul>
        {day.reminders.map(({ agency, agencyName, year, sentOn, byName }) => (
          <li key={`${agency} ${year} ${sentOn}`}>
            {`${inChinese(dayOf(sentOn))}，${byName}催报：`}
            <Link to={deskPaths.report(agency, year)}>{`${agencyName} ${year} 年度报告`}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function None({ words }: { words: string }) {
  return (
    <p>
      {words} <Link to={deskPaths.reports()}>查看全部年度报告</Link>
    </p>
  )
}

const action = {
  make: '去填报',
  check: '去审核',
  approve: '看后批准',
  publish: '去发布',
  remind: '去催报',
} as const satisfies Record<TodayTask['kind'], string>

function pathOf({ kind, agency, year }: TodayTask): string {
  return kind === 'remind' ? deskPaths.rollUp(agency, year) : deskPaths.report(agency, year)
}

function Tasks({ tasks }: { tasks: readonly TodayTask[] }) {
  const navigate = useNavigate()
  return (
    <Table head={['事项', '情况', '期限', '下一步']}>
      {tasks.map(task => (
        <tr key={`${task.kind} ${task.agency} ${task.year}`}>
          <td>
            <Link to={pathOf(task)}>{task.title}</Link>
          </td>
          <td>{task.detail}</td>
          <td>
            <Due task={task} />
          </td>
          <td>
            <Button
              type="primary"
              size="small"
              aria-label={`${action[task.kind]}：${task.agencyName} ${task.year} 年度报告`}
              onClick={() => navigate(pathOf(task))}
            >
              {action[task.kind]}
            </Button>
          </td>
        </tr>
      ))}
    </Table>
  )
}

function Waiting({ tasks }: { tasks: readonly TodayTask[] }) {
  return (
    <Table head={['事项', '停在谁处', '停留', '期限']}>
      {tasks.map(task => (
        <tr key={`${task.agency} ${task.year}`}>
          <td>
            <Link to={pathOf(task)}>{`${task.agencyName} ${task.year} 年度报告`}</Link>
          </td>
          <td>{`${task.holder}（${task.detail}）`}</td>
          <td>{restingOf(task)}</td>
          <td>
            <Due task={task} />
          </td>
        </tr>
      ))}
    </Table>
  )
}

function restingOf({ restingDays }: TodayTask): string {
  if (restingDays === null) return '尚未开始'
  return restingDays === 0 ? '今天刚到' : `已停 ${restingDays} 天`
}

function Changes({ changes }: { changes: readonly TodayChange[] }) {
  return (
    <Table head={['日期', '报告', '办理', '办理人', '说明']}>
      {changes.map((change, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced whole
        <tr key={place}>
          <td>{inChinese(dayOf(change.on))}</td>
          <td>
            <Link
              to={deskPaths.report(change.agency, change.year)}
            >{`${change.agencyName} ${change.year} 年`}</Link>
          </td>
          <td>{change.label}</td>
          <td>{change.by}</td>
          <td>{change.note ?? ''}</td>
        </tr>
      ))}
    </Table>
  )
}

function Table({ head, children }: { head: readonly string[]; children: React.ReactNode }) {
  return (
    <div className="frame">
      <table className="lines cards">
        <thead>
          <tr>
            {head.map(label => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

/** The last day, and how many calendar days are left: Art. 49 names a date, so that days off count too. */
function Due({ task: { due, daysLeft } }: { task: TodayTask }) {
  if (due === null || daysLeft === null) return '更正没有法定期限'
  const on = inChinese(dayOf(due))
  if (daysLeft < 0) return <span className="late">{`${on}，已逾期 ${-daysLeft} 天`}</span>
  const left = daysLeft === 0 ? '今天到期' : `还剩 ${daysLeft} 天（日历日）`
  return <span className={daysLeft <= 10 ? 'near' : undefined}>{`${on}，${left}`}</span>
}
