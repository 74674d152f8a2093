import { type Calendar, dayKind } from '../../../statute/calendar.ts'
import { type Day, weeksOfMonth } from '../../../statute/day.ts'

/** A year as twelve months: a day off says 休 or its holiday, a weekend that is worked says 班. */
export function Months({ calendar, year }: { calendar: Calendar; year: number }) {
  const months = Array.from({ length: 12 }, (_, place) => place + 1)
  return (
    <>
      <p>斜纹并写“休”的为休息日，下有节日名称的为节假日；加粗并写“班”的为调休上班；其余为工作日。</p>
      <div className="months">
        {months.map(month => (
          <Month key={month} calendar={calendar} year={year} month={month} />
        ))}
      </div>
    </>
  )
}

function Month({ calendar, year, month }: { calendar: Calendar; year: number; month: number }) {
  return (
    <table>
      <caption>{`${month}月`}</caption>
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
        {weeksOfMonth(`${year}-${String(month).padStart(2, '0')}`).map(({ before, days }) => (
          <tr key={days[0]}>
            {before > 0 && <td colSpan={before} />}
            {days.map(on => (
              <OneDay key={on} calendar={calendar} on={on} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function OneDay({ calendar, on }: { calendar: Calendar; on: Day }) {
  const { working, reason, name } = dayKind(calendar, on)
  const said = reason === '调休上班' ? '班' : working ? '' : (name?.slice(0, 3) ?? '休')
  return (
    <td className={reason === '调休上班' ? 'made-up' : working ? undefined : 'off'} title={name ?? reason}>
      {Number(on.slice(8))}
      {said !== '' && <small>{said}</small>}
    </td>
  )
}
