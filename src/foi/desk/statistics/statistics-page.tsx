import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { useAgencies } from '../../../desk/agencies.ts'
import { read, wordsOf } from '../../../desk/client.ts'
import { SheetExport } from '../../../desk/list/give-out.tsx'
import { SlowSkeleton } from '../../../desk/list/list.tsx'
import { useSession } from '../../../desk/session.ts'
import { dayOf, inChinese } from '../../../statute/day.ts'
import { deskPaths } from '../../../web/paths.ts'
import { type StatisticsView, statisticGroupLabel } from '../../figures/statistics.ts'
import { Choices } from './choices.tsx'
import { Durations } from './durations.tsx'
import './statistics.css'

/** How long the answers took, compared; what is late; all of it to be given out. */
export function StatisticsPage() {
  const [query] = useSearchParams()
  const found = useQuery({
    queryKey: ['statistics', query.toString()],
    queryFn: () => read<StatisticsView>(`/requests/statistics?${query}`),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <title>统计 - 工作台</title>
      <h1>依申请公开统计</h1>
      <Choices view={found.data} />
      {found.isError && <p role="alert">{wordsOf(found.error)}</p>}
      {found.isPending && <SlowSkeleton />}
      {found.data !== undefined && <Statistics view={found.data} />}
      <Rehearsals />
    </>
  )
}

function Statistics({ view }: { view: StatisticsView }) {
  const { all, open, from, until } = view
  const period = `${inChinese(dayOf(from))}至${inChinese(dayOf(until))}`
  return (
    <>
      <p role="status">
        {all.closed === 0
          ? `${period}没有办结的申请。可以改换日期或者机关。`
          : `${period}办结 ${all.closed} 件，其中答复 ${all.timed} 件${all.median === null ? '' : `，一半在 ${all.median} 个工作日以内，九成在 ${all.ninetieth} 个工作日以内，最长 ${all.longest} 个`}；超期答复 ${all.late} 件。`}
        {`现在在办 ${open.count} 件，`}
        <Link to={deskPaths.requests({ within: -1 })}>{`已逾期 ${open.late} 件`}</Link>。
      </p>
      {all.timed > 0 && <Durations view={view} />}
      {all.closed > 0 && <Compared view={view} />}
      {view.late.length > 0 && <Late view={view} />}
      <p className="why">
        按办结之日统计。用时是答复时的期限钟上计入的工作日，征求意见、等待补正和缴费的时间不计；逾期不补正、逾期不缴费和撤回的没有用时。按要求重新办理的不重复计。
      </p>
    </>
  )
}

const heads = ['办结', '答复', '一半以内', '九成以内', '最长', '超期答复'] as const

function Compared({ view }: { view: StatisticsView }) {
  const label = statisticGroupLabel[view.group]
  const sheet = () => ({
    name: `依申请公开统计_按${label}_${view.from}至${view.until}`,
    head: [label, ...heads],
    rows: view.lines.map(({ label: name, closed, timed, median, ninetieth, longest, late }) => [
      ...[name, closed, timed, median, ninetieth, longest, late],
    ]),
  })
  return (
    <section className="card" aria-label={`按${label}比较`}>
      <h2>{`按${label}比较`}</h2>
      {view.lines.length === 0 ? (
        <p>没有这样的申请。</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls is reached by the keyboard.
        <section className="frame" aria-label={`按${label}比较的表`} tabIndex={0}>
          <table className="lines rows">
            <caption className="unseen">{`按${label}比较，用时单位为工作日`}</caption>
            <thead>
              <tr>
                <th scope="col">{label}</th>
                {heads.map(head => (
                  <th key={head} scope="col" className="number">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {view.lines.map(line => (
                <tr key={line.key}>
                  <th scope="row">{line.label}</th>
                  <td className="number">{line.closed}</td>
                  <td className="number">{line.timed}</td>
                  <td className="number">{line.median ?? '—'}</td>
                  <td className="number">{line.ninetieth ?? '—'}</td>
                  <td className="number">{line.longest ?? '—'}</td>
                  <td className={line.late > 0 ? 'number late' : 'number'}>{line.late}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <SheetExport sheet={sheet} />
    </section>
  )
}

function Late({ view }: { view: StatisticsView }) {
  const sheet = () => ({
    name: `超期答复_${view.from}至${view.until}`,
    head: ['编号', '承办处室', '答复期限', '答复之日', '用时（工作日）'],
    rows: view.late.map(({ number, department, due, outcomeOn, workdays }) => [
      ...[number, department ?? '', due, outcomeOn, workdays],
    ]),
  })
  return (
    <section className="card" aria-label="超期答复">
      <h2>{`超期答复 ${view.all.late} 件`}</h2>
      <ul>
        {view.late.map(({ id, number, department, due, outcomeOn, workdays }) => (
          <li key={id}>
            <Link to={deskPaths.request(id)}>{number}</Link>
            {` ${department ?? '未交办'}，期限 ${inChinese(dayOf(due))}，${inChinese(dayOf(outcomeOn))}答复，用时 ${workdays} 个工作日`}
          </li>
        ))}
      </ul>
      {view.late.length < view.all.late && <p>{`只列出最近 ${view.late.length} 件。`}</p>}
      <SheetExport sheet={sheet} />
    </section>
  )
}

/** The year so far, for each agency at which the person has a role. */
function Rehearsals() {
  const session = useSession()
  const agencies = useAgencies()
  const year = Number(session.today.slice(0, 4))
  const own = agencies.filter(({ code }) => session.grants.some(({ agency }) => agency === code))
  if (own.length === 0) return null
  return (
    <section className="card" aria-label="年报预演">
      <h2>年报预演</h2>
      <p>如果今天就是年末，年度报告会是什么样子，哪些申请会违反规定：</p>
      <ul>
        {own.map(({ code, name }) => (
          <li key={code}>
            {`${name}：`}
            <Link to={deskPaths.rehearsal(code, year)}>{`${year} 年`}</Link>{' '}
            <Link to={deskPaths.rehearsal(code, year - 1)}>{`${year - 1} 年`}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
