import { articleName } from '../../statute/article.ts'
import { type Day, dayOf, inChinese, weekdayInChinese } from '../../statute/day.ts'
import type { ProofDay } from '../../statute/proof.ts'
import { useSession } from '../session.ts'
import { ProofMonths } from './months.tsx'

/** The months, and the same as a table. */
export function Proof({
  clock,
}: {
  clock: { readonly days: readonly ProofDay[]; readonly due: Day | null }
}) {
  const { today } = useSession()
  return (
    <>
      <p>带序号的为计入期限的工作日；斜纹的不计入，下有原因。</p>
      <ProofMonths days={clock.days} due={clock.due} today={dayOf(today)} />
      <details>
        <summary>以表格查看</summary>
        <div className="frame">
          <table className="lines dense">
            <thead>
              <tr>
                <th scope="col">日期</th>
                <th scope="col">第几日</th>
                <th scope="col">原因</th>
                <th scope="col">依据</th>
                <th scope="col">放假安排</th>
              </tr>
            </thead>
            <tbody>
              {clock.days.map(({ on, number, reason, law, notice }) => (
                <tr key={on}>
                  <td>{`${inChinese(on)} ${weekdayInChinese(on)}`}</td>
                  <td>{number ?? '不计'}</td>
                  <td>{reason}</td>
                  <td>{articleName(law)}</td>
                  <td>{notice}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  )
}
