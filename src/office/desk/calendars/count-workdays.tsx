import { useState } from 'react'
import { useSession } from '../../../desk/session.ts'
import { type Calendar, dayKind, NoticeMissing, workdayAfter } from '../../../statute/calendar.ts'
import { addDays, type Day, inChinese, isDay, weekdayInChinese } from '../../../statute/day.ts'
import { Field } from '../acting.tsx'

/** From a day, so many working days: the last of them, and each day between with its reason. */
export function CountWorkdays({ calendar }: { calendar: Calendar }) {
  const [from, setFrom] = useState(useSession().today)
  const [workdays, setWorkdays] = useState('20')
  const count = Number(workdays)
  const wrong = !isDay(from)
    ? '请填写起算日。'
    : !Number.isInteger(count) || count < 1 || count > 1000
      ? '工作日数应为 1 至 1000 的整数。'
      : undefined
  return (
    <section className="card" aria-label="计算工作日">
      <h2>计算工作日</h2>
      <Field label="起算日（当日不计）">
        <input type="date" value={from} onChange={event => setFrom(event.target.value)} />
      </Field>
      <Field label="工作日数">
        <input
          type="number"
          min={1}
          max={1000}
          value={workdays}
          onChange={event => setWorkdays(event.target.value)}
        />
      </Field>
      {wrong === undefined && isDay(from) ? (
        <Proof calendar={calendar} from={from} count={count} />
      ) : (
        <p className="late" role="alert">
          {wrong}
        </p>
      )}
    </section>
  )
}

function Proof({ calendar, from, count }: { calendar: Calendar; from: Day; count: number }) {
  const found = countFrom(calendar, from, count)
  if (typeof found === 'string') {
    return (
      <p className="late" role="status">
        {found}
      </p>
    )
  }
  return (
    <>
      <p role="status">
        <strong>{`${inChinese(from)}后第 ${count} 个工作日是 ${inChinese(found.due)}（${weekdayInChinese(found.due)}）。`}</strong>
      </p>
      <details>
        <summary>为什么：逐日计算</summary>
        <div className="frame">
          <table className="lines">
            <thead>
              <tr>
                <th scope="col">日期</th>
                <th scope="col">计数</th>
                <th scope="col">理由</th>
                <th scope="col">依据</th>
              </tr>
            </thead>
            <tbody>
              {found.days.map(({ on, number, reason, notice }) => (
                <tr key={on}>
                  <td>{`${inChinese(on)} ${weekdayInChinese(on)}`}</td>
                  <td>{number === null ? '不计' : `第 ${number} 个`}</td>
                  <td>{reason}</td>
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

function countFrom(calendar: Calendar, from: Day, count: number) {
  try {
    const due = workdayAfter(calendar, from, count)
    const days = []
    let number = 0
    for (let on = addDays(from, 1); on <= due; on = addDays(on, 1)) {
      const { working, reason, name, notice } = dayKind(calendar, on)
      if (working) number++
      days.push({ on, number: working ? number : null, reason: name ?? reason, notice })
    }
    return { due, days }
  } catch (cause) {
    if (cause instanceof NoticeMissing) return cause.message
    throw cause
  }
}
