import { type Day, weeksOfMonth } from '../../statute/day.ts'
import type { ProofDay } from '../../statute/proof.ts'
import './proof.css'

/** What the months are drawn from. */
export interface Proven {
  readonly days: readonly ProofDay[]
  readonly due: Day | null
  readonly today: Day
}

/** The proof as a month calendar: counted days carry their number, the others are hatched with their reason. */
export function ProofMonths({ days, due, today }: Proven) {
  const byDay = new Map(days.map(each => [each.on, each]))
  const months = [...new Set(days.map(({ on }) => on.slice(0, 7)))]
  return (
    <div className="proof">
      {months.map(month => (
        <table key={month}>
          <caption>{`${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`}</caption>
          <thead>
            <tr>
              {[...'一二三四五六日'].map(day => (
                <th key={day} scope="col">
                  {day}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOfMonth(month).map(({ before, days: week }) => (
              <tr key={week[0]}>
                {before > 0 && <td colSpan={before} />}
                {week.map(on => (
                  <OneDay key={on} on={on} proof={byDay.get(on)} due={on === due} today={on === today} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  )
}

function OneDay({
  on,
  proof,
  due,
  today,
}: {
  on: Day
  proof: ProofDay | undefined
  due: boolean
  today: boolean
}) {
  if (proof === undefined) return <td>{Number(on.slice(8))}</td>
  const tone = [proof.counted ? 'counts' : 'off', due ? 'due' : '', today ? 'is-today' : ''].join(' ')
  const said = proof.counted
    ? `第${proof.number}日`
    : proof.reason.replace(/（.*/, '').replace('(期限重新计算)', '')
  return (
    <td className={tone} title={`${proof.reason}，${proof.law}，${proof.notice}`}>
      {Number(on.slice(8))}
      <small>{said}</small>
      {due && <small>到期</small>}
      {today && <small>今天</small>}
    </td>
  )
}
