import { Link } from 'react-router'
import { deskPaths } from '../../../web/paths.ts'
import { figureInWords } from '../../figures/count.ts'
import type { WallboardView } from '../../figures/wallboard.ts'
import { demandStateLabel } from '../../standing.ts'
import { dueText } from '../../tracking/clock-words.ts'

/** What is open, state by state. */
export function Queues({ view: { queues } }: { view: WallboardView }) {
  return (
    <section aria-label="在办队列">
      <h2>在办队列</h2>
      {queues.length === 0 ? (
        <p>没有在办的诉求。新登记的诉求按状态列在这里。</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">状态</th>
              <th scope="col">件数</th>
              <th scope="col">逾期</th>
            </tr>
          </thead>
          <tbody>
            {queues.map(({ state, count, late }) => (
              <tr key={state}>
                <th scope="row">{demandStateLabel[state]}</th>
                <td>
                  <Link to={deskPaths.demands({ state })}>{count}</Link>
                </td>
                <td className={late > 0 ? 'late' : undefined}>
                  {late > 0 ? <Link to={deskPaths.demands({ state, within: 0 })}>{late}</Link> : 0}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** What is past its limit for longest. */
export function LateOnes({ view: { late, queues } }: { view: WallboardView }) {
  const all = queues.reduce((sum, queue) => sum + queue.late, 0)
  return (
    <section aria-label="逾期">
      <h2>
        逾期未反馈{' '}
        <Link className={all > 0 ? 'late' : undefined} to={deskPaths.demands({ within: 0 })}>
          {`${all} 件`}
        </Link>
      </h2>
      {all === 0 && <p>没有逾期的诉求。</p>}
      <ol>
        {late.map(({ id, subject, unitName, dueAt }) => (
          <li key={id}>
            <Link to={deskPaths.demand(id)}>{subject}</Link>
            <small>{`${unitName ?? '未派单'}　期限${dueText({ dueAt, late: false })}`}</small>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The units of the seven days before, who has the most overdue first. */
export function Units({ view: { units, week } }: { view: WallboardView }) {
  return (
    <section aria-label="承办单位">
      <h2>承办单位（前七日登记的）</h2>
      {units.length === 0 ? (
        <p>
          前七日登记的诉求都没有转办给承办单位。待派单的诉求请到
          <Link to={deskPaths.demands({ state: 'registered' })}>待派单队列</Link>
          派单，派单后这里按逾期、按时反馈列出各单位。
        </p>
      ) : (
        <table>
          <thead>
            <tr>
              {['单位', '转办', '逾期', '按时反馈', '满意'].map(head => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map(({ unit, name, figures }) => (
              <tr key={unit}>
                <th scope="row">{name}</th>
                <td>
                  <Link to={deskPaths.figureDemands({ figure: 'dispatched', unit, ...week })}>
                    {figures.dispatched.numerator}
                  </Link>
                </td>
                <td className={figures.overdue.numerator > 0 ? 'late' : undefined}>
                  <Link to={deskPaths.figureDemands({ figure: 'overdue', unit, ...week })}>
                    {figures.overdue.numerator}
                  </Link>
                </td>
                <td>{figureInWords(figures.onTimeRate)}</td>
                <td>{figureInWords(figures.satisfactionRate)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
