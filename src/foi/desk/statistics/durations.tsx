import { SheetExport } from '../../../desk/list/give-out.tsx'
import { type StatisticsView, workdayClassLabel } from '../../figures/statistics.ts'

/** How the answers are spread over the working days: the bars and their figures are one table. */
export function Durations({ view }: { view: StatisticsView }) {
  const { classes, all } = view
  const most = Math.max(1, ...classes)
  const sheet = () => ({
    name: `答复用时分布_${view.from}至${view.until}`,
    head: ['用时', '件数', '占比'],
    rows: classes.map((count, place) => [workdayClassLabel(place), count, shareOf(count, all.timed)]),
  })
  return (
    <section className="card" aria-label="答复用时分布">
      <h2>答复用时分布</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls is reached by the keyboard. */}
      <section className="frame" aria-label="用时分布表" tabIndex={0}>
        <table className="lines rows durations">
          <thead>
            <tr>
              <th scope="col">用时</th>
              <th scope="col" className="number">
                件数
              </th>
              <th scope="col" className="number">
                占比
              </th>
              <th scope="col">
                <span className="unseen">图</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {classes.map((count, place) => (
              <tr key={workdayClassLabel(place)}>
                <th scope="row">{workdayClassLabel(place)}</th>
                <td className="number">{count}</td>
                <td className="number">{shareOf(count, all.timed)}</td>
                <td aria-hidden="true" className="bar">
                  <span style={{ width: `${(count / most) * 100}%` }} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <SheetExport sheet={sheet} />
    </section>
  )
}

function shareOf(count: number, all: number): string {
  return all === 0 ? '' : `${((count / all) * 100).toFixed(1)}%`
}
